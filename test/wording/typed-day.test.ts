import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { dayWords, formatDate } from '../../wording/format-time.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { setLanguage } from '../../wording/translate.ts'
import { dayAsTyped, readTypedDay, typedDay } from '../../wording/typed-day.ts'

afterEach(() => setLanguage(ENGLISH))

const anyDay = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

type Parts = { readonly year: string; readonly month: string; readonly day: string }

describe('a day that is typed', () => {
  test.each([ENGLISH, GERMAN])('as the window prints it is read as that day', (messages) => {
    setLanguage(messages)
    fc.assert(
      fc.property(anyDay, (day) => {
        expect([day, dayWords(day), formatDate(day), dayAsTyped(day)].map(typedDay)).toEqual([day, day, day, day])
      }),
    )
  })

  test.each([
    [ENGLISH, '20/11/2026'],
    [GERMAN, '20.11.2026'],
  ])('a field shows it in the form that it asks for: %#', (messages, shown) => {
    setLanguage(messages)
    expect(dayAsTyped('2026-11-20')).toBe(shown)
    expect(['', 'last week', '2026-02-31'].map(dayAsTyped)).toEqual(['', 'last week', '2026-02-31'])
  })

  test.each([
    ['en-GB', ENGLISH],
    ['de-DE', GERMAN],
  ] as const)(
    'with its weekday before it is read in every form of %s, and with another weekday is none',
    (tag, messages) => {
      setLanguage(messages)
      const figures = ({ year, month, day }: Parts) => [
        `${day}.${month}.${year}`,
        `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`,
        `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
        ...(messages === ENGLISH ? [`${day}/${month}/${year}`] : []),
      ]
      fc.assert(
        fc.property(anyDay, fc.integer({ min: 0, max: 6 }), fc.constantFrom('long', 'short'), (day, away, style) => {
          const of = (time: number) =>
            new Intl.DateTimeFormat(tag, { weekday: style, timeZone: 'UTC' }).format(time).replace('.', '')
          const weekday = of(Date.parse(day) + away * 86_400_000)
          const [year = '', month = '', date = ''] = day.split('-')
          const forms = figures({ year, month: String(Number(month)), day: String(Number(date)) })
          for (const text of [...forms, formatDate(day)].flatMap((form) => [
            `${weekday} ${form}`,
            `${weekday}., ${form}`,
          ]))
            expect([text, typedDay(text)]).toEqual([text, away === 0 ? day : null])
        }),
      )
    },
  )

  test('with its weekday before figures is read, in both languages', () => {
    for (const text of ['Wed 3/6/2026', 'Wednesday, 03/06/2026', 'Wed, 3.6.2026', 'Wed 2026-06-03', 'Wed 3/6/26'])
      expect([text, typedDay(text)]).toEqual([text, '2026-06-03'])
    setLanguage(GERMAN)
    for (const text of ['Mi, 03.06.2026', 'Mittwoch, 03.06.2026', 'Mi. 3.6.2026', 'Mi 2026-06-03', 'Mi 03/06/2026'])
      expect([text, typedDay(text)]).toEqual([text, '2026-06-03'])
    for (const text of ['Do, 03.06.2026', 'Di 2026-06-03', 'M 3.6.2026', 'Mi Mi 3.6.2026', 'Mi'])
      expect([text, typedDay(text)]).toEqual([text, null])
  })

  test('in English is written in words or figures, the day first', () => {
    for (const text of ['3 June 2026', '3rd of June, 2026', 'June 3, 2026', '3 Jun 2026', 'Wed 3 June 2026'])
      expect([text, typedDay(text)]).toEqual([text, '2026-06-03'])
    for (const text of ['03/06/2026', '3/6/2026', '3.6.2026', ' 2026-06-03 '])
      expect([text, typedDay(text)]).toEqual([text, '2026-06-03'])
    // A month is never the first figure, so that the next one is not misread either.
    expect(typedDay('06/13/2026')).toBeNull()
  })

  test('in German is written in words or figures', () => {
    setLanguage(GERMAN)
    for (const text of ['3.6.2026', '03.06.2026', '3. 6. 2026', '3. Juni 2026', 'Mi, 3. Juni 2026', '3 Jun 2026'])
      expect([text, typedDay(text)]).toEqual([text, '2026-06-03'])
    expect(typedDay('1. März 2026')).toBe('2026-03-01')
  })

  test('and can be read in two ways is refused, and both are said', () => {
    expect(readTypedDay('3/6/26')).toEqual({
      problem: '“3/6/26” can be read in two ways. Write 3 June 2026 or 3 June 1926.',
    })
    expect(readTypedDay('03-06-2026')).toHaveProperty('problem', expect.stringContaining('6 March 2026'))
    setLanguage(GERMAN)
    expect(readTypedDay('03/06/2026')).toEqual({
      problem: '„03/06/2026“ lässt sich auf zwei Arten lesen. Schreiben Sie 3. Juni 2026 oder 6. März 2026.',
    })
    expect(typedDay('13/06/2026')).toBe('2026-06-13')
  })

  test('and does not exist, or is of another weekday, is none', () => {
    for (const text of ['2026-02-31', '31.2.2026', '29 February 2026', '2026-13-01', '2026-6-3', 'Mon 3 June 2026', ''])
      expect([text, typedDay(text)]).toEqual([text, null])
    for (const text of ['1 June', 'June 2026', 'someday', '3 Ju 2026', '3 M 2026', '3.6', '3 June 2026 or so'])
      expect([text, typedDay(text)]).toEqual([text, null])
    expect(readTypedDay('someday')).toEqual({
      problem: '“someday” is no day. Write it like 3 June 2026 or 2026-06-03.',
    })
  })
})
