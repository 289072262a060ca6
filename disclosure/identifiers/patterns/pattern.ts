import type { IdentifierSpan, IdentifierType, Layer } from '../identifier.ts'

/**
 * One way in which an identifier is written. `expression` has the flags `g` and `d`; where it has a group `id`, that is the
 * identifier and the rest its context. Every quantifier is bounded, so that the time is linear in the text.
 */
export type Pattern = {
  readonly type: IdentifierType
  readonly expression: RegExp
  readonly confidence: number
  /** What a look at the found text says: another type or confidence, or that it is none (null). */
  readonly judge?: (found: string) => Judgement | null
}

export type Judgement = { readonly type?: IdentifierType; readonly by?: Layer; readonly confidence?: number }

export function findPattern(text: string, pattern: Pattern): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  // `matchAll` would copy the expression, and compile the copy, for each text.
  const { expression } = pattern
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const [start, end] = match.indices?.groups?.id ?? match.indices?.[0] ?? [0, 0]
    if (start >= end) continue
    const judged = pattern.judge ? pattern.judge(text.slice(start, end)) : {}
    if (judged === null) continue
    spans.push({ start, end, type: pattern.type, by: 'pattern', confidence: pattern.confidence, ...judged })
  }
  return spans
}
