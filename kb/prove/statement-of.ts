import { TODAY, TODAY_PLACES } from '../infer/today.ts'
import type { Place, Relation, Vocabulary } from '../program/vocabulary.ts'
import type { Value } from '../values/value.ts'
import { fillTemplate } from './fill-template.ts'
import type { ShownValue, Statement } from './proof.ts'
import { showValue } from './show-value.ts'

type Values = readonly (Value | null)[]

/** The statement that it is so. Null: any value at all. */
export function statementOf(relation: string, values: Values, vocabulary: Vocabulary): Statement {
  const declared = vocabulary.relations.get(relation)
  const shown = values.map((value, place) => showValue(value, placeOf(relation, place, vocabulary), vocabulary))
  return { text: fill(declared?.say ?? `${relation} is {0}`, shown), relation, values: shown }
}

/** The statement that it is not so. */
export function denialOf(relation: string, values: Values, vocabulary: Vocabulary): Statement {
  return denied(statementOf(relation, values, vocabulary), vocabulary)
}

/** The same of a statement that has been shown. */
export function denied(statement: Statement, vocabulary: Vocabulary): Statement {
  const sayNot = vocabulary.relations.get(statement.relation)?.sayNot ?? null
  return {
    ...statement,
    text: sayNot === null ? `it is not so that ${statement.text}` : fill(sayNot, statement.values),
  }
}

/** What is taken as not so since nothing records it: "the patient has no active bleeding", "the patient takes no medicine", "stated age". */
export function assumedText(statement: Statement, vocabulary: Vocabulary): string {
  const { relation, values } = statement
  const open = values.filter((value) => value.kind === 'any' || ('low' in value && value.low !== value.high))
  if (open.length === 0) return denied(statement, vocabulary).text
  const isName = (value: ShownValue) =>
    value.kind === 'any' && placeOf(relation, values.indexOf(value), vocabulary).kind === 'name'
  const say = vocabulary.relations.get(relation)?.say
  if (say === undefined || open.length > 1 || !open.every(isName)) return `no ${relation.replaceAll('_', ' ')}`
  return fill(
    say,
    values.map((value) => (isName(value) ? { ...value, text: value.text.replace(/^any /, 'no ') } : value)),
  )
}

/** The question that a missing input is asked for with. */
export function questionOf(relation: Relation, statement: Statement): string {
  if (relation.ask !== null) return fill(relation.ask, statement.values.map(asWhom))
  return statement.values.some((value) => value.kind === 'any')
    ? `What is the record for: ${statement.text}?`
    : `Is this so: ${statement.text}?`
}

/** "When was the person born?", where it is not known who it is: not "any person". */
function asWhom(value: ShownValue): ShownValue {
  return value.kind === 'any' ? { ...value, text: value.text.replace(/^any /, 'the ') } : value
}

function fill(template: string, values: readonly ShownValue[]): string {
  return fillTemplate(template, (name) => values[Number(name)]?.text ?? null)
}

export function placeOf(relation: string, place: number, vocabulary: Vocabulary): Place {
  const places = relation === TODAY ? TODAY_PLACES : vocabulary.relations.get(relation)?.places
  const found = places?.[place]
  if (found === undefined) throw new Error(`the relation "${relation}" has no place ${place}`)
  return found
}
