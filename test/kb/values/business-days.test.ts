import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  businessDaysAfter,
  businessDaysBetween,
  isBusinessDay,
  nearestBusinessDay,
} from '../../../kb/values/business-days.ts'
import { dayOf, sayDay } from '../../../kb/values/plain-date.ts'
import type { Calendar } from '../../../kb/program/vocabulary.ts'
import { drawnNumbers } from '../drawn-numbers.ts'
import { readFixture } from '../read-fixture.ts'

const NO_TICK = () => {}
const FUNCTIONS = ['after', 'between', 'next', 'previous'] as const

type Fixture = {
  readonly cases: number
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly calendars: readonly { readonly week: string; readonly holidays: readonly number[] }[]
  readonly results: string
}

function calendarOf(week: string, holidays: readonly number[], from: number, to: number): Calendar {
  const weekend = new Set([1, 2, 3, 4, 5, 6, 7].filter((day) => week[day - 1] === '0'))
  return {
    name: week,
    title: week,
    weekend,
    holidays: new Map(holidays.map((day) => [day, 'holiday'])),
    from,
    to,
    source: null,
  }
}

describe('business days', () => {
  it('agree with numpy in 100,000 cases over six calendars', () => {
    const fixture = readFixture<Fixture>('business-days')
    const results = new Int16Array(new Uint8Array(Buffer.from(fixture.results, 'base64')).buffer)
    const calendars = fixture.calendars.map(({ week, holidays }) =>
      calendarOf(week, holidays, fixture.from, fixture.to),
    )
    // The calendars were drawn first, so their holidays show that both generators give the same numbers.
    const draw = drawnNumbers(fixture.seed)
    const drawn = calendars.map((_, index) =>
      Array.from({ length: 60 * index }, () => fixture.from + draw(fixture.to - fixture.from + 1)),
    )
    expect(drawn.map((days) => [...new Set(days)].toSorted((a, b) => a - b))).toEqual(
      fixture.calendars.map(({ holidays }) => holidays),
    )

    const start = fixture.from + 4000
    const disagreements: string[] = []
    for (let index = 0; index < fixture.cases; index += 1) {
      const [name, which] = [FUNCTIONS[draw(FUNCTIONS.length)]!, draw(calendars.length)]
      const calendar = calendars[which]!
      const [day, number] = [start + draw(2900), draw(1001) - 500]
      const result = {
        after: () => businessDaysAfter(day, number, calendar, NO_TICK) - day,
        between: () => businessDaysBetween(day, day + number, calendar, NO_TICK),
        next: () => nearestBusinessDay(day, 1, calendar, NO_TICK) - day,
        previous: () => nearestBusinessDay(day, -1, calendar, NO_TICK) - day,
      }[name]()
      if (result !== results[index])
        disagreements.push(
          `case ${index}: ${name} ${sayDay(day)} ${number} week ${calendar.name} (calendar ${which}): ${result}, numpy ${results[index]}`,
        )
    }
    expect(results).toHaveLength(100_000)
    expect(disagreements.slice(0, 10)).toEqual([])
  })

  const from = dayOf('2026-01-01')!
  const to = dayOf('2027-12-31')!
  const calendar = fc
    .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }), fc.array(fc.integer({ min: from, max: to })))
    .map(
      ([weekend, holidays]): Calendar => ({
        ...calendarOf('1111111', holidays, from, to),
        weekend: new Set(weekend),
      }),
    )
  const day = fc.integer({ min: from, max: to })

  it('after some of them exactly so many lie between', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: -60, max: 60 }), (days, start, count) => {
        const end = businessDaysAfter(start, count, days, NO_TICK)
        if (!Number.isFinite(end)) return
        expect(businessDaysBetween(start, end, days, NO_TICK)).toBe(count)
        expect(count === 0 || isBusinessDay(end, days)).toBe(true)
      }),
    )
  })

  it('never go back in time when counted from a later day or for longer', () => {
    fc.assert(
      fc.property(calendar, day, day, fc.integer({ min: -60, max: 60 }), (days, one, other, count) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        const after = (start: number, number: number) => businessDaysAfter(start, number, days, NO_TICK)
        expect(after(early, count)).toBeLessThanOrEqual(after(late, count))
        expect(after(early, count)).toBeLessThanOrEqual(after(early, count + 1))
      }),
    )
  })

  it('end with the calendar, and are not counted beyond 3,660', () => {
    const short = calendarOf('1111100', [], from, to)
    const long = calendarOf('1111111', [], from, from + 20_000)
    expect(businessDaysAfter(to, 1, short, NO_TICK)).toBe(Infinity)
    expect(businessDaysAfter(from, -1, short, NO_TICK)).toBe(-Infinity)
    expect(businessDaysAfter(from - 1, 5, short, NO_TICK)).toBe(-Infinity)
    expect(businessDaysAfter(from, 3660, long, NO_TICK)).toBe(from + 3660)
    expect(businessDaysAfter(from, 3661, long, NO_TICK)).toBe(Infinity)
    expect(businessDaysBetween(from, from + 3660, long, NO_TICK)).toBe(3660)
    expect(businessDaysBetween(from, from + 3661, long, NO_TICK)).toBe(Infinity)
  })

  it('tick at every day they pass, so the budget can stop them', () => {
    let ticks = 0
    const stop = () => {
      ticks += 1
      if (ticks > 50) throw new Error('spent')
    }
    const noneWorked = { ...calendarOf('0000000', [], from, to) }
    for (const run of [
      () => businessDaysAfter(from, 100, noneWorked, stop),
      () => businessDaysBetween(from, to, noneWorked, stop),
      () => nearestBusinessDay(from, 1, noneWorked, stop),
    ]) {
      ticks = 0
      expect(run).toThrow('spent')
    }
  })
})
