import { fileURLToPath } from 'node:url'
import { createDetection } from '../assistant/packets/detection.ts'
import { createWordLists } from '../assistant/home/word-lists.ts'
import { falseDatesIn, findersOf, READERS } from './dates/date-finders.ts'
import { dateProbes } from './dates/date-probes.ts'
import { NO_DATES } from './dates/no-dates.ts'
import type { Measurement } from './measurement.ts'

const LISTS = fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url))
/** In each month that languages shorten otherwise, and with each kind of day: the first, below and over twelve. */
const DAYS = [
  { year: 1962, month: 1, day: 3 },
  { year: 1999, month: 2, day: 21 },
  { year: 2004, month: 3, day: 1 },
  { year: 2021, month: 4, day: 30 },
  { year: 2021, month: 5, day: 12 },
  { year: 1962, month: 8, day: 17 },
  { year: 1999, month: 10, day: 8 },
  { year: 2004, month: 12, day: 26 },
]

/** What each reader of dates finds of the same sentences, in eight languages and every written form: it should be one answer. */
export async function* measureDates(): AsyncGenerator<Measurement> {
  const { find } = await createDetection(createWordLists(LISTS))()
  const probes = DAYS.flatMap(dateProbes)
  for (const [language, all] of [...Map.groupBy(probes, (probe) => probe.language), ['all', probes] as const]) {
    const found = all.map((probe) => findersOf(probe, find))
    const counts = READERS.map((reader) => [reader, found.filter((one) => one[reader]).length] as const)
    const allOf = found.filter((one) => READERS.every((reader) => one[reader])).length
    yield { bench: 'dates', language, n: all.length, ...Object.fromEntries(counts), allOfThem: allOf }
  }
  const wrong = NO_DATES.filter((text) => falseDatesIn(text).length > 0)
  yield { bench: 'dates', what: 'sentences without a date', n: NO_DATES.length, foundIn: wrong.length }
}
