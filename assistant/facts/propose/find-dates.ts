import { MONTH, monthNumber } from '../../../text/months.ts'
import { dayOf } from '../../../kb/dates/day-of.ts'
import type { Mention } from './mention.ts'

const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º)?'

/** Behind "3." one that is English only begins a sentence or an item, and one that is English too may do so at the beginning of a line. */
const ENGLISH_ONLY = /^(?:january|february|march|may|june|july|october|december)$/i
const ENGLISH_TOO = /^(?:jan|feb|mar|apr|april|jun|jul|aug|august|sept?|september|oct|nov|november|dec)$/i

/** Signs of a list or of bold letters begin a line too. */
const IN_A_LINE = /[\p{L}\p{N}][^\n]*$/u

type Parts = { readonly year: string; readonly month: number; readonly day: string }

const PATTERNS: readonly {
  readonly pattern: RegExp
  readonly read: (parts: readonly string[], isMidLine: boolean) => Parts | null
}[] = [
  {
    pattern: /(?<![\d-]|[/.](?=\d{4}[/.]))(\d{4})([-/.])(\d{2})\2(\d{2})(?![\d/-])/g,
    read: ([year = '', , month, day = '']) => ({ year, month: Number(month), day }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])${DAY}(?:\\s+day)?,?\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(\\d{4})(?!\\d)`,
      'giu',
    ),
    read: ([day = '', month = '', year = '']) => ({ year, month: monthNumber(month), day }),
  },
  {
    pattern: new RegExp(`(?<![\\d.])(\\d{1,2})\\.\\s+${MONTH}\\s+(\\d{4})(?!\\d)`, 'giu'),
    read: ([day = '', month = '', year = ''], isMidLine) =>
      ENGLISH_ONLY.test(month) || (!isMidLine && ENGLISH_TOO.test(month))
        ? null
        : { year, month: monthNumber(month), day },
  },
  {
    pattern: new RegExp(`(?<![\\d./-])(\\d{1,2})([-/])${MONTH}\\2(\\d{4})(?![\\d/-])`, 'giu'),
    read: ([day = '', , month = '', year = '']) => ({ year, month: monthNumber(month), day }),
  },
  {
    pattern: new RegExp(`${MONTH}\\s+${DAY},?\\s+(\\d{4})(?!\\d)`, 'giu'),
    read: ([month = '', day = '', year = '']) => ({ year, month: monthNumber(month), day }),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g,
    read: ([day = '', month, year = '']) => ({ year, month: Number(month), day }),
  },
  // Which of the two is the month is certain only where the other one cannot be.
  {
    pattern: /(?<![\p{L}\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])/gu,
    read: ([one = '', , two = '', year = '']) => inFigures(one, two, year),
  },
]

/** The whole dates of a text, in its order. A month without its day, or a day without its year, is none. */
export function findDates(text: string): readonly Mention[] {
  const found = PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Mention[] => {
      const parts = read(match.slice(1), IN_A_LINE.test(text.slice(0, match.index)))
      const arg = parts && `${parts.year}-${String(parts.month).padStart(2, '0')}-${parts.day.padStart(2, '0')}`
      return arg === null || dayOf(arg) === null
        ? []
        : [{ start: match.index, end: match.index + match[0].length, arg }]
    }),
  )
  return found.toSorted((one, other) => one.start - other.start)
}

function inFigures(one: string, two: string, year: string): Parts | null {
  if (one === two || Number(one) > 12) return { year, month: Number(two), day: one }
  return Number(two) > 12 ? { year, month: Number(one), day: two } : null
}
