import { factsInText, type TextFact } from './facts-in-text.ts'
import { MONTH } from './month-names.ts'

/** How long something takes; with another of these a number is another time, and "clause 10" is none. */
const PERIOD = /^[\s-]?(day|week|month|year|hour|minute)s?\b/i
const PLACE_BEFORE = /(?:\b(?:clause|section|article|paragraph|para|chapter|part|rule|art|cl)s?\.?\s*|§+\s*)$/i
/** "The 20th", "20 June": a day whose year is left out. */
const DAY_BEHIND = new RegExp(`^(?:(?:st|nd|rd|th)\\b|\\.?\\s+(?:of\\s+)?${MONTH})`, 'i')
/** The day and the year of a date as it is written. */
const FIGURES = /\d+/g

/**
 * The numbers, dates and names of a sentence that none of its sources holds, as they stand in the sentence; "10 days" is held by a line
 * that has 10 and days, and 5 by no 2.5. Names that
 * the question itself used are not counted: a passage may say "the Tenant" where the question gave the name.
 */
export function absentFacts(sentence: string, sources: readonly string[], question: string): readonly string[] {
  const held = sources.flatMap((source) => factsInText(source))
  const words = new Set(sources.flatMap(wordsOf))
  const asked = new Set(wordsOf(question))
  const isHeld = (fact: TextFact) => {
    if (fact.kind === 'name') return wordsOf(fact.text).every((word) => words.has(word) || asked.has(word))
    return fact.kind === 'date' ? isDateHeld(fact, held) : isNumberHeld(fact, held, sentence)
  }
  return factsInText(sentence)
    .filter((fact) => !isHeld(fact) || !isPeriodHeld(fact, sentence, sources))
    .map((fact) => fact.text)
}

function isDateHeld(fact: TextFact, held: readonly TextFact[]): boolean {
  return held.some(({ kind, value }) => kind === 'date' && (value === fact.value || value.startsWith(`${fact.value}-`)))
}

/** By the same number, by a date of that year, or of that day where it is a day; by a piece of another number never. */
function isNumberHeld({ value, start, end }: TextFact, held: readonly TextFact[], sentence: string): boolean {
  const isPlace = PLACE_BEFORE.test(sentence.slice(0, start))
  const isDay = DAY_BEHIND.test(sentence.slice(end))
  return held.some((other) => {
    if (other.kind === 'number') return other.value === value || (isPlace && isPartOf(value, other.value))
    if (other.kind === 'name') return false
    const figures = (other.text.match(FIGURES) ?? []).map(Number)
    return figures.some((figure) => String(figure) === value && (figure > 31 || isDay))
  })
}

/** "Clause 7" of 7.2, and clause 3 of "clauses 1,2,3". */
function isPartOf(place: string, value: string): boolean {
  return value.startsWith(`${place}.`) || value.split(',').includes(place)
}

function isPeriodHeld({ kind, value, end }: TextFact, sentence: string, sources: readonly string[]): boolean {
  const unit = kind === 'number' ? PERIOD.exec(sentence.slice(end))?.[1]?.toLowerCase() : undefined
  if (unit === undefined) return true
  const lines = sources.flatMap((source) => source.split(/\n|(?<=[.;])\s/))
  return lines.some(
    (line) =>
      line.toLowerCase().includes(unit) &&
      factsInText(line).some((other) => other.kind === 'number' && other.value === value),
  )
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^(.{4,})s$/u, '$1'))
}
