import { rowsMatching } from '../infer/evaluate/condition-status.ts'
import type { PreparedAtom } from '../infer/evaluate/prepared-rule.ts'
import { keyOfPlaces, type Row, rowKey } from '../infer/row.ts'
import type { Run } from '../infer/evaluate/rule-run.ts'
import { TODAY } from '../infer/today.ts'
import type { Fact } from '../program/fact.ts'
import { meet } from '../values/compare-values.ts'
import { isMissing, missingInput, statementOf } from './statement-of.ts'
import type { Step, StepStatus } from './proof.ts'
import { type Prover, valuesOf } from './prover.ts'

/** What meets a condition: the row that was taken, or the surest that matches. */
export function stepOfAtom(atom: PreparedAtom, run: Run, taken: Row | null, prover: Prover): Step {
  const row = taken ?? surestRow(atom, run)
  if (row === null) {
    const statement = statementOf(atom.relation, valuesOf(atom, run), prover.inference.program.vocabulary)
    return { kind: 'fails', status: 'no', text: statement.text, statement, proof: null }
  }
  return stepOfRow(row, statusOf(atom, row, run), prover)
}

function stepOfRow(row: Row, status: StepStatus, prover: Prover): Step {
  const { vocabulary } = prover.inference.program
  const statement = statementOf(row.relation, row.values, vocabulary)
  if (row.relation === TODAY) return { kind: 'today', status, statement }
  if (row.grounds.length > 0 || row.contested) return { kind: 'conclusion', status, proof: prover.proofOfRow(row) }
  if (isMissing(row))
    return { kind: 'missing', status, negated: false, exception: false, input: missingInput(row, vocabulary) }
  const facts = idsOf(row.facts)
  return { kind: 'fact', status, statement, facts, superseded: supersededBy(row, prover) }
}

/** The ids of older values that a recorded one has replaced. */
export function supersededBy(row: Row, { inference }: Prover): readonly string[] {
  const { superseded } = inference.facts.relation(row.relation)
  if (superseded.size === 0) return []
  const unique = inference.program.vocabulary.relations.get(row.relation)?.unique ?? null
  const key = unique === null ? rowKey(row.values) : keyOfPlaces(row.values, unique)
  return idsOf(superseded.get(key) ?? [])
}

function surestRow(atom: PreparedAtom, run: Run): Row | null {
  const rows = rowsMatching(atom, run)
  return rows.find((row) => statusOf(atom, row, run) === 'yes') ?? rows[0] ?? null
}

/** `unknown` too where ranges only overlap; the very range that the row gave its variable is the same value. */
function statusOf(atom: PreparedAtom, row: Row, run: Run): StepStatus {
  if (row.certainty === 'possible') return 'unknown'
  const values = valuesOf(atom, run)
  const isMet = row.values.every((value, place) => {
    const wanted = values[place] ?? null
    return wanted === null || wanted === value || meet(wanted, value) === 'same'
  })
  return isMet ? 'yes' : 'unknown'
}

/** In one fixed order, whatever the order in which the facts were recorded. */
export function idsOf(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => fact.id).toSorted()
}
