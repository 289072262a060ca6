import { factOf, type TextFact } from './spans.ts'

/**
 * By what a word or letters behind a figure multiply it. `m` is metres, minutes or millions: whoever reads it tells by the rest. Left out:
 * "mil", a million or a thousandth of an inch in English, and "billion" in languages where it is a million millions.
 */
export const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  tsd: 1e3,
  mila: 1e3,
  duizend: 1e3,
  tys: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  millones: 1e6,
  millón: 1e6,
  milioni: 1e6,
  milione: 1e6,
  milhões: 1e6,
  milhão: 1e6,
  miljoen: 1e6,
  milionów: 1e6,
  miliony: 1e6,
  bn: 1e9,
  billion: 1e9,
  mrd: 1e9,
  mld: 1e9,
  milliarden: 1e9,
  milliarde: 1e9,
  milliards: 1e9,
  milliard: 1e9,
  miliardi: 1e9,
  miljard: 1e9,
  miliardów: 1e9,
}

const MONEY = '(?:[£$€]|(?:pounds?|dollars?|euros?|francs?|zł|złotych|Franken|GBP|USD|EUR|CHF|PLN)(?!\\p{L}))'
const SPACED = '\\d{1,3}(?: \\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?'
/** A plain space may part two numbers as well ("sodium 138 141"), but hardly of money. */
const NUMBER = new RegExp(
  [
    `(?<=[£$€]\\s?|(?:GBP|USD|EUR|CHF|PLN)\\s)${SPACED}`,
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

/**
 * "1,250,000" and "1250000" are equal, "1.250.000,50" and "1 250 000" of money too, "12.50" and "12.5"; a version such as "7.2.1" stays as
 * it is.
 */
function numberValue(text: string): string {
  const isPointed = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(text)
  const plain = (isPointed ? text.replaceAll('.', '').replace(',', '.') : text).replace(/[,\s'](?=\d{3}(?!\d))/g, '')
  return /^\d*(\.\d+)?$/.test(plain) ? String(Number(plain)) : plain
}

/** A figure of money as a plain decimal number: "12,50" is twelve and a half. */
export function figureValue(text: string): string {
  const value = numberValue(text)
  return /^\d+,\d{1,2}$/.test(value) ? String(Number(value.replace(',', '.'))) : value
}
