import type { Conclusions } from '../../../contract/knowledge/rule.ts'
import type { StatementProblem } from '../../../kb/compile/gate-fact.ts'
import type { Conflict } from '../../../kb/infer/row.ts'
import { readFactText } from '../../../kb/language/read-fact-text.ts'
import { type Argument, type Statement, writeFactText } from '../../../kb/language/statement.ts'
import { ReadError } from '../../../kb/language/syntax.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Term } from '../../../kb/program/rule.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import type { ShownValue } from '../../../kb/prove/proof.ts'
import { denied, statementOfFact } from '../../../kb/prove/statement-of.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import type { Value } from '../../../kb/values/value.ts'
import { message } from '../../../wording/message.ts'
import { t } from '../../../wording/translate.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'

type Read =
  | { readonly statement: Statement; readonly problem: null }
  | { readonly statement: null; readonly problem: StatementProblem }

/** The fields of a form as a statement. A name may be given as it is shown ("Ann Smith", "heart failure") or as rules write it. */
export function readStatement(input: FactStatement, vocabulary: Vocabulary): Read {
  const places = vocabulary.relations.get(input.relation)?.places ?? []
  const args: Argument[] = []
  for (const [part, text] of input.args.entries()) {
    const place = places[part]
    try {
      args.push(place?.kind === 'name' ? nameIn(text.trim(), place.type, vocabulary) : readArgument(text))
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      return { statement: null, problem: { part, code: 'SYNTAX', message: error.said, fix: error.fix } }
    }
  }
  return { statement: { ...input, args }, problem: null }
}

/** An argument as rules write it. */
export function writeArgument(argument: Argument): string {
  const text = writeFactText({
    relation: 'x',
    args: [argument],
    holds: 'yes',
    at: null,
    validFrom: null,
    validTo: null,
  })
  return text.slice('x('.length, -')'.length)
}

function nameIn(text: string, type: string, vocabulary: Vocabulary): Argument {
  if (text.startsWith('"')) return readArgument(text)
  for (const [name, label] of vocabulary.names.get(type)?.labels ?? [])
    if (label === text && !vocabulary.names.get(type)?.labels.has(text)) return { kind: 'name', name }
  if (text === '') throw new ReadError(message('gate.facts.nameMissing'), message('gate.facts.whoIsMeant'), 0)
  return { kind: 'name', name: text }
}

function readArgument(text: string): Argument {
  const { args } = readFactText(`x(${text})`).statement
  const [first] = args
  if (args.length === 1 && first) return first
  throw new ReadError(message('gate.facts.oneValue'), message('gate.facts.decimalPoint'), 0)
}

/** Values as rules write them: `patient`, `58 kg`, `2026-06-01`; null for one that is asked for. */
export function writeValues(values: readonly ShownValue[], relation: Relation | undefined): (string | null)[] {
  return values.map((value, index) => writeValue(value, relation?.places[index]))
}

function writeValue(value: ShownValue, place: Place | undefined): string | null {
  if (value.kind === 'any' || isOpen(value)) return null
  return writeArgument(argumentOf(value, place))
}

function isOpen(value: Exclude<ShownValue, { kind: 'any' }>): boolean {
  return value.kind !== 'name' && value.low === null && value.high === null
}

function argumentOf(value: Exclude<ShownValue, { kind: 'any' }>, place: Place | undefined): Argument {
  if (value.kind === 'name') return { kind: 'name', name: value.name }
  const { kind, low, high } = value
  if (kind === 'date') return { kind, low, high }
  return { kind, low, high, unit: place?.kind === 'number' ? place.unit : null }
}

/** A term as rules write it: `?p`, `?_`, `58 kg`. */
export function writeTerm(term: Term, place: Place | undefined): string {
  if (term.kind === 'variable') return `?${term.name}`
  if (term.kind === 'anything') return '?_'
  return writeArgument(termArgument(term.value, place))
}

function termArgument(value: Value, place: Place | undefined): Argument {
  if (value.kind === 'name') return value
  if (value.kind === 'date')
    return {
      kind: 'date',
      low: finite(value.low) ? sayDay(value.low) : null,
      high: finite(value.high) ? sayDay(value.high) : null,
    }
  const { low, high } = value
  const unit = place?.kind === 'number' ? place.unit : null
  return {
    kind: 'number',
    low: low.isFinite() ? low.toFixed() : null,
    high: high.isFinite() ? high.toFixed() : null,
    unit,
  }
}

function finite(day: number): boolean {
  return Number.isFinite(day)
}

/** A fact as a sentence of its relation, in the unit in which it was stated: "Ann Smith weighs 58 kg", "Ann Smith has no diabetes". */
export function sayFact(fact: Pick<Fact, 'relation' | 'values' | 'own' | 'holds'>, vocabulary: Vocabulary): string {
  const statement = statementOfFact(fact, vocabulary)
  if (fact.holds === 'no') return denied(statement, vocabulary).text
  return fact.holds === 'yes' ? statement.text : t('reasoning.unknown', { statement: statement.text })
}

/** Statements that cannot all be so, side by side; nobody picks one of them but a person. */
export function sayConflict(
  { rows, denied: denials }: Conflict,
  vocabulary: Vocabulary,
): Conclusions['conflicts'][number] {
  const said = [
    ...rows.map((row) => ({ ...(row.facts.find(({ own }) => own !== undefined) ?? row), holds: 'yes' as const })),
    ...denials.slice(0, 1).map((fact) => ({ ...fact, holds: 'no' as const })),
  ].map((one) => sayFact(one, vocabulary))
  const facts = [...rows.flatMap((row) => row.facts), ...denials].map(({ id }) => id)
  return { sentence: said.join(' / '), facts: [...new Set(facts)] }
}
