import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conclusions } from '../../contract/rule.ts'
import { calendarDates } from '../../renderer/facts/calendar-dates.ts'
import { type CalendarDate, calendarFile, escapeText, foldLine } from '../../renderer/facts/calendar-file.ts'
import { timelineLayout, timelineWords } from '../../renderer/facts/timeline-layout.ts'
import { dayWords } from '../../renderer/wording/day-words.ts'

const encoder = new TextEncoder()
const DATE: CalendarDate = {
  id: 'm1/limitation/1@consilium',
  day: '2026-12-31',
  title: 'Limitation ends (Hollis v Marlowe)',
  note: '',
}

/** RFC 5545 section 3.1 read backwards. */
const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '')
/** RFC 5545 section 3.3.11 read backwards. */
const unescape = (text: string) => text.replace(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one))

describe('a calendar file (RFC 5545)', () => {
  test('is one calendar of all-day events, each line ended by CR LF', () => {
    expect(calendarFile([DATE], '2026-06-03T09:12:44.120Z')).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Consilium//Deadlines//EN',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:m1/limitation/1@consilium',
        'DTSTAMP:20260603T091244Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Limitation ends (Hollis v Marlowe)',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  test('ends the day after it begins, also over a leap day and a change of the clocks', () => {
    const ends = ['2024-02-28', '2024-02-29', '2025-02-28', '2026-03-29', '2026-10-25'].map(
      (day) => /DTEND;VALUE=DATE:(\d+)/.exec(calendarFile([{ ...DATE, day }], '2026-06-03T00:00:00Z'))?.[1],
    )
    expect(ends).toEqual(['20240229', '20240301', '20250301', '20260330', '20261026'])
  })

  test('escapes what separates values, and writes line breaks as \\n', () => {
    expect(escapeText('a; b, c\\d')).toBe(String.raw`a\; b\, c\\d`)
    expect(escapeText('one\r\ntwo\rthree\nfour')).toBe(String.raw`one\ntwo\nthree\nfour`)
    expect(escapeText('bell\u0007')).toBe('bell ')
  })

  test('no line is longer than 75 octets, no character is cut, and unfolding gives the text back', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 400, unit: 'binary' }),
      fc.string({ maxLength: 400, unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(text, text, (title, note) => {
        const file = calendarFile([{ ...DATE, title, note }], '2026-06-03T00:00:00Z')
        for (const line of file.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
        // A lone surrogate would become U+FFFD when the file is written.
        expect(new TextDecoder().decode(encoder.encode(file))).toBe(file.toWellFormed())
        const lines = unfold(file).split('\r\n')
        const valueOf = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
        const plain = (said: string) => said.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
        expect(unescape(valueOf('SUMMARY') ?? '')).toBe(plain(title))
        expect(unescape(valueOf('DESCRIPTION') ?? '')).toBe(plain(note))
      }),
    )
  })

  test('folds exactly at the limit, and not before it', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
    expect(foldLine(`${'x'.repeat(74)}é`)).toBe(`${'x'.repeat(74)}\r\n é`)
  })

  test('nothing in a title can begin a property of its own', () => {
    const file = calendarFile([{ ...DATE, title: 'x\r\nATTACH:http://a.example' }], '2026-06-03T00:00:00Z')
    expect(file.split('\r\n').some((line) => line.startsWith('ATTACH'))).toBe(false)
  })
})

describe('the dates that are exported', () => {
  const conclusions = (day: string): Conclusions =>
    ({
      asOf: '2026-06-03',
      ahead: [{ day, sentence: 'Limitation ends', conclusion: 0, daysLeft: 1, dependsOn: [] }],
      conclusions: [
        {
          relation: 'limitation_ends',
          args: ['claim', day],
          holds: 'unknown',
          summary: 'Holds if nothing was acknowledged.',
          assumed: ['no acknowledgement'],
          proof: { grounds: [{ rule: 'lim-1', source: 's. 19', reviewed: false }] },
        },
      ],
    }) as unknown as Conclusions

  test('a date that moves keeps its identity, so that a second import changes it', () => {
    const matter = { id: 'm1', matter: 'Hollis v Marlowe' }
    const [before] = calendarDates(conclusions('2026-12-31'), matter)
    const [after] = calendarDates(conclusions('2027-01-04'), matter)
    expect(before?.id).toBe('m1/limitation_ends/claim/1@consilium')
    expect(after?.id).toBe(before?.id)
    expect(calendarDates(conclusions('2026-12-31'), { ...matter, id: 'm2' })[0]?.id).not.toBe(before?.id)
  })

  test('each says what it rests on, what was assumed, and that a sample is no guidance', () => {
    expect(calendarDates(conclusions('2026-12-31'), { id: 'm1', matter: 'Hollis' })[0]?.note).toBe(
      [
        'Not confirmed: it depends on what is not recorded.',
        'Holds if nothing was acknowledged.',
        'Assumed: no acknowledgement',
        'Rules: lim-1: s. 19',
        'By a sample pack, not reviewed guidance.',
      ].join('\n'),
    )
  })
})

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
    expect(dayWords('2024-09-29')).toBe('Sun 29 Sep 2024')
    expect(dayWords('someday')).toBe('someday')
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
