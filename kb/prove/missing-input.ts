import type { Row } from '../infer/row.ts'
import { isOther } from '../infer/other-individual.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { Value } from '../values/value.ts'
import type { MissingInput } from './proof.ts'
import { denialOf, questionOf, statementOf } from './statement-of.ts'

/** The input that a missing row belongs to: of a unique relation its key with any value, of others the statement itself. */
export function missingInput(row: Row, vocabulary: Vocabulary): MissingInput {
  const relation = vocabulary.relations.get(row.relation)
  if (relation === undefined) throw new Error(`the vocabulary has no relation "${row.relation}"`)
  const isAsked = (place: number): boolean => relation.unique !== null && !relation.unique.includes(place)
  const values = row.values.map((value, place) => (isAsked(place) || !isKnown(value) ? null : value))
  const statement = statementOf(row.relation, values, vocabulary)
  const denial = denialOf(row.relation, values, vocabulary).text
  return { statement, question: questionOf(relation, statement), denial, asked: row.facts.length > 0 }
}

/** Only an input: neither recorded nor concluded by a rule. */
export function isMissing(row: Row): boolean {
  return row.grounds.length === 0 && (row.missing || row.facts.every((fact) => fact.holds === 'unknown'))
}

function isKnown(value: Value): boolean {
  return value.kind === 'name' && !isOther(value)
}

export function inputKey(input: MissingInput): string {
  return `${input.statement.relation} ${JSON.stringify(input.statement.values)}`
}
