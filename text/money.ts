import { figureValue, MULTIPLES } from './numbers.ts'
import type { Span } from './spans.ts'

/**
 * By the code of a currency: its signs, and its words in the eight languages, in small letters. An English pound may be a weight as well;
 * "livres" (books), "libras", "Pfund", "ponden" and "funty" are so more often, and left out.
 */
const CURRENCIES: Readonly<Record<string, { readonly signs: readonly string[]; readonly words: string }>> = {
  GBP: {
    signs: ['£', 'GBP'],
    words:
      'pounds sterling, pounds, pound, pfund sterling, livres sterling, libras esterlinas, sterline, sterlina, pond sterling, funtów szterlingów',
  },
  USD: {
    signs: ['US$', '$', 'USD'],
    words: 'dollars, dollar, dólares, dólar, dolares, dollari, dollaro, dolarów, dolary, dolar',
  },
  EUR: { signs: ['€', 'EUR'], words: 'euros, euro' },
  CHF: { signs: ['CHF'], words: 'francs, franc, franken, francos, franchi, franków, franki' },
  PLN: { signs: ['PLN', 'zł'], words: 'złotych, złote, złoty, zlotych' },
}
/** What they are written with in front of a figure. */
const SIGNS: Readonly<Record<string, string>> = { GBP: '£', USD: '$', EUR: '€' }
const CODES = new Map(
  Object.entries(CURRENCIES).flatMap(([code, { signs, words }]) =>
    [...signs.map((sign) => sign.toLowerCase()), ...words.split(', ')].map((word) => [word, code] as const),
  ),
)
const escaped = (sign: string) => sign.replaceAll('$', String.raw`\$`)
const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length)

/** A sign or code of a currency as alternatives of a pattern, to be followed by a figure: "£", "US$", "GBP". */
export const CURRENCY_SIGN = longestFirst(Object.values(CURRENCIES).flatMap(({ signs }) => signs))
  .map((sign) => (/^\p{L}/u.test(sign) && !sign.includes('$') ? `(?<!\\p{L})${sign}` : escaped(sign)))
  .join('|')
/** A word for a currency as alternatives of a pattern. */
export const CURRENCY_WORD = longestFirst(Object.values(CURRENCIES).flatMap(({ words }) => words.split(', '))).join('|')
/** Of one currency. */
export function currencyPattern(code: string): string {
  const { signs, words } = CURRENCIES[code] ?? { signs: [], words: '' }
  const letters = [...signs.filter((sign) => /^[A-Z]{3}$/.test(sign)), ...words.split(', ')]
  const marks = signs.filter((sign) => !/^[A-Z]{3}$/.test(sign)).map(escaped)
  return [...longestFirst(marks), `(?<!\\p{L})(?:${letters.join('|')})(?!\\p{L})`].join('|')
}

/** Of a sign, a code or a word, in any case: "GBP" of "£"; null for any other. */
export function currencyOf(written: string): string | null {
  return CODES.get(written.trim().toLowerCase()) ?? null
}

export function isCurrency(code: string): boolean {
  return Object.hasOwn(CURRENCIES, code)
}

/** Each currency with its signs and words, as the units of measures are listed; a pound is listed there by itself. */
export function currencyRows(): readonly (readonly [code: string, spellings: readonly string[]])[] {
  return Object.entries(CURRENCIES).map(([code, { signs, words }]) => {
    const spellings = [...signs.map((sign) => sign.toLowerCase()), ...words.split(', ')]
    return [code, spellings.filter((word) => !/^pounds?$/.test(word)).map((word) => word.replaceAll(' ', '_'))]
  })
}

/** What stands in front of a figure in this currency: `£`, or the code with a space. */
export function signOf(code: string): string {
  return SIGNS[code] ?? `${code} `
}

/** A sum as a text states it: its figure as a plain decimal number, and by how much a word multiplies it. */
export type MoneyFound = Span & {
  readonly text: string
  readonly currency: string
  readonly figure: string
  readonly times: number
}

const SPACE = String.raw`[ \u00a0\u2009\u202f]`
/** Thousands are set off by commas, points, apostrophes or spaces. */
const FIGURE = String.raw`\d{1,3}(?:(?:,\d{3})+|(?:'\d{3})+|(?:${SPACE}\d{3})+)(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?!\d)|\d+(?:\.\d{1,2})?`
const TIMES = `\\s?(?:k|mn|bn|m|(?:${longestFirst(Object.keys(MULTIPLES).filter((word) => word.length > 2)).join('|')})(?!\\p{L})\\.?)`
const SIGNED = new RegExp(
  `(?<sign>${CURRENCY_SIGN})\\s?(?<figure>${FIGURE})(?<times>${TIMES})?(?![\\d,.’']*\\d|[\\p{L}]|${SPACE}\\d{3}(?!\\d))`,
  'giu',
)
const NAMED = new RegExp(
  `(?<![\\d.,£$€]|\\d${SPACE})(?<figure>${FIGURE})(?<times>${TIMES})?(?:${SPACE}(?:de |di |d['’])?(?<sign>${CURRENCY_WORD}|EUR|CHF|PLN|GBP|USD|zł)|${SPACE}?(?<behind>[€£]))(?!\\p{L})`,
  'giu',
)

/** All sums of money of a text, in its order. */
export function moneyIn(text: string): readonly MoneyFound[] {
  return [...text.matchAll(SIGNED), ...text.matchAll(NAMED)]
    .toSorted((one, other) => one.index - other.index)
    .flatMap(({ 0: whole, index, groups }) => {
      const { sign, behind = '', figure = '', times = '' } = groups ?? {}
      const currency = currencyOf(sign ?? behind)
      const by = MULTIPLES[times.trim().toLowerCase().replace(/\.$/, '')] ?? 1
      const place = { text: whole.trim(), start: index, end: index + whole.length }
      return currency === null ? [] : [{ ...place, currency, figure: figureValue(figure), times: by }]
    })
}
