import type { IdentifierSpan, IdentifierType, Layer } from '../identifier.ts'

/**
 * One way in which an identifier is written. `expression` has the flags `g` and `d`; where it has a group `id`, that is the
 * identifier and the rest its context. Every quantifier is bounded, so that the time is linear in the text.
 */
export type Pattern = {
  readonly type: IdentifierType
  readonly expression: RegExp
  readonly confidence: number
  /** What a look at the found text, and at what stands around it, says: another type or confidence, or that it is none (null). */
  readonly judge?: (found: string, around: Around) => Judgement | null
}

/** The `LOOKED_AT` characters on both sides of what was found. */
export type Around = { readonly before: string; readonly after: string }

export type Judgement = { readonly type?: IdentifierType; readonly by?: Layer; readonly confidence?: number }

const LOOKED_AT = 60

export function findPattern(text: string, pattern: Pattern): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  // `matchAll` would copy the expression, and compile the copy, for each text.
  const { expression } = pattern
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const [start, end] = match.indices?.groups?.id ?? match.indices?.[0] ?? [0, 0]
    if (start >= end) continue
    const judged = pattern.judge ? pattern.judge(text.slice(start, end), aroundOf(text, start, end)) : {}
    if (judged === null) continue
    spans.push({ start, end, type: pattern.type, by: 'pattern', confidence: pattern.confidence, ...judged })
  }
  return spans
}

function aroundOf(text: string, start: number, end: number): Around {
  return { before: text.slice(Math.max(0, start - LOOKED_AT), start), after: text.slice(end, end + LOOKED_AT) }
}

/** The letters of an expression in any case, where `i` may not stand for the whole; a class with an escape stays as it is. */
export function inAnyCase(expression: string): string {
  return expression.replace(/\\.(?:\{\w+\})?|\(\?(?:<\w+>|[:=!<]*)|\[[^\]]*\]|\p{L}/gu, (part) => {
    if (part.startsWith('[')) return /[\\^]/.test(part) ? part : `[${part.slice(1, -1)}${cases(part.slice(1, -1))}]`
    return /^\p{L}$/u.test(part) ? `[${part.toLowerCase()}${part.toUpperCase()}]` : part
  })
}

/** "a-z" is "a-zA-Z". */
function cases(characters: string): string {
  return `${characters.toLowerCase()}${characters.toUpperCase()}`.replaceAll(/[^\p{L}\p{N}-]|^-|-$/gu, '')
}
