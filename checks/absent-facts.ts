import { MONTH, monthNumber } from '../text/calendar-words.ts'
import { clocksIn } from '../text/clocks.ts'
import { datesIn, datesMeant, daysOfTheYear, daysWithoutYear } from '../text/dates.ts'
import { factsInText } from '../text/text-facts.ts'
import { amountsInWords, isInUnit, type Measure, measuresIn, PLACE_BEFORE } from '../text/measures.ts'
import { type Moment, overlaps, type TextFact } from '../text/spans.ts'
import { nameWords, withoutPossessives } from '../text/words.ts'
import { type Held, matchesNumber } from './number-match.ts'

/**
 * The numbers, dates and names of a sentence that none of its sources holds, as they stand in the sentence. A number is held by one of
 * the same value, however it is written and in whatever unit (24 months are two years), and by one without a unit; where only another
 * unit, multiple or sign stands there, it is named with its own. Names that the question itself used are not counted: a passage may say
 * "the Tenant" where the question gave the name.
 */
export function absentFacts(sentence: string, sources: readonly string[], question: string): readonly string[] {
  const held = whatSourcesHold(sources)
  const facts = factsInText(sentence)
  const dates = facts.filter((fact) => fact.kind === 'date' && !held.dates.some((other) => isSameDate(fact, other)))
  const asked = new Set(nameWords(question))
  const measures = measuresIn(sentence)
  const names = facts.filter(
    (fact) =>
      fact.kind === 'name' && !measures.some((measure) => isInUnit(fact, measure)) && !isNameHeld(fact, held, asked),
  )
  return [
    ...dates.map(({ text }) => text),
    ...absentNumbers(measures, sentence, held),
    ...names.map(({ text }) => withoutPossessives(text)),
  ]
}

function isSameDate({ value }: TextFact, { value: other }: TextFact): boolean {
  const isWithin = (day: string, month: string) => day === month || day.startsWith(`${month}-`)
  if (isWithin(other, value)) return true
  // Of two that are both written with strokes it is certain what each says: another thing.
  if (value.includes('/') && other.includes('/')) return false
  return datesMeant(value).some((date) => datesMeant(other).some((held) => isWithin(held, date)))
}

function isNameHeld({ text }: TextFact, { words, days }: SourceFacts, asked: ReadonlySet<string>): boolean {
  const isMonth = (word: string) => [...days].some((day) => Number(day.slice(0, 2)) === monthNumber(word))
  return nameWords(text).every((word) => words.has(word) || asked.has(word) || isMonth(word))
}

/** "The 20th", "20 June": a day whose year is left out. */
const DAY_BEHIND = new RegExp(`^(?:(?:st|nd|rd|th)\\b|\\.?\\s+(?:of\\s+)?${MONTH})`, 'i')

/** The day and the year of a date as it is written. */
const FIGURES = /\d+/g

/** "3 May" and "2 pm" are one thing each, and no numbers besides. */
function absentNumbers(measures: readonly Measure[], sentence: string, held: SourceFacts): readonly string[] {
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
    numbers.some(
      (other) => matchesNumber({ ...one, sentence }, other) || (isPlace && isPartOf(one.figure, other.figure)),
    ) ||
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

/** What the cited passages hold. */
type SourceFacts = {
  readonly dates: readonly TextFact[]
  readonly numbers: readonly Held[]
  readonly clocks: ReadonlySet<string>
  readonly days: ReadonlySet<string>
  readonly words: ReadonlySet<string>
}

const LINE_END = /\n|(?<=[.;])\s/

/** Characters. */
const NEAR = 400

/** The numbers, dates, times and words of the texts, read once for all that is looked up in them. */
function whatSourcesHold(texts: readonly string[]): SourceFacts {
  const sources = texts.map(withPlainPowers)
  const setOf = (of: (text: string) => Iterable<string>) => new Set(sources.flatMap((source) => [...of(source)]))
  return {
    dates: sources.flatMap(datesIn),
    numbers: sources.flatMap(numbersIn),
    clocks: setOf((text) => clocksIn(text).flatMap(({ values }) => values)),
    days: setOf(daysOfTheYear),
    words: setOf(nameWords),
  }
}

/** The 3 of "3 June" and of "3 pm" is no 3 of anything else. */
function numbersIn(source: string): readonly Held[] {
  const moments = [...clocksIn(source), ...daysWithoutYear(source)]
  const taken = new Set(moments.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))
  return [...measuresIn(source), ...amountsInWords(source)].map((one) => ({
    ...one,
    isPlace: one.isPlace || taken.has(one.at.start),
    line: lineAround(source, one),
  }))
}

/** The line or sentence that a number stands in, as far as it is near. */
function lineAround(source: string, { at }: Measure): string {
  const before = source.slice(Math.max(0, at.start - NEAR), at.start)
  const behind = source.slice(at.start, at.start + NEAR)
  return `${before.split(LINE_END).at(-1)}${behind.split(LINE_END)[0]}`
}

/** 10⁹ is 10^9. */
function withPlainPowers(text: string): string {
  return text.replace(/(?<=10)[⁰¹²³⁴-⁹]+/g, (power) => `^${power.normalize('NFKC')}`)
}
