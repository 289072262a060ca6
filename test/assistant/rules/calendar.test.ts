import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CalendarDate,
  calendarDates,
  calendarFile,
  escapeText,
  foldLine,
} from '../../../assistant/rules/calendar-file.ts'
import type { Conclusions } from '../../../contract/knowledge/rule.ts'

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
      ahead: [
        {
          day,
          sentence: 'Limitation ends',
          conclusion: 0,
          daysLeft: 1,
          dependsOn: ['Was it acknowledged?'],
          isException: false,
        },
      ],
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
    const matter = { id: 'm1', name: 'Hollis v Marlowe' }
    const [before] = calendarDates(conclusions('2026-12-31'), matter)
    const [after] = calendarDates(conclusions('2027-01-04'), matter)
    expect(before?.id).toBe('m1/limitation_ends/claim/1@consilium')
    expect(after?.id).toBe(before?.id)
    expect(calendarDates(conclusions('2026-12-31'), { ...matter, id: 'm2' })[0]?.id).not.toBe(before?.id)
  })

  test('each says what it rests on, what was assumed, and that a sample is no guidance', () => {
    expect(calendarDates(conclusions('2026-12-31'), { id: 'm1', name: 'Hollis' })[0]?.note).toBe(
      [
        'Depends on: Was it acknowledged?',
        'Holds if nothing was acknowledged.',
        'Assumed: no acknowledgement',
        'Rules: lim-1: s. 19',
        'By a sample pack, not reviewed guidance.',
      ].join('\n'),
    )
  })
})
