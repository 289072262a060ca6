import { modalityOf } from '../../text/modal-words.ts'
import { isException, isNegation } from '../../text/negation.ts'
import { isNumberWord } from '../../text/number-words.ts'
import type { QuoteWord } from './quote-words.ts'

/** What is known of a word in lower case. */
export type Lexicon = {
  /** Of a language, a name, or a place. */
  readonly isKnown: (word: string) => boolean
  /** Of a language. */
  readonly isOrdinary: (word: string) => boolean
  /** Of a place and not of a person; many are ordinary words as well. */
  readonly isPlace: (word: string) => boolean
  /** Of a place, whoever has it as well, and more so than a word of any language: "Boston". */
  readonly mayBePlace: (word: string) => boolean
  /** Of a place, though it is as much a word or a person's name: "Reading", "Cork". */
  readonly isAlsoPlace: (word: string) => boolean
  /** Of persons, and more so than a word of any language: "Lucas", and not "price". */
  readonly isName: (word: string) => boolean
  /** Of medicine: a drug, an illness. */
  readonly isMedical: (word: string) => boolean
}

/** Of a spoiled word one may be a figure. */
const LETTERS = /^(?:[\p{L}\p{M}']+(?:\d[\p{L}\p{M}']*)?|\d[\p{L}\p{M}']+)$/u

/** Shorter words are too near to each other. */
const LETTERS_AT_LEAST = 4

/** Beside what denies, permits or binds, exceptions and numbers: what a sentence stands or falls by is never taken for a slip of the pen. */
const DECISIVE = new Set(
  `only but if until till before after than will would need and or either both all any every each some few most least
   more less many much fewer first second third last other same
   half quarter double once twice daily weekly monthly yearly hourly left right bilateral unilateral upper lower
   mg mcg kg ml mmol mol mm cm km iu units percent day days week weeks month months year years hour hours`.split(/\s+/),
)

function isDecisive(word: string): boolean {
  const isTurning = isNegation(word) || isException(word)
  return isTurning || modalityOf(word) !== null || isNumberWord(word) || DECISIVE.has(word)
}

/**
 * Whether a word of a quote is a slip for the one that stands in its place, or the other way about. It is one letter, and only where
 * one of the two is no word at all: "hypertension" for "hypotension" is none, nor is one drug for another, nor a name that no list has.
 */
export function isHarmlessSlip(written: string, stands: QuoteWord, lexicon: Lexicon): boolean {
  if (!LETTERS.test(written) || !LETTERS.test(stands.text)) return false
  if (isDecisive(written) || isDecisive(stands.text)) return false
  if (Math.min(written.length, stands.text.length) < LETTERS_AT_LEAST || !isSlip(written, stands.text)) return false
  // What no language has may be a name, and names are told by a letter.
  const isName = stands.isCapital && !lexicon.isOrdinary(stands.text)
  if (lexicon.isKnown(stands.text)) return !isName && !lexicon.isKnown(written)
  // Where two names are told by a letter, neither is a slip: "Dr Ames" is not Dr Amess.
  return isName ? lexicon.isOrdinary(written) && !lexicon.isName(written) : lexicon.isKnown(written)
}

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
const VOWEL = /[aeiou]/

/** What text recognition takes for each other. */
const LOOK_ALIKE = ['ce', 'li', 'lt', 'un', 'hb', 'ft', 'ij', 'vy', 'gq'] as const

/** Shorter words have many beside them: laches and lashes. */
const LONG = 7

/** Figures that text recognition puts for letters. */
const LETTERS_OF_FIGURE: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'li',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'bg',
  7: 't',
  8: 'bs',
  9: 'gq',
}

// prettier-ignore

/**
 * Whether one word is the other with one letter missing, too many, changed about, or another. Another vowel is a slip only when struck
 * on a key beside it: ileum and ilium, principal and principle are told by one. So is another first letter; a plural stays, and so does the
 * last letter, which tells the grantee from the granter.
 */
function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from += 1
  const [left, right] = [one.slice(from), other.slice(from)]
  if (left.length === right.length && left.slice(1) === right.slice(1)) return isOneOther(left, right, one.length)
  if (from === 0) return false
  return left.length === right.length ? isChangedAbout(left, right) : isPutIn(left, right)
}

/** Another letter at the place where the rests begin, in a word of so many letters. */
function isOneOther(left: string, right: string, length: number): boolean {
  const [one = '', other = ''] = [left[0], right[0]]
  if (left.length === 1 && !/\d/.test(one + other)) return false
  return isExchanged(one, other, length >= LONG && left.length < length)
}

function isChangedAbout(left: string, right: string): boolean {
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
}

function isPutIn(left: string, right: string): boolean {
  const [longer, shorter] = left.length > right.length ? [left, right] : [right, left]
  return longer.slice(1) === shorter && longer !== 's' && !/\d/.test(longer[0] ?? '')
}

function isExchanged(one: string, other: string, isInLongWord: boolean): boolean {
  if (LETTERS_OF_FIGURE[one]?.includes(other) || LETTERS_OF_FIGURE[other]?.includes(one)) return true
  if (/\d|^(?:sz|zs)$/.test(one + other)) return false
  if (LOOK_ALIKE.some((pair) => pair.includes(one) && pair.includes(other))) return true
  return areNear(one, other) || (isInLongWord && !(VOWEL.test(one) && VOWEL.test(other)))
}

function areNear(one: string, other: string): boolean {
  const [row, column] = placeOf(one)
  const [otherRow, otherColumn] = placeOf(other)
  if (row < 0 || otherRow < 0) return false
  return Math.abs(row - otherRow) <= 1 && Math.abs(column - otherColumn) <= 1
}

/** The row of a key, and its column: each row lies half a key to the right of the one above. */
function placeOf(letter: string): readonly [number, number] {
  const row = KEY_ROWS.findIndex((keys) => keys.includes(letter))
  return row < 0 ? [-1, 0] : [row, (KEY_ROWS[row] ?? '').indexOf(letter) + row / 2]
}
