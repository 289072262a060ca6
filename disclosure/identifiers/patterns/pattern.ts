import type { IdentifierSpan, IdentifierType, Layer } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import type { Word } from '../tokens/word-at.ts'

/** One kind of number that a country or a trade gives, with where its form is laid down. */
export type IdentityNumber = {
  readonly what: string
  /** What stands before it, in the languages of those who write it; null: its form alone tells it. */
  readonly label: string | null
  readonly form: string
  readonly type: IdentifierType
  readonly source: string
  /** A line that has one, and the part that is it. */
  readonly example: string
  readonly id: string
  /** What its check digits say, where no label does. */
  readonly check?: (digits: string) => boolean
}

/**
 * One way in which an identifier is written. `expression` has the flags `g` and `d`; where it has a group `id`, that is the
 * identifier and the rest its context. Every quantifier is bounded, so that the time is linear in the text.
 */
export type Pattern = {
  readonly type: IdentifierType
  readonly expression: RegExp
  readonly confidence: number
  /** Found in every text in which `expression` finds something: a text without it costs one cheap look. */
  readonly needs?: RegExp
  /** What a look at the found text, and at what stands around it, says: another type or confidence, or that it is none (null). */
  readonly judge?: (found: string, around: Around) => Judgement | null
}

/** The `LOOKED_AT` characters on both sides of what was found. */
export type Around = { readonly before: string; readonly after: string }

/** `length`: where only so much of what was found is it. */
export type Judgement = {
  readonly type?: IdentifierType
  readonly by?: Layer
  readonly confidence?: number
  readonly length?: number
}

/** So much on either side of what was found is looked at. */
export const LOOKED_AT = 60

export function findPattern(text: string, pattern: Pattern): readonly IdentifierSpan[] {
  return everyMatch(text, pattern.expression).flatMap((match) => spanOf(text, pattern, match))
}

/** All matches of an expression with the flag `g`. `matchAll` would copy the expression, and compile the copy, for each text. */
export function everyMatch(text: string, expression: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match)
    if (match[0] === '') expression.lastIndex += 1
  }
  return found
}

const sticky = new WeakMap<RegExp, RegExp>()

/** The same where the expression can only begin at some places, in their order. */
export function findPatternAt(text: string, pattern: Pattern, places: readonly number[]): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  const expression = stickyOf(pattern.expression)
  let end = 0
  for (const place of places) {
    if (place < end) continue
    expression.lastIndex = place
    const match = expression.exec(text)
    if (match === null) continue
    end = place + match[0].length
    spans.push(...spanOf(text, pattern, match))
  }
  return spans
}

function stickyOf(expression: RegExp): RegExp {
  const made = sticky.get(expression) ?? new RegExp(expression.source, expression.flags.replace('g', 'y'))
  sticky.set(expression, made)
  return made
}

function spanOf(text: string, pattern: Pattern, match: RegExpExecArray): readonly IdentifierSpan[] {
  const [start, end] = match.indices?.groups?.id ?? match.indices?.[0] ?? [0, 0]
  if (start >= end) return []
  const judged = pattern.judge ? pattern.judge(text.slice(start, end), aroundOf(text, start, end)) : {}
  if (judged === null) return []
  const { length = end - start, ...told } = judged
  return [{ start, end: start + length, type: pattern.type, by: 'pattern', confidence: pattern.confidence, ...told }]
}

export function aroundOf(text: string, start: number, end: number): Around {
  return { before: text.slice(Math.max(0, start - LOOKED_AT), start), after: text.slice(end, end + LOOKED_AT) }
}

/** The patterns with what all of them need that say nothing of their own. */
export function needing(needs: RegExp, patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.map((pattern) => ({ needs, ...pattern }))
}

/** From so many letters on only the beginning of a word is compared. */
const COMPARED = 3

/**
 * Whether a word may begin one of the alternatives of a pattern: by its first three letters, or as a whole where the alternative has fewer.
 * Far cheaper than to try a long pattern at every letter.
 */
export function beginnersOf(alternatives: string): (word: Word) => boolean {
  const beginnings = new Set(
    alternatives.split(/\|(?![^(]*\))/u).flatMap((alternative) => {
      // "(?:dorf|huf)?schmied" begins with any of the three.
      const group = /^\(\?:([^()]*)\)(\??)(.*)$/u.exec(alternative)
      const heads = group
        ? [...(group[1] ?? '').split('|'), ...(group[2] === '?' ? [group[3] ?? ''] : [])]
        : [alternative]
      return heads.map((head) => (/^\p{L}+/u.exec(head)?.[0] ?? '').toLowerCase().slice(0, COMPARED))
    }),
  )
  return ({ text }) => beginnings.has(text.slice(0, COMPARED).toLowerCase())
}

/** The matches of a sticky expression that begin at a word that may begin one. */
export function matchesAtWords(
  { text, words }: Pick<Reading, 'text' | 'words'>,
  expression: RegExp,
  mayBegin: (word: Word, at: number) => boolean,
): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let end = 0
  for (const [at, word] of words.entries()) {
    if (word.start < end || !mayBegin(word, at)) continue
    expression.lastIndex = word.start
    const match = expression.exec(text)
    if (match === null) continue
    found.push(match)
    end = match.index + match[0].length
  }
  return found
}
