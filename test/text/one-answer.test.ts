import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falseDatesIn, findersOf, READERS } from '../../bench/dates/date-finders.ts'
import { dateProbes } from '../../bench/dates/date-probes.ts'
import { NO_DATES } from '../../bench/dates/no-dates.ts'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from '../disclosure/word-lists.ts'

const detector = createDetector(wordLists)
const find = detector.find.bind(detector)

describe('the readers of one sentence give one answer', () => {
  test('a date in any of the eight languages is found by checks, masks, chronology and proposals alike', () => {
    const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
        const missed = dateProbes(day).flatMap((probe) => {
          const found = findersOf(probe, find)
          return READERS.filter((reader) => !found[reader]).map((reader) => `${reader}: ${probe.written}`)
        })
        expect(missed).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test.each(NO_DATES)('there is no date in "%s"', (text) => expect(falseDatesIn(text)).toEqual([]))
})
