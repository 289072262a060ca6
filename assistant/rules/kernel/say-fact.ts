import type { Fact } from '../../../kb/program/fact.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { denialOf, statementOf } from '../../../kb/prove/statement-of.ts'

/** A fact as a sentence of its relation: "Ann Smith weighs 58 kg", "Ann Smith has no diabetes". */
export function sayFact({ relation, values, holds }: Omit<Fact, 'id'>, vocabulary: Vocabulary): string {
  if (holds === 'no') return denialOf(relation, values, vocabulary).text
  const { text } = statementOf(relation, values, vocabulary)
  return holds === 'yes' ? text : `not known: ${text}`
}
