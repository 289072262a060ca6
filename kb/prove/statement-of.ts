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

/** What is taken as not so since nothing records it: "the patient has no active bleeding", "the patient takes no medicine", "no entry for “Stated age”". */
export function assumedText(statement: Statement, vocabulary: Vocabulary): string {
  const { relation, values } = statement
  const open = values.filter((value) => value.kind === 'any' || ('low' in value && value.low !== value.high))
  if (open.length === 0) return denied(statement, vocabulary).text
  const isName = (value: ShownValue) =>
    value.kind === 'any' && placeOf(relation, values.indexOf(value), vocabulary).kind === 'name'
  const { say, label } = vocabulary.relations.get(relation) ?? {}
  if (say === undefined || open.length > 1 || !open.every(isName))
    return `no entry for “${label ?? relation.replaceAll('_', ' ')}”`
  return fill(
    say,
    values.map((value) => (isName(value) ? { ...value, text: value.text.replace(/^any /, 'no ') } : value)),
  )
}

/**
 * What is said of one thing in several ways, as one sentence: "the heart rate of the patient is 110 or 296 /min"; null where more
 * than one place differs.
 */
export function eitherText(statements: readonly Statement[], vocabulary: Vocabulary): string | null {
  const [first] = statements
  const say = first && vocabulary.relations.get(first.relation)?.say
  if (!first || say === undefined) return null
  const values = first.values.map((value, place): ShownValue => {
    const texts = new Set(statements.flatMap((one) => one.values[place]?.text ?? []))
    return { ...value, text: joined([...texts].toSorted()) }
  })
  const differing = values.filter(({ text }, place) => text !== first.values[place]?.text)
  return differing.length === 1 ? fill(say, values) : null
}

/** "105, 110 or 296 /min": a unit that all have is said once. */
function joined(texts: readonly string[]): string {
  const [last = '', ...before] = texts.toReversed()
  const unit = / \S+$/.exec(last)?.[0]
  const isShared = unit !== undefined && texts.every((text) => /^[\d.]+ \S+$/.test(text) && text.endsWith(unit))
  const others = before.toReversed().map((text) => (isShared ? text.slice(0, -unit.length) : text))
  return others.length === 0 ? last : `${others.join(', ')} or ${last}`
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
