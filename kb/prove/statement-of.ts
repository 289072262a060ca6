import { choiceWords } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { isOther } from '../infer/individuals.ts'
import type { Row } from '../infer/row.ts'
import { TODAY, TODAY_PLACES } from '../infer/today.ts'
import type { Fact } from '../program/fact.ts'
import { fillTemplate } from '../program/phrases.ts'
import type { Place, Relation, Vocabulary } from '../program/vocabulary.ts'
import { Decimal } from '../values/decimal.ts'
import { sayDay } from '../values/plain-date.ts'
import { type Digits, sayValue } from '../values/say-value.ts'
import { type DateValue, isExact, type NumberValue, type Value } from '../values/value.ts'
import type { MissingInput, ShownValue, Statement } from './proof.ts'

type Values = readonly (Value | null)[]

/** The statement that it is so. Null: any value at all. */
export function statementOf(relation: string, values: Values, vocabulary: Vocabulary): Statement {
  const declared = vocabulary.relations.get(relation)
  const shown = values.map((value, place) => showValue(value, placeOf(relation, place, vocabulary), vocabulary))
  if (relation === TODAY) return { text: t('reasoning.today', { day: shown[0]?.text ?? '' }), relation, values: shown }
  return { text: fill(declared?.say ?? `${relation}: {0}`, shown, vocabulary), relation, values: shown }
}

/** A fact as it was stated: a value in its own unit, and where `isConverted` in that of the relation behind it. */
export function statementOfFact(
  { relation, values, own = [] }: Pick<Fact, 'relation' | 'values' | 'own'>,
  vocabulary: Vocabulary,
  isConverted = false,
): Statement {
  const said = statementOf(relation, values, vocabulary)
  const shown = said.values.map((value, at) => {
    const stated = own[at]
    if (!stated) return value
    const text = sayValue(stated.value, inUnit(stated.unit), vocabulary)
    return { ...value, text: isConverted ? t('reasoning.ownUnit', { own: text, converted: value.text }) : text }
  })
  const say = vocabulary.relations.get(relation)?.say
  return own.length === 0 || say === undefined ? said : { ...said, text: fill(say, shown, vocabulary), values: shown }
}

/** The value of a fact that was stated in another unit, in that of its relation: "about 1.109 mg/dL"; null where none was. */
export function convertedOf({ relation, values, own = [] }: Fact, vocabulary: Vocabulary): string | null {
  const at = own.findIndex((value) => value !== null)
  return at < 0 ? null : (statementOf(relation, values, vocabulary).values[at]?.text ?? null)
}

function inUnit(unit: string): Place {
  return { kind: 'number', unit, substance: null, from: null, to: null, decimals: null }
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
    text:
      sayNot === null
        ? t('reasoning.denied', { statement: statement.text })
        : fill(sayNot, statement.values, vocabulary),
  }
}

/** What is taken as not so since nothing records it: "the patient has no active bleeding", "the patient takes no medicine", "no entry for “Stated age”". */
export function assumedText(statement: Statement, vocabulary: Vocabulary): string {
  const { relation, values } = statement
  const open = values.filter((value) => value.kind === 'any' || ('low' in value && value.low !== value.high))
  if (open.length === 0) return denied(statement, vocabulary).text
  const { say, label } = vocabulary.relations.get(relation) ?? {}
  const [only] = open
  const none =
    only && open.length === 1 ? noneOf(only, placeOf(relation, values.indexOf(only), vocabulary), vocabulary) : null
  if (say === undefined || none === null) {
    const entry = t('reasoning.noEntryFor', { label: label ?? relation.replaceAll('_', ' ') })
    return t('reasoning.noEntry', { entry })
  }
  return fill(
    say,
    values.map((value) => (value === only ? { ...value, text: none } : value)),
    vocabulary,
  )
}

/** "no medicine", of a name that may be any; null for a number or a day. */
function noneOf(value: ShownValue, place: Place, { names }: Vocabulary): string | null {
  if (value.kind !== 'any' || place.kind !== 'name') return null
  return names.get(place.type)?.said.no ?? value.text
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
  return differing.length === 1 ? fill(say, values, vocabulary) : null
}

/** "105, 110 or 296 /min": a unit that all have is said once. */
function joined(texts: readonly string[]): string {
  const [last = '', ...before] = texts.toReversed()
  const unit = / \S+$/.exec(last)?.[0]
  const isShared = unit !== undefined && texts.every((text) => /^[\d.,]+ \S+$/.test(text) && text.endsWith(unit))
  const others = before.toReversed().map((text) => (isShared ? text.slice(0, -unit.length) : text))
  return choiceWords([...others, last])
}

/** The question that a missing input is asked for with. */
export function questionOf(relation: Relation, statement: Statement, vocabulary: Vocabulary): string {
  const asked = statement.values.map((value, at) => asWhom(value, relation.places[at], vocabulary))
  if (relation.ask !== null) return fill(relation.ask, asked, vocabulary)
  return t(statement.values.some((value) => value.kind === 'any') ? 'reasoning.ask.record' : 'reasoning.ask.isSo', {
    statement: statement.text,
  })
}

/** "When was the person born?", where it is not known who it is: not "any person". */
function asWhom(value: ShownValue, place: Place | undefined, { names }: Vocabulary): ShownValue {
  if (value.kind !== 'any' || place === undefined) return value
  const text = place.kind === 'name' ? names.get(place.type)?.said.the : t(`reasoning.the.${place.kind}`)
  return { ...value, text: text ?? value.text }
}

function fill(template: string, values: readonly ShownValue[], { phrases }: Vocabulary): string {
  return fillTemplate(template, (name) => values[Number(name)]?.text ?? null, phrases)
}

export function placeOf(relation: string, place: number, vocabulary: Vocabulary): Place {
  const places = relation === TODAY ? TODAY_PLACES : vocabulary.relations.get(relation)?.places
  const found = places?.[place]
  if (found === undefined) throw new Error(`the relation "${relation}" has no place ${place}`)
  return found
}

/** Null: any value at all. */
export function showValue(
  value: Value | null,
  place: Place,
  vocabulary: Vocabulary,
  digits: Digits = 'short',
): ShownValue {
  if (value === null) return { kind: 'any', text: anyOf(place, vocabulary).any }
  if (isOther(value)) return { kind: 'any', text: anyOf(place, vocabulary).another }
  const shown = withinPlace(value, place)
  const text = sayValue(shown, place, vocabulary, digits)
  if (shown.kind === 'name') return { kind: 'name', name: shown.name, text }
  if (shown.kind === 'date') return { kind: 'date', ...daysOf(shown), text }
  return { kind: 'number', ...numbersOf(shown), text }
}

/**
 * A formula over inputs that are not known reaches beyond what is possible, such as a weight below nothing: that is not shown.
 * Only shown: no rule concludes anything from it. An exact value stays, and so does an end that is open.
 */
function withinPlace(value: Value, place: Place): Value {
  if (value.kind !== 'number' || place.kind !== 'number' || isExact(value)) return value
  const low = place.from && value.low.isFinite() ? Decimal.max(value.low, place.from) : value.low
  const high = place.to && value.high.isFinite() ? Decimal.min(value.high, place.to) : value.high
  return low.lessThan(high) ? { ...value, low, high } : value
}

function anyOf(place: Place, { names }: Vocabulary): { readonly any: string; readonly another: string } {
  const said = place.kind === 'name' ? names.get(place.type)?.said : undefined
  const any = t(`reasoning.any.${place.kind}`)
  return said ?? { any, another: any }
}

type Ends = { readonly low: string | null; readonly high: string | null }

function daysOf({ low, high }: DateValue): Ends {
  return { low: Number.isFinite(low) ? sayDay(low) : null, high: Number.isFinite(high) ? sayDay(high) : null }
}

function numbersOf({ low, high }: NumberValue): Ends {
  return { low: low.isFinite() ? low.toFixed() : null, high: high.isFinite() ? high.toFixed() : null }
}

/** The input that a missing row belongs to: of a unique relation its key with any value, of others the statement itself. */
export function missingInput(row: Row, vocabulary: Vocabulary): MissingInput {
  const relation = vocabulary.relations.get(row.relation)
  if (relation === undefined) throw new Error(`the vocabulary has no relation "${row.relation}"`)
  const isAsked = (place: number): boolean => relation.unique !== null && !relation.unique.includes(place)
  const values = row.values.map((value, place) => (isAsked(place) || !isKnown(value) ? null : value))
  const statement = statementOf(row.relation, values, vocabulary)
  const denial = denialOf(row.relation, values, vocabulary).text
  return { statement, question: questionOf(relation, statement, vocabulary), denial, asked: row.facts.length > 0 }
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
