import { isHeldBy } from './is-held-by.ts'
import { isInUnit, type Measure, PLACE_BEFORE } from '../text/measures.ts'
import { clocksIn } from '../text/clocks.ts'
import { daysWithoutYear } from '../text/dates.ts'
import { type Moment, overlaps } from '../text/spans.ts'
import { MONTH } from '../text/months.ts'
import type { SourceFacts } from './what-sources-hold.ts'

/** "The 20th", "20 June": a day whose year is left out. */
const DAY_BEHIND = new RegExp(`^(?:(?:st|nd|rd|th)\\b|\\.?\\s+(?:of\\s+)?${MONTH})`, 'i')
/** The day and the year of a date as it is written. */
const FIGURES = /\d+/g

/** "3 May" and "2 pm" are one thing each, and no numbers besides. */
export function absentNumbers(measures: readonly Measure[], sentence: string, held: SourceFacts): readonly string[] {
  const [clocks, days] = [clocksIn(sentence), daysWithoutYear(sentence)]
  const all = measures.filter(
    ({ at }) =>
      ![...clocks, ...days].some((moment) => overlaps(moment, at)) && !measures.some((other) => isInUnit(at, other)),
  )
  /** "2000 hours" is how long something lasts as well. */
  const isNoLength = (clock: Moment) =>
    !measures.some(
      (one) =>
        one.unit?.dimension === 'time' &&
        one.whole.start <= clock.start &&
        clock.end <= one.whole.end &&
        isNumberHeld(one, sentence, held),
    )
  const moments = [
    ...clocks.filter(({ values }) => !values.some((value) => held.clocks.has(value))).filter(isNoLength),
    ...days.filter(({ values }) => !values.some((value) => held.days.has(value))),
  ].filter((moment) => !isSaidInParts(moment, sentence, held))
  const numbers = all
    .filter((one) => !isNumberHeld(one, sentence, held))
    .map(({ at, whole, figure }) => {
      const isThere = held.numbers.some((other) => other.figure.replace('-', '') === figure.replace('-', ''))
      return isThere ? whole : at
    })
  return [...moments, ...numbers]
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end }) => sentence.slice(start, end).trim())
}

/** By the same number, by a date of that year, or of that day where it is a day; by a piece of another number never. */
function isNumberHeld(one: Measure, sentence: string, { numbers, dates }: SourceFacts): boolean {
  const isPlace = PLACE_BEFORE.test(sentence.slice(0, one.at.start))
  const isDay = DAY_BEHIND.test(sentence.slice(one.at.end))
  return (
    numbers.some((other) => isHeldBy({ ...one, sentence }, other) || (isPlace && isPartOf(one.figure, other.figure))) ||
    dates.some(({ text }) =>
      (text.match(FIGURES) ?? []).some(
        (figure) => String(Number(figure)) === one.figure && (Number(figure) > 31 || isDay),
      ),
    )
  )
}

/** "Clause 7" of 7.2, and clause 3 of "clauses 1,2,3". */
function isPartOf(place: string, figure: string): boolean {
  return figure.startsWith(`${place}.`) || figure.split(',').includes(place)
}

/** "3rd and 10th May", "two in the afternoon": the number without a unit, and the month if there is one. */
function isSaidInParts({ start, end }: Moment, sentence: string, { numbers, words }: SourceFacts): boolean {
  const written = sentence.slice(start, end)
  const figures = (written.match(FIGURES) ?? []).map((figure) => String(Number(figure)))
  const months = (written.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase())
  const isBare = ({ unit, times, isPlace }: Measure) => !unit && times === 1 && !isPlace
  return (
    figures.every((figure) => numbers.some((other) => isBare(other) && other.figure === figure)) &&
    months.every((word) => words.has(word))
  )
}
