import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageBands, ageKey, readAge, sayBand } from '../../../disclosure/pseudonyms/ages.ts'
import {
  dayNumber,
  type DayRange,
  isoDay,
  readDate,
  slashOrder,
  weekdayOf,
} from '../../../disclosure/pseudonyms/read-date.ts'
import { linkMentions } from '../../../disclosure/pseudonyms/link-mentions.ts'
import { type DateMode, sayDates } from '../../../disclosure/pseudonyms/outgoing-marks.ts'

const isoOf = (text: string, order: 'day-first' | 'month-first' | null = null) => {
  const range = readDate(text, order)
  if (range === null) return null
  return range.from === range.to ? isoDay(range.from) : `${isoDay(range.from)} ${isoDay(range.to)}`
}

describe('a date is read as it is written', () => {
  test.each([
    ['2021-03-04', '2021-03-04'],
    ['2021-03-04 14:30', '2021-03-04'],
    ['20210304T120000Z', '2021-03-04'],
    ['4 March 2021', '2021-03-04'],
    ['4th day of March, 2021', '2021-03-04'],
    ['March 4, 2021', '2021-03-04'],
    ['Mar. 4th, 2021', '2021-03-04'],
    ['Thursday, March 4, 2021 at 10:15', '2021-03-04'],
    ['4-Mar-21', '2021-03-04'],
    ['4. März 2021', '2021-03-04'],
    ['04.03.2021', '2021-03-04'],
    ['4.3.21', '2021-03-04'],
    ['le 4 mars 2021', '2021-03-04'],
    ['mardi 1er juin 2021', '2021-06-01'],
    ['le sept mai 2021', '2021-05-07'],
    ['12 lutego 2021', '2021-02-12'],
    ['tre gennaio 1962', '1962-01-03'],
    ['4 de marzo de 2021', '2021-03-04'],
    ['martes, 4 de mayo de 2021', '2021-05-04'],
    ['25/12/2021', '2021-12-25'],
    ['12/25/2021', '2021-12-25'],
    ['5/5/2021', '2021-05-05'],
    ['the fourth of March two thousand and twenty-one', '2021-03-04'],
    ['the twenty-first day of March, nineteen ninety-nine', '1999-03-21'],
    ['4-6 March 2021', '2021-03-04 2021-03-06'],
    ['March 2021', '2021-03-01 2021-03-31'],
    ['4 March 10:15', null],
    ['March 4, 09:30', null],
    ['03/2021', '2021-03-01 2021-03-31'],
    ['2021', '2021-01-01 2021-12-31'],
  ])('%s', (text, expected) => {
    expect(isoOf(text)).toBe(expected)
  })

  test.each([
    '4 March',
    'Tuesday',
    '31 February 2021',
    'Christmas',
    'summer 2019',
    '4 March - 6 April 2021',
    '3/4/2021',
  ])('%s is not sure to be one', (text) => expect(isoOf(text)).toBeNull())

  test('3/4/2021 follows the dates that can only be read in one way, where they agree', () => {
    expect(slashOrder(['25/12/2021', '3/4/2021', '4 March 2021'])).toBe('day-first')
    expect(slashOrder(['12/25/2021', '25/12/2021'])).toBeNull()
    expect(isoOf('3/4/2021', 'day-first')).toBe('2021-04-03')
    expect(isoOf('3/4/2021', 'month-first')).toBe('2021-03-04')
  })

  test('whatever the day and the way to write it', () => {
    const names = 'January February March April May June July August September October November December'.split(' ')
    const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const [iso, year] = [date.toISOString().slice(0, 10), date.getUTCFullYear()]
        const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()]
        const name = names[month - 1] ?? ''
        const ways = [
          `${day} ${name} ${year}`,
          `${name} ${day}, ${year}`,
          `${day}.${month}.${year}`,
          `${year}/${month}/${day}`,
        ]
        expect(ways.map((way) => isoOf(way))).toEqual(ways.map(() => iso))
        expect(isoOf(`${month}/${day}/${year}`, 'month-first')).toBe(iso)
        expect(isoOf(`${day}-${month}-${String(year).slice(2)}`, 'day-first')).toBe(iso)
      }),
      { numRuns: 200 },
    )
  })
})

describe('dates leave with their order and their distances', () => {
  const say = (ranges: readonly (DayRange | null)[], mode: Exclude<DateMode, 'exact'>, shift: number) => {
    const dates = ranges.map((range) => ({ range, birth: null }))
    return sayDates(dates, [], mode, shift).dates
  }
  const day = (iso: string) => {
    const [year = 0, month = 0, date = 0] = iso.split('-').map(Number)
    const from = dayNumber(year, month, date) ?? 0
    return { from, to: from }
  }

  test('as days counted from the earliest', () => {
    const dates = [
      day('2021-03-04'),
      day('2021-03-01'),
      null,
      { from: day('2021-04-01').from, to: day('2021-04-30').to },
    ]
    expect(say(dates, 'day', 0)).toEqual(['day 4, Thursday', 'day 1, Monday', '', 'day 32 to 61'])
  })

  test('a date that would tell an age over 89 is told as that', () => {
    const dates = [day('1920-01-01'), day('2021-03-01'), day('2021-03-04')]
    const said = ['more than 89 years before the latest date', 'day 1, Monday', 'day 4, Thursday']
    expect(say(dates, 'day', 0)).toEqual(said)
  })

  test('shifted by whole weeks, so that weekdays stay', () => {
    const range = fc.integer({ min: -10_000, max: 20_000 }).map((from) => ({ from, to: from }))
    const weeks = fc.integer({ min: -520, max: -52 })
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), weeks, (dates, shift) => {
        const said = say(dates, 'shifted', shift)
        const back = said.map((text) => Date.parse(text.slice(0, 10)) / 86_400_000)
        expect(back.map((number) => number - shift * 7)).toEqual(dates.map(({ from }) => from))
        expect(said.map((text) => text.slice(12))).toEqual(dates.map(({ from }) => weekdayOf(from)))
        const counted = say(dates, 'day', shift).map((text) => Number(/\d+/.exec(text)?.[0]))
        expect(counted.map((number) => number - Math.min(...counted))).toEqual(
          dates.map(({ from }) => from - Math.min(...dates.map((one) => one.from))),
        )
      }),
      { numRuns: 200 },
    )
  })
})

test('an age leaves as its band, and one over 89 as one of all these', () => {
  const ages = ['74-year-old', 'aged 89', '90 y/o', '103', 'seventy-four', 'nonagenarian', '18 months', 'her sixties']
  const bands = ['70 to 79', '80 to 89', 'over 89', 'over 89', '70 to 79', 'over 89', 'under 2 years', null]
  const bandOf = (text: string) => {
    const age = readAge(text)
    return age && sayBand(ageBands([], 0)(age.years))
  }
  expect(ages.map(bandOf)).toEqual(bands)
  expect([ageKey('74-year-old'), ageKey('aged 74'), ageKey('74 months')]).toEqual(['74 y', '74 y', '74 m'])
})

test('the order of day and month is taken from dates alone, not from the number of a telephone', () => {
  const mention = (type: 'date' | 'phone', text: string) =>
    ({ type, text, by: 'pattern', confidence: 0.9, sex: null }) as const
  const dates = [mention('date', '3/4/2021'), mention('date', 'March 4, 2021')]
  const { of } = linkMentions([...dates, mention('phone', '01-42-68-53-00')], [])
  expect(of.map(({ pseudonym }) => pseudonym)).toEqual(['DATE-1', 'DATE-2', 'PHONE-1'])
})
