import { MONTH, monthNumber } from './month-names.ts'
import { numberWordsIn } from './number-words.ts'

/** A number, date or name that a sentence states; `value` is its comparable form. */
export type TextFact = {
  readonly kind: 'number' | 'date' | 'name'
  readonly value: string
  readonly text: string
  readonly start: number
  readonly end: number
}

const DATE_PATTERNS: readonly {
  readonly pattern: RegExp
  readonly read: (parts: readonly (string | undefined)[]) => string | null
}[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/gu, read: ([year, month, day]) => `${year}-${month}-${day}` },
  { pattern: /(?<![\d./])(\d{1,2})(\/)(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/gu, read: inFigures },
  {
    pattern: /(?<![\d./])(\d{1,2})(\.)(?:(\d{1,2})\.|\s(\d{1,2})\.\s)(\d{4})(?![\d/])/gu,
    read: ([day, dot, close, apart, year]) => inFigures([day, dot, close ?? apart, year]),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(\\d{4})\\b`,
      'giu',
    ),
    read: ([day, month, year]) => isoDate(year, month, day),
  },
  {
    pattern: new RegExp(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'giu'),
    read: ([month, day, year]) => isoDate(year, month, day),
  },
  {
    pattern: new RegExp(`${MONTH},?\\s+(?:del?\\s+)?(\\d{4})\\b`, 'giu'),
    read: ([month, year]) => isoDate(year, month, undefined),
  },
]

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
/** Also of letters and figures: CHA2DS2-VASc, B12. */
const NAME = /\b\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:of|de|van|von|der|la)?\s*\p{Lu}[\p{L}\p{N}'’-]*)*/gu

/** All facts of a text, dates before the numbers that they contain. Number words are English. */
export function factsInText(text: string): readonly TextFact[] {
  const dates = datesIn(text)
  const free = (candidate: TextFact) => !dates.some((date) => overlaps(date, candidate))
  const numbers = [
    ...[...text.matchAll(NUMBER)].map((match) => signed(text, fact('number', numberValue(match[0]), match))),
    ...numberWordsIn(text).map(({ value, match }) => fact('number', String(value), match)),
  ].filter(free)
  return [...dates, ...numbers, ...names(text).filter(free)]
}

/** The dates of a text alone. */
export function datesIn(text: string): readonly TextFact[] {
  return DATE_PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = read(match.slice(1))
      return value === null ? [] : [fact('date', value, match)]
    }),
  ).filter((date, index, all) => !all.slice(0, index).some((earlier) => overlaps(earlier, date)))
}

/** Capitalised words that do not merely begin a sentence. */
function names(text: string): readonly TextFact[] {
  return [...text.matchAll(NAME)]
    .map((match) => withoutSentenceStart(text, match[0], match.index))
    .filter((name) => name !== null)
    .map(({ name, start }) => ({
      kind: 'name',
      value: name.toLowerCase(),
      text: name,
      start,
      end: start + name.length,
    }))
}

function withoutSentenceStart(text: string, name: string, start: number): { name: string; start: number } | null {
  const before = text.slice(0, start).trimEnd()
  const begins = before === '' || /[.!?:;”"“(\n•-]$/.test(before)
  if (!begins) return { name, start }
  const rest = /\s+(?=\p{Lu})/u.exec(name)
  return rest ? { name: name.slice(rest.index + rest[0].length), start: start + rest.index + rest[0].length } : null
}

function fact(kind: TextFact['kind'], value: string, match: RegExpExecArray): TextFact {
  return { kind, value, text: match[0], start: match.index, end: match.index + match[0].length }
}

/** With the minus in front of it. */
function signed(text: string, number: TextFact): TextFact {
  const before = text.slice(Math.max(0, number.start - LONGEST_BEFORE), number.start)
  const sign = RANGE.test(before) ? undefined : MINUS.exec(before)?.[0]
  if (sign === undefined) return number
  const start = number.start - sign.length
  return { ...number, value: `-${number.value}`, text: text.slice(start, number.end), start }
}

function overlaps(one: TextFact, other: TextFact): boolean {
  return one.start < other.end && other.start < one.end
}

function isoDate(year = '', month = '', day?: string): string {
  const parts = [year, String(monthNumber(month)).padStart(2, '0')]
  return (day === undefined ? parts : [...parts, day.padStart(2, '0')]).join('-')
}

/**
 * Points stand in dates that begin with the day. With strokes some put the month first: where both could be meant, and where the century
 * is left out, the value is as it is written ("05/12/2023"), so that it equals only what is written in the same order.
 */
function inFigures([first = '', mark, second = '', year = '']: readonly (string | undefined)[]): string | null {
  const isDate = (day: string, month: string) => Number(day) >= 1 && Number(day) <= 31 && +month >= 1 && +month <= 12
  const [isDayFirst, isMonthFirst] = [isDate(first, second), mark === '/' && isDate(second, first)]
  if (!isDayFirst && !isMonthFirst) return null
  const [one, other] = [first.padStart(2, '0'), second.padStart(2, '0')]
  if (year.length < 4 || (isDayFirst && isMonthFirst && one !== other)) return [one, other, year].join('/')
  return (isDayFirst ? [year, other, one] : [year, one, other]).join('-')
}

/** "1,250,000" and "1250000" are equal, "1 250 000" of money too, "12.50" and "12.5"; a version such as "7.2.1" stays as it is. */
function numberValue(text: string): string {
  const plain = text.replace(/[,\s'](?=\d{3}(?!\d))/g, '')
  return /^\d*(\.\d+)?$/.test(plain) ? String(Number(plain)) : plain
}
