import { factOf, type TextFact } from './spans.ts'

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
