import { dayOf } from '../../../kb/dates/day-of.ts'
import type { Mention } from './mention.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'

type Parts = { readonly year: string; readonly month: number; readonly day: string }

const PATTERNS: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => Parts | null }[] = [
  {
    pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g,
    read: ([year = '', month, day = '']) => ({ year, month: Number(month), day }),
  },
  {
    pattern: new RegExp(`(?<![\\d.])${DAY}(?:\\s+day)?,?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})(?!\\d)`, 'gi'),
    read: ([day = '', month = '', year = '']) => ({ year, month: monthOf(month), day }),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d])${MONTH}\\s+${DAY},?\\s+(\\d{4})(?!\\d)`, 'giu'),
    read: ([month = '', day = '', year = '']) => ({ year, month: monthOf(month), day }),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g,
    read: ([day = '', month, year = '']) => ({ year, month: Number(month), day }),
  },
  // Which of the two is the month is certain only where the other one cannot be.
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    read: ([one = '', two = '', year = '']) => slashed(one, two, year),
  },
]

/** The whole dates of a text, in its order. A month without its day, or a day without its year, is none. */
export function findDates(text: string): readonly Mention[] {
  const found = PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Mention[] => {
      const parts = read(match.slice(1))
      const arg = parts && `${parts.year}-${String(parts.month).padStart(2, '0')}-${parts.day.padStart(2, '0')}`
      return arg === null || dayOf(arg) === null
        ? []
        : [{ start: match.index, end: match.index + match[0].length, arg }]
    }),
  )
  return found.toSorted((one, other) => one.start - other.start)
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1
}

function slashed(one: string, two: string, year: string): Parts | null {
  if (one === two || Number(one) > 12) return { year, month: Number(two), day: one }
  return Number(two) > 12 ? { year, month: Number(one), day: two } : null
}
