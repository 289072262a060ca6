import type { Fact } from '../../../kb/program/fact.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { sayValue } from '../../../kb/values/say-value.ts'

/** A fact as a sentence of its relation: "Ann Smith weighs 58 kg", "Ann Smith has no diabetes". */
export function sayFact({ relation: name, values, holds }: Omit<Fact, 'id'>, vocabulary: Vocabulary): string {
  const relation = vocabulary.relations.get(name)
  if (!relation) return name
  const { say, sayNot, places } = relation
  const fill = (template: string) =>
    template.replace(/\{(\d+)\}/g, (written, index: string) => {
      const [value, place] = [values[Number(index)], places[Number(index)]]
      return value && place ? sayValue(value, place, vocabulary) : written
    })
  if (holds === 'yes') return fill(say)
  if (holds === 'unknown') return `not known: ${fill(say)}`
  return sayNot === null ? `not so: ${fill(say)}` : fill(sayNot)
}
