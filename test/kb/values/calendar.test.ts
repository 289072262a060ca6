import { describe, expect, it } from 'vitest'
import {
  addMonths,
  dayOf,
  dayOfWeek,
  endOfMonth,
  endOfYear,
  FIRST_DAY,
  LAST_DAY,
  monthsBetween,
  sayDay,
} from '../../../kb/values/plain-date.ts'
import { drawnNumbers } from '../drawn-numbers.ts'

const MS_PER_DAY = 86_400_000

/** The independent implementation: V8's own `Date`, in UTC, which is proleptic Gregorian too. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}

function dayNumberOf(date: Date): number {
  return Math.round(date.getTime() / MS_PER_DAY)
}

function expected(day: number, months: number, other: number) {
  const date = new Date(day * MS_PER_DAY)
  const [year, month, inMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const lastOf = (y: number, m: number) => dateOf(y, m + 1, 0)
  const clamped = dayNumberOf(
    dateOf(year, month + months, Math.min(inMonth, lastOf(year, month + months).getUTCDate())),
  )
  const [early, late] = [Math.min(day, other), Math.max(day, other)].map((one) => new Date(one * MS_PER_DAY))
  const completed =
    12 * (late!.getUTCFullYear() - early!.getUTCFullYear()) +
    (late!.getUTCMonth() - early!.getUTCMonth()) -
    (late!.getUTCDate() < early!.getUTCDate() ? 1 : 0)
  return {
    text: date.toISOString().slice(0, 10),
    number: day,
    weekday: date.getUTCDay() || 7,
    lastOfMonth: dayNumberOf(lastOf(year, month)),
    lastOfYear: dayNumberOf(dateOf(year, 11, 31)),
    later: clamped < FIRST_DAY ? -Infinity : clamped > LAST_DAY ? Infinity : clamped,
    completed: (other < day ? -completed : completed) + 0,
  }
}

function computed(day: number, months: number, other: number): ReturnType<typeof expected> {
  const text = sayDay(day)
  return {
    text,
    number: dayOf(text)!,
    weekday: dayOfWeek(day),
    lastOfMonth: endOfMonth(day),
    lastOfYear: endOfYear(day),
    later: addMonths(day, months),
    completed: monthsBetween(day, other),
  }
}

describe('the calendar', () => {
  it('agrees with Date in 100,000 cases over all years from 1 to 9999', () => {
    const draw = drawnNumbers(5)
    const disagreements: unknown[] = []
    for (let index = 0; index < 100_000; index += 1) {
      const far = draw(2) === 0
      const day = FIRST_DAY + draw(LAST_DAY - FIRST_DAY + 1)
      const months = far ? draw(120_001) - 60_000 : draw(101) - 50
      const other = far ? FIRST_DAY + draw(LAST_DAY - FIRST_DAY + 1) : clamp(day + draw(801) - 400)
      const [mine, theirs] = [computed(day, months, other), expected(day, months, other)]
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) disagreements.push({ day, months, other, mine, theirs })
    }
    expect(disagreements.slice(0, 5)).toEqual([])
  })

  it('agrees with Date on month ends and leap days, where implementations differ', () => {
    const disagreements: unknown[] = []
    for (const year of [1, 4, 100, 400, 1582, 1900, 1999, 2000, 2023, 2024, 2100, 9996, 9999]) {
      for (let month = 0; month < 12; month += 1) {
        const last = dayNumberOf(dateOf(year, month + 1, 0))
        for (const day of [last - 3, last - 2, last - 1, last, last + 1].map(clamp)) {
          for (const months of [-25, -12, -1, 0, 1, 2, 6, 11, 12, 13, 48]) {
            const other = clamp(day + 31 * months - (months % 3))
            const [mine, theirs] = [computed(day, months, other), expected(day, months, other)]
            if (JSON.stringify(mine) !== JSON.stringify(theirs))
              disagreements.push({ day, months, other, mine, theirs })
          }
        }
      }
    }
    expect(disagreements.slice(0, 5)).toEqual([])
  })

  it.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '10000-01-01',
    '2026-1-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('has no day %j', (text) => {
    expect(dayOf(text)).toBeNull()
  })

  it.each([['2024-02-29', '0001-01-01', '9999-12-31', '2000-02-29', '1582-10-10']])(
    'has the days %s, %s, %s, %s and %s',
    (...days) => {
      expect(days.map((text) => sayDay(dayOf(text)!))).toEqual(days)
    },
  )

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-10-31', 4, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(sayDay(addMonths(dayOf(from)!, months))).toBe(to)
  })

  it.each([
    ['2000-02-29', '2001-02-28', 11, 'a birthday on 29 February comes on 1 March'],
    ['2000-02-29', '2001-03-01', 12, 'a birthday on 29 February comes on 1 March'],
    ['2026-01-31', '2026-02-28', 0, 'the 31st is not reached'],
    ['2026-01-15', '2026-02-14', 0, 'one day short'],
    ['2026-01-15', '2026-02-15', 1, 'to the day'],
    ['2026-02-15', '2026-01-15', -1, 'backwards'],
    ['2026-02-15', '2026-01-16', 0, 'backwards, one day short'],
  ])('from %s to %s %i months are completed: %s', (from, to, months) => {
    expect(monthsBetween(dayOf(from)!, dayOf(to)!)).toBe(months)
  })

  it('gives an infinity beyond its years instead of a day', () => {
    expect([addMonths(LAST_DAY, 1), addMonths(FIRST_DAY, -1), addMonths(0, 1e30), addMonths(0, -1e30)]).toEqual([
      Infinity,
      -Infinity,
      Infinity,
      -Infinity,
    ])
  })
})

function clamp(day: number): number {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY)
}
