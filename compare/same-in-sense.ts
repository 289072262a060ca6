import { isNumberWord } from '../text/number-words.ts'
import { oneSpelling } from '../text/words.ts'
import { isSameList, type ValuesSaid } from './values-said.ts'

/** How often both documents together have each word. */
export type WordCounts = ReadonlyMap<string, number>

/** What is known of the words of both documents. */
export type KnownWords = {
  readonly counts: WordCounts
  /** Whether a word, in small letters, is in a dictionary. */
  readonly isWord: (word: string) => boolean
}

/** Whether two wordings differ in spelling alone. */
export function isSpelling(one: readonly string[], other: readonly string[], words: KnownWords): boolean {
  if (one.length === 0 || other.length === 0) return false
  const [letters, otherLetters] = [lettersOf(one), lettersOf(other)]
  if (letters === otherLetters && letters !== '') return true
  return one.length === other.length && one.every((word, at) => isSpelledAlike(word, other[at]!, words))
}

const NUMBER = /[-.]*\p{N}(?:[^\p{L}]*\p{N})*/gu

/** "Non-disclosure" and "nondisclosure", "(a)" and "a)", "3 months" and "3months"; but each number as it is written, and each sign. */
function lettersOf(keys: readonly string[]): string {
  return keys
    .map((key) => (NUMBER_INSIDE.test(key) ? plainlySet(key).replace(NUMBER, ' $& ') : key.replace(/[-'()]/g, '')))
    .join('')
    .replace(/ +/g, ' ')
}

const NUMBER_INSIDE = /\p{N}/u

/** Without brackets; "m²" as "m2", since only behind a number a raised one is a power. */
function plainlySet(key: string): string {
  return key.replace(/[()]/g, '').replace(/(?<=\p{L})[\^_](?=\p{N})/gu, '')
}

/** The numbers whose sign or power a reader of amounts may not see. */
export function signedNumbers(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => /^-|\p{N}[\^_]/u.test(key)).toSorted()
}

const SHORTEST_MISSPELT = 5

/**
 * "Colour" and "color"; a slip of one letter inside a long word, where one of the two is used nowhere else and is no word. So "contact"
 * is no slip of "contract", nor "perineal" of "peroneal".
 */
function isSpelledAlike(one: string, other: string, { counts, isWord }: KnownWords): boolean {
  if (one === other || oneSpelling(one) === oneSpelling(other)) return true
  if (/\P{L}/u.test(one + other) || Math.min(one.length, other.length) < SHORTEST_MISSPELT) return false
  const [rare, common] = [one, other].toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
  return counts.get(rare!) === 1 && (counts.get(common!) ?? 0) > 1 && !isWord(rare!) && isSlip(one, other)
}

/** One letter more, less, other or two in the wrong order, not at the beginning or among the last two, where endings differ. */
function isSlip(one: string, other: string): boolean {
  const [differs, instead, ending] = differingLetters(one, other)
  if ((one.startsWith(differs) && differs !== '') || ending < SHORTEST_ENDING) return false
  if (differs.length <= 1 && instead.length <= 1) return true
  return differs.length === 2 && instead === [...differs].toReversed().join('')
}

const SHORTEST_ENDING = 2

/** What is between the beginning and the ending that two words have in common, and how long that ending is. */
function differingLetters(one: string, other: string): readonly [string, string, number] {
  const shorter = Math.min(one.length, other.length)
  let from = 0
  while (from < shorter && one[from] === other[from]) from += 1
  let ending = 0
  while (ending < shorter - from && one.at(-1 - ending) === other.at(-1 - ending)) ending += 1
  return [one.slice(from, one.length - ending), other.slice(from, other.length - ending), ending]
}

/** "Six (6) months" and "6 months", "30 September 2024" and "September 30, 2024": other words for the same. */
export function isSameValue(
  one: readonly string[],
  other: readonly string[],
  said: readonly [ValuesSaid, ValuesSaid],
): boolean {
  const [before, after] = said
  if (before.amounts.length === 0 || !isSameList(before.amounts, after.amounts)) return false
  if (!isSameList(signedNumbers(one), signedNumbers(other))) return false
  return isSameList(wordsBesideNumbers(one), wordsBesideNumbers(other))
}

function wordsBesideNumbers(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => /^\p{L}/u.test(key) && !isNumberWord(key) && key !== 'of' && key !== 'and').toSorted()
}
