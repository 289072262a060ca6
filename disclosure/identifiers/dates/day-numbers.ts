import type { Language } from '../../../text/languages.ts'
import type { Span } from '../../../text/spans.ts'

/** Two numbers that may be a day and its month. */
export type DayNumbers = Span & {
  readonly mark: string
  readonly first: number
  readonly second: number
  /** What else the numbers may be: "3/4", a score of "3/10", a pressure of "14/8"; `day`: hardly anything else. */
  readonly shape: 'day' | 'fraction' | 'score' | 'pressure' | 'roman'
  /** One of them begins with a zero. */
  readonly isPadded: boolean
  readonly hasPoint: boolean
  /** Of two figures. */
  readonly hasLongMonth: boolean
}

const [LAST_DAY, LAST_MONTH] = [31, 12]
/** Scores are out of so many; pressures in centimetres lie between these. */
const SCALES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12])
/** Of tests of memory, coma, balance: "9/30" is the 30th of September only where a word says so. */
const LONG_SCALES = new Set([15, 20, 21, 24, 28, 30])
const PRESSURE = { lowest: 4, highest: 23 }

const IN_FIGURES =
  /(?<![\p{L}\p{N}.,:/+<>=≥≤~−-]|[€$£]\s?)(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})(?<point>\.)?(?![\p{L}\p{N}%‰°]|[/.,:-]\d)/gu
/** Roman months, as they are written in Poland: "24 X", "5.IX". */
const ROMAN =
  /(?<![\p{L}\p{N}.,:/-])(?<first>\d{1,2})[ ./-](?<second>I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?![\p{L}\p{N}]|\.\p{L})/gu

/** All pairs of numbers that may be days; `language` is asked for only where the text has one with a Roman month. */
export function readDayNumbers(text: string, language: () => Language | null): readonly DayNumbers[] {
  const figures = [...text.matchAll(IN_FIGURES)].flatMap(({ 0: written, index, groups }) => {
    const { first = '', second = '', mark = '', point } = groups ?? {}
    const [one, other] = [Number(first), Number(second)]
    if (!isDayOf(one, other) && !(mark === '/' && isDayOf(other, one))) return []
    const isPadded = first.startsWith('0') || second.startsWith('0')
    return {
      start: index,
      end: index + written.length - (point !== undefined && mark !== '.' ? 1 : 0),
      mark,
      first: one,
      second: other,
      shape: isPadded ? ('day' as const) : shapeOf(one, other),
      isPadded,
      hasPoint: point !== undefined,
      hasLongMonth: second.length > 1,
    }
  })
  return [...figures, ...romanOnes(text, language)].toSorted((one, other) => one.start - other.start)
}

function romanOnes(text: string, language: () => Language | null): readonly DayNumbers[] {
  const all = [...text.matchAll(ROMAN)].filter(({ groups }) => isDayOf(Number(groups?.first), 1))
  if (all.length === 0 || language() !== 'pl') return []
  return all.map(({ 0: written, index, groups }) => ({
    start: index,
    end: index + written.length,
    mark: ' ',
    first: Number(groups?.first),
    second: 1,
    shape: 'roman',
    isPadded: false,
    hasPoint: false,
    hasLongMonth: true,
  }))
}

function isDayOf(day: number, month: number): boolean {
  return day >= 1 && day <= LAST_DAY && month >= 1 && month <= LAST_MONTH
}

function shapeOf(one: number, other: number): DayNumbers['shape'] {
  if (LONG_SCALES.has(other)) return 'score'
  if (one < other && other <= 5) return 'fraction'
  if (one <= other && SCALES.has(other)) return 'score'
  return one > other && other >= PRESSURE.lowest && one >= 8 && one <= PRESSURE.highest ? 'pressure' : 'day'
}
