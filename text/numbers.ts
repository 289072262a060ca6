import { factOf, type TextFact } from './spans.ts'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const LARGE: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 }
const LARGE_WORD = `(?:${Object.keys(LARGE).join('|')})`

const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.slice(1).join('|')})(?!\\p{L})`
const BELOW_THOUSAND = `(?:(?:${BELOW_HUNDRED}|an?)[ -]hundred(?!\\p{L})(?: (?:and )?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`
const THOUSANDS = `(?:${BELOW_THOUSAND}|an?)[ -]${LARGE_WORD}(?!\\p{L})`
/** "One" alone is more often a pronoun. */
const NUMBER_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${THOUSANDS}(?:,? (?:and )?${THOUSANDS})*(?: (?:and )?${BELOW_THOUSAND})?|(?!one(?![ -]hundred))${BELOW_THOUSAND})(?!\\p{L})`,
  'giu',
)

/** The English numbers in words of a text, "six" and "one hundred and twenty thousand", with their values. */
export function numberWordsIn(text: string): readonly { readonly value: number; readonly match: RegExpExecArray }[] {
  return [...text.matchAll(NUMBER_WORDS)].map((match) => ({ value: valueOf(match[0].toLowerCase()), match }))
}

function valueOf(words: string): number {
  let [all, below] = [0, 0]
  for (const word of words.match(/\p{L}+/gu) ?? []) {
    const times = LARGE[word]
    if (times !== undefined) [all, below] = [all + Math.max(below, 1) * times, 0]
    else if (word === 'hundred') below = Math.max(below, 1) * 100
    else below += Math.max(UNITS.indexOf(word), (TENS.indexOf(word) + 2) * 10 * Number(TENS.includes(word)), 0)
  }
  return all + below
}

const ORDINAL =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const ORDINAL_TENS = 'twentieth thirtieth'.split(' ')

/** A number under a hundred as English words, "twenty-first" too; null for anything else. */
export function smallNumber(words: readonly string[]): number | null {
  const [first = '', second, ...more] = words
  if (more.length > 0) return null
  if (second === undefined) return oneWord(first)
  const tens = TENS.indexOf(first)
  const unit = oneWord(second)
  return tens >= 0 && unit !== null && unit > 0 && unit < 10 ? (tens + 2) * 10 + unit : null
}

function oneWord(word: string): number | null {
  const found = [UNITS.indexOf(word), ORDINAL.indexOf(word)].find((index) => index >= 0)
  if (found !== undefined) return found
  const tens = [TENS.indexOf(word), ORDINAL_TENS.indexOf(word)].find((index) => index >= 0)
  return tens === undefined ? null : (tens + 2) * 10
}

/** "two thousand and nineteen", "nineteen ninety-nine", "nineteen hundred and four"; null for anything else. */
export function yearInWords(words: readonly string[]): number | null {
  const plain = words.filter((word) => word !== 'and' && word !== 'hundred')
  if (plain[0] === 'two' && plain[1] === 'thousand') return withRest(2000, plain.slice(2))
  const century = smallNumber(plain.slice(0, 1))
  return century === 19 || century === 20 ? withRest(century * 100, plain.slice(1)) : null
}

function withRest(start: number, words: readonly string[]): number | null {
  if (words.length === 0) return start
  const rest = smallNumber(words)
  return rest === null ? null : start + rest
}

/** By what a word or letters behind a figure multiply it. `m` is metres, minutes or millions: whoever reads it tells by the rest. */
export const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}

const MONEY = '(?:[£$€]|(?:pounds?|dollars?|euros?|francs?|GBP|USD|EUR|CHF)(?!\\p{L}))'
const SPACED = '\\d{1,3}(?: \\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?'
/** A plain space may part two numbers as well ("sodium 138 141"), but hardly of money. */
const NUMBER = new RegExp(
  [
    `(?<=[£$€]\\s?|(?:GBP|USD|EUR|CHF)\\s)${SPACED}`,
    `(?<!\\d\\s)${SPACED}(?=\\s?${MONEY})`,
    `\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)(?:[.,]\\d+)?`,
    `\\d+(?:[,.']\\d+)*`,
    `(?<![\\p{L}\\p{N}.)])\\.\\d+`,
  ].join('|'),
  'giu',
)
/** A dash between two numbers is that of a range, whatever unit the first has, and one at the beginning of a line that of a list. */
const MINUS = /(?:(?<=[^\n]*\S[^\n]*)(?<=[\s(:=<>≤≥~|])[-−–]|(?<=^|[\s(:=<>≤≥~|])−|\b(?:minus|negative) )$/u
const RANGE = /\d\s?[\p{L}%°/]{0,10}\s*[-−–]$/u
const LONGEST_BEFORE = 24

/** The numbers of a text in figures, those in dates too. */
export function figuresIn(text: string): readonly TextFact[] {
  return [...text.matchAll(NUMBER)].map((match) => signed(text, factOf('number', numberValue(match[0]), match)))
}

/** With the minus in front of it. */
function signed(text: string, number: TextFact): TextFact {
  const before = text.slice(Math.max(0, number.start - LONGEST_BEFORE), number.start)
  const sign = RANGE.test(before) ? undefined : MINUS.exec(before)?.[0]
  if (sign === undefined) return number
  const start = number.start - sign.length
  return { ...number, value: `-${number.value}`, text: text.slice(start, number.end), start }
}

/** "1,250,000" and "1250000" are equal, "1 250 000" of money too, "12.50" and "12.5"; a version such as "7.2.1" stays as it is. */
function numberValue(text: string): string {
  const plain = text.replace(/[,\s'](?=\d{3}(?!\d))/g, '')
  return /^\d*(\.\d+)?$/.test(plain) ? String(Number(plain)) : plain
}
