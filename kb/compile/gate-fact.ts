import { message } from '../../wording/message.ts'
import type { Argument, Goal, Statement, StatementPart } from '../language/statement.ts'
import type { Fact, OwnValue } from '../program/fact.ts'
import type { Atom, Term } from '../program/rule.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import type { Decimal } from '../values/decimal.ts'
import { dayOf, sayDay } from '../values/plain-date.ts'
import { unitNamed } from '../units/unit.ts'
import { numberValue, type Value } from '../values/value.ts'
import type { Problem } from './read/problem.ts'
import { relationNamed, relationsThere, TODAY } from './relation-named.ts'
import { valueInPlace } from './value-in-place.ts'

type GatedFact =
  | { readonly fact: Omit<Fact, 'id'>; readonly problem: null }
  | { readonly fact: null; readonly problem: StatementProblem }

/** `part` says beside which field of a form it belongs. */
export type StatementProblem = Pick<Problem, 'code' | 'message' | 'fix'> & { readonly part: StatementPart }

/** Known relation, right types, names of the list, real days, units converted to those of the relation, within its bounds. */
export function gateFact(statement: Statement, vocabulary: Vocabulary): GatedFact {
  const found = relationNamed(statement.relation, statement.args.length, vocabulary, relationsThere(vocabulary))
  if ('problem' in found) return { fact: null, problem: { ...found.problem, part: 'relation' } }
  if (statement.relation === TODAY) return { fact: null, problem: DAY_OF_THE_QUESTION }
  const values: Value[] = []
  for (const [index, argument] of statement.args.entries()) {
    const result = valueInPlace(argument, found.relation.places[index] as Place, vocabulary)
    if ('problem' in result) return { fact: null, problem: { ...result.problem, part: index } }
    values.push(result.value)
  }
  const problem = problemOfDays(statement)
  if (problem) return { fact: null, problem }
  const { relation, holds } = statement
  const [at, validFrom, validTo] = [statement.at, statement.validFrom, statement.validTo].map(optionalDay)
  return {
    fact: {
      relation,
      values,
      ...ownUnits(statement.args, found.relation.places),
      holds,
      at: at ?? null,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
    },
    problem: null,
  }
}

/** The values that were stated in another unit than that of their place. */
function ownUnits(args: readonly Argument[], places: readonly Place[]): Pick<Fact, 'own'> {
  const own = args.map((argument, at) => ownValue(argument, places[at]))
  return own.every((value) => value === null) ? {} : { own }
}

function ownValue(argument: Argument, place: Place | undefined): OwnValue | null {
  if (argument.kind !== 'number' || argument.unit === null || place?.kind !== 'number') return null
  const unit = unitNamed(argument.unit)
  if (unit === null || place.unit === null || unit.name === unitNamed(place.unit)?.name) return null
  return { value: numberValue(argument.low ?? -Infinity, argument.high ?? Infinity), unit: unit.name }
}

const DAY_OF_THE_QUESTION: StatementProblem = {
  part: 'relation',
  code: 'WRONG_SHAPE',
  message: message('gate.facts.day'),
  fix: message('gate.facts.otherDay'),
}

function optionalDay(text: string | null): number | null {
  return text === null ? null : dayOf(text)
}

function problemOfDays({ at, validFrom, validTo }: Statement): StatementProblem | null {
  for (const [part, text] of [
    ['at', at],
    ['validFrom', validFrom],
    ['validTo', validTo],
  ] as const) {
    if (text === null || dayOf(text) !== null) continue
    const said = message('gate.facts.noDay', { day: text.slice(0, 20) })
    return { part, code: 'IMPOSSIBLE_DATE', message: said, fix: message('gate.facts.existingDay') }
  }
  const [from, to] = [optionalDay(validFrom), optionalDay(validTo)]
  if (from === null || to === null || from <= to) return null
  return {
    part: 'validTo',
    code: 'ORDER_OF_DATES',
    message: message('gate.facts.endsBefore'),
    fix: message('gate.facts.fromTo', { from: validTo ?? '', to: validFrom ?? '' }),
  }
}

type GatedGoal =
  | { readonly atom: Atom; readonly problem: null }
  | { readonly atom: null; readonly problem: StatementProblem }

/** A question that may be put to the inference: known relation, right types, values in the units of the relation. */
export function gateGoal(goal: Goal, vocabulary: Vocabulary): GatedGoal {
  const found = relationNamed(goal.relation, goal.terms.length, vocabulary, relationsThere(vocabulary))
  if ('problem' in found) return { atom: null, problem: { ...found.problem, part: 'relation' } }
  const terms: Term[] = []
  for (const [index, term] of goal.terms.entries()) {
    if (term.kind === 'variable' || term.kind === 'anything') terms.push(term)
    else {
      const result = valueInPlace(term satisfies Argument, found.relation.places[index] as Place, vocabulary)
      if ('problem' in result) return { atom: null, problem: { ...result.problem, part: index } }
      terms.push({ kind: 'constant', value: result.value })
    }
  }
  return { atom: { relation: goal.relation, terms }, problem: null }
}

/** A fact that passed the gate, as it would be written: in the units of its relation, an open end left out. */
export function statementOf(fact: Omit<Fact, 'id'>, vocabulary: Vocabulary): Statement {
  const places = vocabulary.relations.get(fact.relation)?.places ?? []
  const { relation, values, holds, at, validFrom, validTo } = fact
  return {
    relation,
    args: values.map((value, index) => argumentOf(value, places[index] ?? null)),
    holds,
    at: dayText(at),
    validFrom: dayText(validFrom),
    validTo: dayText(validTo),
  }
}

function argumentOf(value: Value, place: Place | null): Argument {
  if (value.kind === 'name') return { kind: 'name', name: value.name }
  if (value.kind === 'date') return { kind: 'date', low: dayText(value.low), high: dayText(value.high) }
  const unit = place?.kind === 'number' ? place.unit : null
  return { kind: 'number', low: numberText(value.low), high: numberText(value.high), unit }
}

function dayText(day: number | null): string | null {
  return day === null || !Number.isFinite(day) ? null : sayDay(day)
}

function numberText(number: Decimal): string | null {
  return number.isFinite() ? number.toFixed() : null
}
