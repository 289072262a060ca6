import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceUnits } from '../../assistant/answers/draft/passage-spans.ts'
import { textSegments } from '../../assistant/facts/text-segments.ts'
import { falseDatesIn, findersOf, READERS } from '../../bench/dates/date-finders.ts'
import { dateProbes } from '../../bench/dates/date-probes.ts'
import { NO_DATES } from '../../bench/dates/no-dates.ts'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { splitSentences, sentenceEnds } from '../../text/sentences.ts'
import { wordLists } from '../disclosure/word-lists.ts'

const detector = createDetector(wordLists)
const find = detector.find.bind(detector)

const DAYS = fc.date({ min: new Date('1930-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
const dayOf = (date: Date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
/** The sentences that each reader of a text sees in it. */
const countsOf = (text: string) => [
  splitSentences(text).length,
  sentenceEnds(text).length,
  sentenceUnits(text).length,
  textSegments(text).length,
]
const ALL_ONE = [1, 1, 1, 1]

describe('the readers of one sentence give one answer', () => {
  test('a date in any of the eight languages is found by checks, masks, chronology and proposals alike', () => {
    fc.assert(
      fc.property(DAYS, (date) => {
        const missed = dateProbes(dayOf(date)).flatMap((probe) => {
          const found = findersOf(probe, find)
          return READERS.filter((reader) => !found[reader]).map((reader) => `${reader}: ${probe.written}`)
        })
        expect(missed).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('a sentence with a date in any written form is one to checks, splitter, quotes and chronology, and two are two', () => {
    fc.assert(
      fc.property(DAYS, (date) => {
        const texts = dateProbes(dayOf(date)).map(({ text }) => text)
        const counts = texts.map((text, at) => [text, `${text} ${texts[at + 1] ?? text}`].map(countsOf))
        expect(counts).toEqual(texts.map(() => [ALL_ONE, ALL_ONE.map(() => 2)]))
      }),
      { numRuns: 40 },
    )
  })

  test.each(NO_DATES)('there is no date in "%s"', (text) => expect(falseDatesIn(text)).toEqual([]))
})
