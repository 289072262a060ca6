import { rowsMatching } from '../infer/evaluate/condition-status.ts'
import { matchRow, remember, restore, type Run } from '../infer/evaluate/rule-run.ts'
import { meet } from '../values/compare-values.ts'
import type { PreparedAtom } from '../infer/evaluate/prepared-rule.ts'
import type { Row } from '../infer/row.ts'
import type { Fact } from '../program/fact.ts'
import type { Value } from '../values/value.ts'
import { idsOf } from './step-of-row.ts'
import { denialOf, inputKey, isMissing, missingInput, statementOf } from './statement-of.ts'
import type { AbsenceStep, Statement, Step } from './proof.ts'
import { MOST_SHOWN, type Prover, valuesOf } from './prover.ts'

type Values = readonly (Value | null)[]

/** A negated condition or an exception: what it rests on that the atom is not so, or what speaks for its being so. */
export function absenceStep(atom: PreparedAtom, run: Run, exception: boolean, prover: Prover): Step {
  const values = valuesOf(atom, run)
  const rows = rowsMatching(atom, run)
  if (rows.length === 0) return { ...nothingSaysSo(atom.relation, values, prover), exception }
  const { vocabulary } = prover.inference.program
  const [input, ...others] = new Map(
    rows.filter(isMissing).map((row) => [inputKey(missingInput(row, vocabulary)), missingInput(row, vocabulary)]),
  ).values()
  if (input !== undefined && others.length === 0 && rows.every(isMissing))
    return { kind: 'missing', status: 'unknown', negated: true, exception, input }
  return {
    kind: 'against',
    status: rows.some((row) => isSure(atom, row, run)) ? 'no' : 'unknown',
    exception,
    statement: statementOf(atom.relation, values, vocabulary),
    facts: [],
    instead: null,
    proofs: rows.slice(0, MOST_SHOWN).map((row) => prover.proofOfRow(row)),
  }
}

function isSure(atom: PreparedAtom, row: Row, run: Run): boolean {
  const held = remember(atom, run.slots)
  const match = matchRow(atom, row, run.slots)
  restore(atom, run.slots, held)
  return match === 'yes' && row.certainty === 'certain'
}

function nothingSaysSo(relation: string, values: Values, prover: Prover): AbsenceStep {
  const { program, rulesFor } = prover.inference
  const found = recordedNo(relation, values, prover)
  const isDerived = rulesFor(relation).length > 0
  const step = { status: 'yes', exception: false, ...found, proofs: [] } as const
  if (found.facts.length > 0 || found.instead !== null)
    return { ...step, kind: 'recorded-no', statement: denialOf(relation, values, program.vocabulary) }
  const statement = statementOf(relation, values, program.vocabulary)
  if (isDerived) return { ...step, kind: 'not-concluded', statement, proofs: [prover.whyNot(relation, values)] }
  return { ...step, kind: 'assumed-absent', statement }
}

/** Facts that say it is not so, or another value that is recorded for the same key. */
export function recordedNo(
  relation: string,
  values: Values,
  { inference }: Prover,
): { readonly facts: readonly string[]; readonly instead: Statement | null } {
  const { program, facts, source } = inference
  const denials = [...facts.relation(relation).denied.values()].flat().filter((fact) => isAbout(fact, values))
  const unique = program.vocabulary.relations.get(relation)?.unique ?? null
  if (denials.length > 0 || unique === null) return { facts: idsOf(denials), instead: null }
  const names = values.map((value, place) =>
    value?.kind === 'name' && unique.includes(place) ? value.name : undefined,
  )
  const other = source
    .rows(relation, names)
    .find((row) => unique.every((place) => agrees(row.values[place], values[place])) && !isMissing(row))
  if (other === undefined) return { facts: [], instead: null }
  const instead = statementOf(relation, other.values, program.vocabulary)
  return { facts: idsOf(other.facts), instead }
}

function isAbout(fact: Fact, values: Values): boolean {
  return fact.values.every((value, place) => agrees(value, values[place]))
}

function agrees(value: Value | undefined, wanted: Value | null | undefined): boolean {
  return value === undefined || wanted === null || wanted === undefined || meet(value, wanted) !== 'apart'
}
