import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timelineLayout, timelineWords } from '../../renderer/facts/timeline.tsx'
import { dayWords, partialDayWords, withDayWords } from '../../wording/format-time.ts'

describe('the timeline', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const dates = fc.array(
    fc.record({ day, words: fc.lorem(), kind: fc.constantFrom('fact' as const, 'computed' as const) }),
  )

  test('keeps the order of days, with room between neighbours and inside the drawing', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 900 }), (given, room) => {
        const { points, width } = timelineLayout(given, room)
        expect(points.map((point) => point.day)).toEqual([...new Set(given.map((date) => date.day))].toSorted())
        const xs = points.map(({ x }) => x)
        expect(xs.every((x) => x > 0 && x < width)).toBe(true)
        const pairs = points.slice(1).map((point, at) => [points[at], point] as const)
        expect(pairs.every(([before, after]) => before && after.x - before.x >= 72 && after.side !== before.side)).toBe(
          true,
        )
      }),
    )
  })

  test('a longer time is never shorter on the line', () => {
    const given = ['2026-01-01', '2026-01-02', '2026-02-01', '2030-01-01'].map((one) => ({
      day: one,
      words: one,
      kind: 'fact' as const,
    }))
    const { gaps } = timelineLayout(given, 600)
    const lengths = gaps.map(({ from, to }) => to - from)
    expect(lengths).toEqual(lengths.toSorted((one, other) => one - other))
    expect(gaps.map(({ isLong }) => isLong)).toEqual([false, false, true])
  })

  test('what falls on one day stands on one point, and all of it is in the words', () => {
    const given = [
      { day: '2026-06-03', words: 'as of', kind: 'as-of' as const },
      { day: '2026-06-03', words: 'posted', kind: 'fact' as const },
      { day: '2024-09-30', words: 'last day', kind: 'computed' as const },
    ]
    const { points } = timelineLayout(given, 600)
    expect(points.map(({ words, kind }) => [words, kind])).toEqual([
      ['last day', 'computed'],
      ['as of; posted', 'fact'],
    ])
    expect(timelineWords(given)).toBe('Timeline: 2024-09-30, last day; 2026-06-03, as of; 2026-06-03, posted.')
  })

  test('a day is said with its weekday', () => {
    expect(dayWords('2026-06-15')).toBe('Mon 15 Jun 2026')
    expect(dayWords('2024-09-29')).toBe('Sun 29 Sept 2024')
    expect(dayWords('someday')).toBe('someday')
    expect(['2026-06-15', '2026-06', '2026'].map(partialDayWords)).toEqual(['Mon 15 Jun 2026', 'June 2026', '2026'])
    expect(withDayWords('due on 2026-06-15, ref. 12026-06-15, or 2026-06-16.')).toBe(
      'due on Mon 15 Jun 2026, ref. 12026-06-15, or Tue 16 Jun 2026.',
    )
  })
})

describe('the weekend that moved a deadline', () => {
  const DATES = [
    { day: '2024-09-27', words: 'posted', kind: 'fact' },
    { day: '2024-10-01', words: 'deemed served', kind: 'computed' },
    { day: '2025-03-31', words: 'break date', kind: 'fact' },
  ] as const
  const WEEKEND = { from: '2024-09-28', to: '2024-09-29', name: 'weekend' }

  test('is a box between its neighbours, and stands in the words', () => {
    const { points, boxes } = timelineLayout(DATES, 700, [WEEKEND])
    expect(boxes).toHaveLength(1)
    const [box] = boxes
    expect(box?.words).toBe('weekend')
    expect(box?.from).toBeGreaterThan(points[0]?.x ?? 0)
    expect(box?.to).toBeLessThan(points[1]?.x ?? 0)
    expect(timelineWords(DATES, [WEEKEND])).toContain('Not counted: 2024-09-28 to 2024-09-29, weekend.')
  })

  test('is counted together with others of its gap', () => {
    const holiday = { from: '2024-09-30', to: '2024-09-30', name: 'a holiday' }
    expect(timelineLayout(DATES, 700, [WEEKEND, holiday]).boxes.map(({ words }) => words)).toEqual(['3 days off'])
  })
})
