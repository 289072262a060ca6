import { amountsInWords, type Measure, measuresIn } from '../text/measures.ts'
import { datesIn, daysOfTheYear, daysWithoutYear } from '../text/dates.ts'
import type { TextFact } from '../text/spans.ts'
import type { Held } from './is-held-by.ts'
import { clocksIn } from '../text/clocks.ts'
import { nameWords } from '../text/words.ts'

/** What the cited passages hold. */
export type SourceFacts = {
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
export function whatSourcesHold(texts: readonly string[]): SourceFacts {
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
