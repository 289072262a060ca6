import { inAuthorsOrder } from '../infer/derived-table.ts'
import type { Inference } from '../infer/inference.ts'
import { compareRows, type Row, rowKey, valueAt } from '../infer/row.ts'
import type { RowSource } from '../infer/evaluate/rule-run.ts'
import { TODAY } from '../infer/today.ts'
import type { Atom } from '../program/rule.ts'
import { meet } from '../values/compare-values.ts'
import { collect } from './proof-contents.ts'
import { groundsWithout } from './grounds-without.ts'
import { idsOf, supersededBy } from './step-of-row.ts'
import { eitherText, missingInput, statementOf } from './statement-of.ts'
import type { Contested, Ground, Proof, Statement } from './proof.ts'
import { proveGround } from './prove-ground.ts'
import type { Prover } from './prover.ts'
import { summarise } from './summarise.ts'
import { groundsAgainst } from './why-not.ts'

/** Proofs within proofs, and proofs in all; what lies beyond is counted in `more`. */
const DEEPEST = 20
const MOST_PROOFS = 400

/**
 * One proof for each answer to the goal, in the order of `Inference.ask`; where there is none, one with status `no` that says
 * why not. Throws BudgetError.
 */
export function proofsOf(inference: Inference, goal: Atom): readonly Proof[] {
  const rows = inference.ask(goal)
  const ordered = { ...inference, source: orderedSource(inference.source) }
  if (rows.length > 0) return rows.map((row) => createProver(ordered).proofOfRow(row))
  const values = goal.terms.map((term) => (term.kind === 'constant' ? term.value : null))
  return [createProver(ordered).whyNot(goal.relation, values)]
}

/** Keeps what is on the way down, so that no proof rests on itself, and what was shown, so that nothing is shown twice. */
function createProver(inference: Inference): Prover {
  const { vocabulary } = inference.program
  const path: Row[] = []
  const shown = new Map<string, Proof>()
  let depth = 0
  let count = 0
  const once = (key: string, prove: (isCut: boolean) => Parts): Proof => {
    const known = shown.get(key)
    if (known !== undefined) return { ...known, grounds: [], repeated: known.repeated || known.grounds.length > 0 }
    count += 1
    depth += 1
    const proof = complete(prove(depth > DEEPEST || count > MOST_PROOFS))
    depth -= 1
    shown.set(key, proof)
    return proof
  }
  const prover: Prover = {
    inference,
    proofOfRow: (row) =>
      once(`${row.relation} ${rowKey(row.values)}`, (isCut) => {
        path.push(row)
        const { grounds, more } = isCut ? cut(row) : groundsFor(row, path, prover)
        path.pop()
        const conclusion = statementOf(row.relation, row.values, vocabulary)
        const contested = row.contested ? contestedBy(row, conclusion, inference) : null
        return { conclusion, status: row.certainty === 'certain' ? 'yes' : 'unknown', grounds, more, contested }
      }),
    whyNot: (relation, values) =>
      once(`no ${relation} ${values.map((value) => (value === null ? '?' : rowKey([value]))).join(' ')}`, (isCut) => {
        const conclusion = statementOf(relation, values, vocabulary)
        const isDeep = isCut || inference.program.recursive.has(relation)
        const grounds = isDeep ? [] : groundsAgainst(relation, values, prover)
        return { conclusion, status: 'no', grounds, more: isDeep ? 1 : 0, contested: null }
      }),
  }
  return prover
}

function cut(row: Row): Pick<Parts, 'grounds' | 'more'> {
  return { grounds: [], more: Math.max(1, row.grounds.length) }
}

type Parts = Pick<Proof, 'conclusion' | 'status' | 'grounds' | 'more' | 'contested'>

function complete(parts: Parts): Proof {
  const proof = { ...parts, sentence: sentenceOf(parts), ...collect(parts.conclusion, parts.grounds), repeated: false }
  return { ...proof, summary: summarise(proof) }
}

/** The words of a rule are for values: "2 days of suspension", not "an unknown number of days of suspension". */
function sentenceOf({ grounds, conclusion, status }: Parts): string {
  const [only, ...others] = grounds.filter((ground) => ground.kind === 'rule')
  const isOwn = only !== undefined && others.length === 0 && status !== 'no' && !only.isOpen
  return isOwn ? only.text : conclusion.text
}

/** Of a certain row the certain grounds; what only might prove it as well says nothing more. */
function groundsFor(
  row: Row,
  path: readonly Row[],
  prover: Prover,
): { readonly grounds: readonly Ground[]; readonly more: number } {
  const wanted = row.grounds.filter((ground) => ground.certain || row.certainty === 'possible')
  const usable = groundsWithout(row, wanted, path, prover.inference)
  const rules = inAuthorsOrder(usable).map((ground) => proveGround(ground, prover))
  return { grounds: [...ownGrounds(row, prover), ...rules], more: row.grounds.length - usable.length }
}

function ownGrounds(row: Row, prover: Prover): readonly Ground[] {
  if (row.relation === TODAY) return [{ kind: 'today' }]
  const { vocabulary } = prover.inference.program
  const ids = (holds: 'yes' | 'unknown'): readonly string[] => idsOf(row.facts.filter((fact) => fact.holds === holds))
  const grounds: Ground[] = []
  if (ids('yes').length > 0)
    grounds.push({ kind: 'recorded', facts: ids('yes'), superseded: supersededBy(row, prover) })
  if (row.certainty === 'certain') return grounds
  if (ids('unknown').length > 0) grounds.push({ kind: 'not-known', facts: ids('unknown') })
  if (row.missing || ids('unknown').length > 0) grounds.push({ kind: 'missing', input: missingInput(row, vocabulary) })
  return grounds
}

function contestedBy(row: Row, conclusion: Statement, inference: Inference): Contested {
  const { program, facts, source } = inference
  const denials = facts.relation(row.relation).denied.get(rowKey(row.values)) ?? []
  const unique = program.vocabulary.relations.get(row.relation)?.unique ?? null
  const names = row.values.map((value, place) =>
    unique?.includes(place) === true && value.kind === 'name' ? value.name : undefined,
  )
  const rows = unique === null ? [] : source.rows(row.relation, names).filter((other) => isRival(row, other, unique))
  const rivals = rows.map((other): Statement => statementOf(other.relation, other.values, program.vocabulary))
  const all = [conclusion, ...rivals]
  const text =
    eitherText(all, program.vocabulary) ??
    all
      .map((one) => one.text)
      .toSorted()
      .join('; ')
  const recorded = [row, ...rows].flatMap((one) => one.facts)
  return { rivals, facts: idsOf(recorded), denials: idsOf(denials), text }
}

function isRival(row: Row, other: Row, unique: readonly number[]): boolean {
  const sameKey = unique.every((place) => meet(valueAt(row.values, place), valueAt(other.values, place)) !== 'apart')
  return sameKey && rowKey(row.values) !== rowKey(other.values)
}

/** The same rows in one fixed order, so that a proof does not depend on the order in which facts were recorded. */
function orderedSource(source: RowSource): RowSource {
  const known = new WeakMap<readonly Row[], readonly Row[]>()
  return {
    cost: (relation, names) => source.cost(relation, names),
    rows(relation, names) {
      const rows = source.rows(relation, names)
      if (rows.length < 2) return rows
      const sorted = known.get(rows) ?? rows.toSorted(compareRows)
      known.set(rows, sorted)
      return sorted
    },
  }
}
