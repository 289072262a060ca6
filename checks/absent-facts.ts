import { absentNumbers } from './absent-numbers.ts'
import { factsInText } from '../text/facts.ts'
import type { TextFact } from '../text/spans.ts'
import { isInUnit, measuresIn } from '../text/measures.ts'
import { datesMeant } from '../text/dates.ts'
import { monthNumber } from '../text/months.ts'
import { nameWords, withoutPossessives } from '../text/words.ts'
import { type SourceFacts, whatSourcesHold } from './what-sources-hold.ts'

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
