import { formatNumber } from './format-quantity.ts'
import { perLocale, t } from './translate.ts'

const DAY_MS = 86_400_000
/** A day of the calendar; read as a time it would be its midnight in Greenwich, the day before in New York. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const formats = perLocale((tag) => {
  const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return {
    clock: new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }),
    date: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
    longDay: new Intl.DateTimeFormat(tag, { ...day, month: 'long' }),
    weekday: new Intl.DateTimeFormat(tag, { weekday: 'long' }),
    day: new Intl.DateTimeFormat(tag, day),
    month: new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    weekdayOfDay: new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' }),
  }
})

/** `today, 10:38`, `yesterday, 09:12`, `3 June 2026, 09:58`; `time` is ISO. */
export function formatTime(time: string, now = new Date()): string {
  const then = new Date(time)
  if (Number.isNaN(then.getTime())) return time
  const startOfToday = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const clock = formats().clock.format(then)
  if (then.getTime() >= startOfToday && then.getTime() < startOfToday + DAY_MS) return t('quantities.today', { clock })
  if (then.getTime() >= startOfToday - DAY_MS && then.getTime() < startOfToday)
    return t('quantities.yesterday', { clock })
  return t('quantities.dateAndClock', { date: formats().date.format(then), clock })
}

/** `3 June 2026`, of a time (ISO) where the reader is, or of a day of the calendar, which is the same everywhere. */
export function formatDate(time: string): string {
  const then = new Date(time)
  if (Number.isNaN(then.getTime())) return time
  return (DAY.test(time) ? formats().longDay : formats().date).format(then)
}

/** `10:58`; `time` is ISO. */
export function formatClock(time: string): string {
  const then = new Date(time)
  return Number.isNaN(then.getTime()) ? time : formats().clock.format(then)
}

/** `Wednesday 3 June 2026`; `time` is ISO. */
export function formatWeekday(time: string): string {
  const then = new Date(time)
  return Number.isNaN(then.getTime()) ? time : dated(formats().weekday, formats().date, then)
}

/** Below this nothing is promised: what ends a job (the last page, the last sentence) is in no estimate. */
const SAID_FROM_SECONDS = 5

/** What is left: `about 40 s left`, `about 4 min left`, `about 2 h left`; empty until it is known, and near the end. */
export function formatTimeLeft(seconds: number | null): string {
  if (seconds === null || seconds < SAID_FROM_SECONDS) return ''
  if (seconds < 90) return t('quantities.secondsLeft', { count: Math.round(seconds / 5) * 5 })
  if (seconds < 90 * 60) return t('quantities.minutesLeft', { count: Math.round(seconds / 60) })
  return t('quantities.hoursLeft', { count: Math.round(seconds / 3600) })
}

/** `0.03 s`, `0.3 s`, `23 s`. */
export function formatSeconds(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 0.095) return `${formatNumber(seconds, 2)} s`
  return `${formatNumber(seconds, seconds < 9.95 ? 1 : 0)} s`
}

/** A day of the calendar, `2026-06-15`, as it stands in tables: `Mon 15 Jun 2026`. */
export function dayWords(day: string): string {
  const then = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(then.getTime()) ? day : dated(formats().weekdayOfDay, formats().day, then)
}

const ISO_DAYS = /(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g
/** With the word before it, which some languages say in another way before a day in words: `nach dem 15. Juni`. */
const WORD_AND_DAY = /(?<![\p{L}])(\p{L}+) (?=\d{4}-\d{2}-\d{2}(?![\w-]))/gu

/** A text with its days of the calendar in words: `due on 2026-06-15` is `due on Mon 15 Jun 2026`. */
export function withDayWords(text: string): string {
  return beforeDays(text).replace(ISO_DAYS, dayWords)
}

/** A text with its days of the calendar as people write them: `born on 1951-03-14` is `born on 14 March 1951`. */
export function withDates(text: string): string {
  return beforeDays(text).replace(ISO_DAYS, formatDate)
}

/** `von` becomes `vom`. */
function beforeDays(text: string): string {
  const words = beforeDay()
  return words.size === 0
    ? text
    : text.replace(WORD_AND_DAY, (all, word: string) => words.get(word)?.concat(' ') ?? all)
}

const beforeDay = perLocale(
  () =>
    new Map(
      t('language.beforeDay')
        .split('; ')
        .flatMap((pair) => {
          const [word, words] = pair.split(' > ')
          return word && words ? [[word, words] as const] : []
        }),
    ),
)

/** As much of a date as is known: `Mon 15 Jun 2026`, `June 2026`, `2026`. */
export function partialDayWords(date: string): string {
  if (DAY.test(date)) return dayWords(date)
  if (!/^\d{4}-\d{2}$/.test(date)) return date
  return formats().month.format(new Date(`${date}-01T00:00:00Z`))
}

function dated(weekday: Intl.DateTimeFormat, date: Intl.DateTimeFormat, then: Date): string {
  return t('quantities.weekdayAndDate', { weekday: weekday.format(then), date: date.format(then) })
}
