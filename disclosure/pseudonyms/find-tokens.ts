import { PSEUDONYM_WORDS } from './pseudonym-map.ts'

/** Something that reads like a pseudonym; `pseudonym` in the spelling of the map. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly pseudonym: string
  readonly isMarked: boolean
}

// The longest first, so that NATIONAL-ID is not taken for ID.
const WORD = PSEUDONYM_WORDS.toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace('-', '[-_ \u2010-\u2015]'))
  .join('|')
const DASH = '[-_\u2010-\u2015\u2212]'
const MARKED = new RegExp(
  `\\\\?[\\[\u27e6\u3010]\\s*(${WORD})\\s*${DASH}?\\s*(\\d{1,6})\\s*(?:[,;:/|][^\\[\\]\\n]{0,80})?\\\\?[\\]\u27e7\u3011]`,
  'giu',
)
const BARE = new RegExp(`(?<![\\p{L}\\p{N}])(${WORD})${DASH}(\\d{1,6})(?![\\p{L}\\p{N}])`, 'giu')

/**
 * Everything that reads like a pseudonym: in brackets in any case and spelling that models fall into (`[person 1]`,
 * `\[PERSON_1, f\]`), or bare with its dash (`PERSON-1`). In order, free of overlaps.
 */
export function findTokens(text: string): readonly Token[] {
  const marked = [...text.matchAll(MARKED)].map((match) => toToken(match, true))
  const bare = [...text.matchAll(BARE)].map((match) => toToken(match, false))
  const free = bare.filter((one) => !marked.some((other) => one.start < other.end && other.start < one.end))
  return [...marked, ...free].toSorted((one, other) => one.start - other.start)
}

function toToken({ 0: whole, 1: word = '', 2: number = '', index }: RegExpExecArray, isMarked: boolean): Token {
  const pseudonym = `${word.toUpperCase().replace(/[^A-Z]/g, '-')}-${Number(number)}`
  return { start: index, end: index + whole.length, pseudonym, isMarked }
}
