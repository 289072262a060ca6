import { isOtherWord, MONTH, MONTH_OF_DAY, monthNumber } from './calendar-words.ts'
import { type DateFound, type DateReading, monthDay, wholeDay } from './date-found.ts'
import { datesInWords } from './dates-in-words.ts'
import { type Moment, overlaps, type TextFact } from './spans.ts'

type Parts = Readonly<Record<string, string>>
type Pattern = {
  readonly pattern: RegExp
  /** Null where it is none. `isMidLine`: words stand before it on its line. */
  readonly read: (parts: Parts, isMidLine: boolean) => DateReading | null
}

const YEAR = '(?<year>[12]\\d{3})(?!\\d)'

/** Of a month alone: "In May 1000 patients". */
const LIKELY_YEAR = '(?<year>(?:1[5-9]|2[01])\\d{2})(?![\\d\\p{L}])'
const SHORT_YEAR = '(?<year>\\d{2})(?![\\p{L}\\d:%]|[.,]\\d)'
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])(?:(?:st|nd|rd|th|er|re|ste|de|e)(?!\\p{L})|[º°ª]|(?<point>\\.))?'
export const OF = "(?:of\\s+|de\\s+|d['’]\\s?)?"
const OF_YEAR = "(?:of\\s+|del?\\s+|do\\s+|in the year\\s+|del a[ñn]o\\s+|de l['’]an\\s+|anno\\s+|roku\\s+)?"

/** Behind "3." a month that is English only begins a sentence, and one that is English too may do so at the beginning of a line. */
const ENGLISH_ONLY = /^(?:january|february|march|may|june|july|october|december)$/i
const ENGLISH_TOO = /^(?:jan|feb|mar|apr|april|jun|jul|aug|august|sept?|september|oct|nov|november|dec)$/i

/** Signs of a list or of bold letters begin a line too. */
const IN_A_LINE = /[\p{L}\p{N}][^\n]*$/u

/** Characters before a date in which the beginning of its line is looked for. */
const LONGEST_LINE = 200

/** In each list what is certain first: of two that overlap the earlier is the date. */
const IN_FIGURES: readonly Pattern[] = [
  {
    pattern: /(?<![\d-]|[/.](?=\d{4}[/.]))(?<year>[12]\d{3})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?![\d/-]|\.\d)/gu,
    read: ({ year = '', month = '', day = '' }) => wholeDay(year, Number(month), day),
  },
  {
    pattern: /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])T\d{4,6}Z?/gu,
    read: ({ year = '', month = '', day = '' }) => wholeDay(year, Number(month), day),
  },
  // "Clause 7.2. 2023": with a space behind one point and none behind the other it is no date.
  {
    pattern: /(?<![\d./])(?<day>\d{1,2})\.(?:(?<month>\d{1,2})\.|\s(?<apart>\d{1,2})\.\s)(?<year>\d{4})(?![\d/])/gu,
    read: ({ year = '', month, apart, day = '' }) => wholeDay(year, Number(month ?? apart), day),
  },
  {
    pattern: /(?<![\p{L}\d./-])(?<one>\d{1,2})([/-])(?<other>\d{1,2})\2(?<year>\d{4}|\d{2})(?![\d/-])/gu,
    read: inFigures,
  },
  // With points only where each part has two figures: the others number clauses.
  {
    pattern:
      /(?<![\p{L}\d./])(?<day>0[1-9]|[12]\d|3[01])\.(?<month>0[1-9]|1[0-2])\.(?<year>\d{2})(?![\p{L}\d/]|\.\d)/gu,
    read: ({ year = '', month = '', day = '' }) => ({ kind: 'open', value: `${year}-${month}-${day}` }),
  },
]
const WITH_NAME: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.])${DAY}(?:\\s+day)?,?\\s*${OF}${named(MONTH_OF_DAY)},?\\s+${OF_YEAR}${YEAR}`,
      'giu',
    ),
    read: (parts, isMidLine) => (isItem(parts, isMidLine) ? null : ofName(parts)),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d./-])${DAY}(?<between>[-/.])${named(MONTH_OF_DAY)}\\k<between>${YEAR}`, 'giu'),
    read: ofName,
  },
  {
    pattern: new RegExp(`${named(MONTH)}\\s+(?:the\\s+)?${DAY}(?:\\s*,)?\\s+${YEAR}`, 'giu'),
    read: ofName,
  },
]

/** Of the 31st of February not even the month is sure. */
const BEHIND_A_DAY = '(?<!(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\s+(?:of\\s+|de\\s+)?)'
const WITHOUT_DAY_OR_YEAR: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d./-])${DAY}(?:\\s${OF}|[-.])${named(MONTH)}(?:[-.]|,?\\s['’])${SHORT_YEAR}`,
      'giu',
    ),
    read: ({ year = '', month = '', day = '' }) => ({
      kind: 'open',
      value: `${year}-${monthDay(monthNumber(month), day)}`,
    }),
  },
  {
    pattern: new RegExp(`${BEHIND_A_DAY}${named(MONTH)},?\\s+${OF_YEAR}${LIKELY_YEAR}`, 'giu'),
    read: ({ year = '', month = '' }) =>
      isOtherWord(month) ? null : { kind: 'month', value: `${year}-${String(monthNumber(month)).padStart(2, '0')}` },
  },
  { pattern: new RegExp(`(?<![\\p{L}\\d./])${DAY},?\\s+${OF}${named(MONTH)}`, 'giu'), read: yearless },
  {
    pattern: new RegExp(`${named(MONTH)}\\s+(?:the\\s+)?${DAY}(?!\\p{L}|[\\d.,:/]*\\d|\\s?%)`, 'giu'),
    read: yearless,
  },
]
const HAS_MONTH = new RegExp(MONTH_OF_DAY, 'iu')

/** All dates of a text in its order, none inside another. `isMidLine`: the text is a piece of a line and begins no item of a list. */
export function readDates(text: string, isMidLine = false): readonly DateFound[] {
  const found: DateFound[] = []
  const put = (all: readonly DateFound[]) => {
    for (const date of all) if (!found.some((one) => overlaps(one, date))) found.push(date)
  }
  const matches = (patterns: readonly Pattern[]) => patterns.flatMap((pattern) => matchesOf(pattern, text, isMidLine))
  const hasFigure = /\d/.test(text)
  if (hasFigure) put(matches(IN_FIGURES))
  // Most sentences have none, and each of these patterns would look for one at every letter.
  if (!HAS_MONTH.test(text)) return found.toSorted((one, other) => one.start - other.start)
  if (hasFigure) {
    put(matches(WITH_NAME))
    put(dateRangesIn(text))
  }
  put(datesInWords(text))
  if (hasFigure) put(matches(WITHOUT_DAY_OR_YEAR))
  return found.toSorted((one, other) => one.start - other.start)
}

/** The days and months of a text that have their year, and those that leave their order or century open. */
export function datesIn(text: string): readonly TextFact[] {
  return readDates(text).flatMap(({ kind, ...date }) =>
    kind === 'yearless' ? [] : [{ kind: 'date' as const, ...date }],
  )
}

/** Days of a month without their year, as "05-03". */
export function daysWithoutYear(text: string): readonly Moment[] {
  return readDates(text).flatMap(({ kind, value, start, end }) =>
    kind === 'yearless' ? [{ values: [value], start, end }] : [],
  )
}

/** As `daysWithoutYear` has them, of all days of a text; of "03/05/2019" both that it may be. */
export function daysOfTheYear(text: string): ReadonlySet<string> {
  return new Set(
    readDates(text).flatMap(({ kind, value }) =>
      kind === 'yearless' ? [value] : datesMeant(value).map((date) => date.slice('2019-'.length)),
    ),
  )
}

const STROKES = /^(\d\d)\/(\d\d)\/(\d+)$/
const NO_CENTURY = /^\d\d-\d\d-\d\d$/

/** The days that an open date may be: "03/05/2019" is 2019-05-03 and 2019-03-05, "62-01-03" of this century or the last. */
export function datesMeant(date: string): readonly string[] {
  if (NO_CENTURY.test(date)) return [`20${date}`, `19${date}`]
  const [, one, other, year = ''] = STROKES.exec(date) ?? []
  if (one === undefined || other === undefined) return [date]
  const years = year.length === 4 ? [year] : [`20${year}`, `19${year}`]
  return years.flatMap((written) => [`${written}-${other}-${one}`, `${written}-${one}-${other}`])
}

function matchesOf({ pattern, read }: Pattern, text: string, isMidLine: boolean): readonly DateFound[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups }) => {
    const isBehindWords = IN_A_LINE.test(text.slice(Math.max(0, index - LONGEST_LINE), index))
    const reading = read(groups ?? {}, isMidLine || isBehindWords)
    if (reading === null) return []
    // The point behind a month that is cut short is its own, the last one may be that of the sentence.
    const written = reading.kind === 'yearless' ? whole.replace(/\.$/, '') : whole
    return [{ ...reading, text: written, start: index, end: index + written.length }]
  })
}

function ofName({ year = '', month = '', day = '' }: Parts): DateReading | null {
  return wholeDay(year, monthNumber(month), day)
}

/** "3. May 2019 was cold": the third item. */
function isItem({ month = '', point }: Parts, isMidLine: boolean): boolean {
  return point !== undefined && (ENGLISH_ONLY.test(month) || (!isMidLine && ENGLISH_TOO.test(month)))
}

function yearless({ month = '', day = '' }: Parts): DateReading | null {
  return isOtherWord(month) ? null : { kind: 'yearless', value: monthDay(monthNumber(month), day) }
}

/**
 * With strokes and hyphens some put the month first: where both could be meant, and where the century is left out, the value is as it is
 * written ("05/12/2023"), so that it equals only what is written in the same order.
 */
function inFigures({ one: first = '', other: second = '', year = '' }: Parts): DateReading | null {
  const isDate = (day: string, month: string) => Number(day) >= 1 && Number(day) <= 31 && +month >= 1 && +month <= 12
  const [isDayFirst, isMonthFirst] = [isDate(first, second), isDate(second, first)]
  if (!isDayFirst && !isMonthFirst) return null
  const [one, other] = [first.padStart(2, '0'), second.padStart(2, '0')]
  if (year.length < 4 || (isDayFirst && isMonthFirst && one !== other))
    return { kind: 'open', value: [one, other, year].join('/') }
  return isDayFirst ? wholeDay(year, Number(other), one) : wholeDay(year, Number(one), other)
}

/** With its group named. */
function named(month: string): string {
  return month.replace(/\((?!\?)/, '(?<month>')
}

/** A table's column of small numbers is no list of days: without an end, 12,000 of them took 5.7 s. */
const SOME = '{0,30}'
const DAY_OF_RANGE = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\.?(?!\\d)'
const WITH =
  '(?:\\s*[-–&]\\s*|\\s+(?:and|or|to|until|till|through|und|bis|et|au|y|al|e|a|ao|en|tot|t/m|i|do)\\s+)(?:the\\s+)?'
const YEAR_OF_RANGE = '(?:1[6-9]|20|21)\\d{2}(?!\\d)'

/** What a number behind one of these counts is no day: "clause 3 and 4 May", "§ 31 Juni 2020". For a pattern in small letters or not. */
export const NUMBERED_THINGS =
  'pages?|pp?\\.|clauses?|sections?|paragraphs?|paras?\\.?|rooms?|wards?|nos?\\.?|nr\\.?|numbers?|exhibits?|items?|articles?|art\\.?|grades?|stages?|beds?|rules?|regulations?|schedules?|tables?|volumes?|vol\\.?|issues?|flats?|reg\\.|weeks?|punkt|points?|versions?|v\\.|refs?\\.?|references?|tel\\.?|ages?|aged|§§?|abs\\.?|rn\\.?|hefte?|seiten?|ziffern?|zimmer|absatz|pos\\.?|pièces?|artículos?|articol[oi]|artigos?|strona'
const NUMBERED = `(?<!(?:^|[^\\p{L}])(?:${NUMBERED_THINGS})\\s*)`
/** In front of a number that is none of a longer one. */
export const ALONE = '(?<![\\p{L}\\d.,:/£$€-])'

/** 3 in "3 and 4 May 2019", and in "3, 4 and 9 May 2019". */
const BEFORE_DAY = new RegExp(
  `${ALONE}${NUMBERED}(?<day>${DAY_OF_RANGE})(?=(?:\\s*,\\s*${DAY_OF_RANGE})${SOME}${WITH}${DAY_OF_RANGE}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(?<year>${YEAR_OF_RANGE}))`,
  'giu',
)

/** 4 in "3, 4 and 9 May 2019". */
const BETWEEN_DAYS = new RegExp(
  `(?<=${ALONE}${DAY_OF_RANGE}\\s*,\\s*(?:${DAY_OF_RANGE}\\s*,\\s*)${SOME})(?<day>${DAY_OF_RANGE})(?=(?:\\s*,\\s*${DAY_OF_RANGE})${SOME}${WITH}${DAY_OF_RANGE}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(?<year>${YEAR_OF_RANGE}))`,
  'giu',
)

/** 3 and 9 in "May 3-9, 2019". */
const BEHIND_MONTH = new RegExp(
  `${MONTH}\\s+(?<day>${DAY_OF_RANGE})(?=${WITH}${DAY_OF_RANGE},?\\s+(?<year>${YEAR_OF_RANGE}))`,
  'giu',
)
const LAST_BEHIND_MONTH = new RegExp(
  `(?<=${MONTH}\\s+${DAY_OF_RANGE}${WITH})(?<day>${DAY_OF_RANGE}),?\\s+(?<year>${YEAR_OF_RANGE})`,
  'giu',
)

/** 28 December in "28 December to 3 January 2020". */
const DAY_AND_MONTH = new RegExp(
  `${ALONE}(?<day>${DAY_OF_RANGE})\\s+(?:of\\s+|de\\s+)?${MONTH}(?=${WITH}${DAY_OF_RANGE}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?(?<year>${YEAR_OF_RANGE}))`,
  'giu',
)

const RANGE_BEHIND = /^(?:\s*[-–]\s*|\s+(?:to|until|till|through|bis|au|al|ao|tot|do)\s)/i

/** Days of which the text gives the month or the year only once, with another one: "from 3 to 9 May 2019". */
function dateRangesIn(text: string): readonly DateFound[] {
  return [BEFORE_DAY, BETWEEN_DAYS, BEHIND_MONTH, LAST_BEHIND_MONTH, DAY_AND_MONTH].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { day = '', year = '' } = match.groups ?? {}
      const months = match.slice(1).flatMap((part) => monthNumber(part ?? '') || [])
      const [month = 0, later = month] = months
      const [{ index: start, 0: written }, end] = [match, match.index + match[0].length]
      // Only of a range is the first day the earlier one: "5 June and 3 March 2020" leaves the year of the first open.
      if (month > later && !RANGE_BEHIND.test(text.slice(end))) return []
      const reading = wholeDay(month > later ? Number(year) - 1 : year, month, Number.parseInt(day, 10))
      return reading === null ? [] : [{ ...reading, text: written, start, end }]
    }),
  )
}
