import { goalStatus } from '../infer/evaluate/condition-status.ts'
import type { Inference } from '../infer/inference.ts'
import { type Row, rowKey } from '../infer/row.ts'
import type { Fact } from '../program/fact.ts'
import type { Atom } from '../program/rule.ts'
import type { Value } from '../values/value.ts'
import { answersToTry, factOf } from './answers-to-try.ts'
import { factsIn } from './proof-contents.ts'
import { denialOf, inputKey, statementOf } from './statement-of.ts'
import type { Proof, Statement } from './proof.ts'
import { proofsOf } from './proof-of.ts'

/** A single change of the facts that changes what is concluded. */
export type Change = {
  /** `flip`: a recorded fact were the other way. `appear`: what is assumed absent were so. `answer`: an input were known. */
  readonly kind: 'flip' | 'appear' | 'answer'
  /** What would be so, or not. */
  readonly text: string
  readonly statement: Statement
  /** The facts that it is about; empty for `appear` and `answer`. */
  readonly facts: readonly string[]
  readonly before: Outcome
  readonly after: Outcome
}

export type Outcome = { readonly status: 'yes' | 'unknown' | 'no'; readonly statements: readonly Statement[] }

const MOST_TRIED = 60

/**
 * Single changes that would change the conclusion, each tried by asking again: facts of the proof the other way, what it
 * assumes absent present, what it misses answered. Trials get as much time as one question.
 */
export function whatWouldChange(inference: Inference, goal: Atom): readonly Change[] {
  const proofs = proofsOf(inference, goal)
  const before = inference.ask(goal)
  const { now, budget } = inference.options
  const end = now() + budget.timeMs
  const changes: Change[] = []
  for (const trial of trialsOf(proofs, inference).slice(0, MOST_TRIED)) {
    if (now() > end) break
    const rows = inference.with({ add: [trial.fact], remove: new Set(trial.facts) }).ask(goal)
    if (outcomeKey(rows) === outcomeKey(before)) continue
    changes.push({
      ...describe(trial, inference),
      before: outcomeOf(before, inference),
      after: outcomeOf(rows, inference),
    })
  }
  return changes
}

type Trial = { readonly kind: Change['kind']; readonly fact: Fact; readonly facts: readonly string[] }

function trialsOf(proofs: readonly Proof[], inference: Inference): readonly Trial[] {
  const missing = new Map(proofs.flatMap((proof) => proof.missing).map((input) => [inputKey(input), input]))
  const answers = [...missing.values()].flatMap((input) => answersToTry(input, inference))
  return [
    ...answers.map((fact): Trial => ({ kind: 'answer', fact, facts: [] })),
    ...proofs.flatMap((proof) => proof.assumed).flatMap((statement) => appearance(statement, inference)),
    ...flips(proofs, inference),
  ]
}

/** None for "any at all" and ranges: which of them it would be is not known. */
function appearance({ relation, values }: Statement, inference: Inference): readonly Trial[] {
  const names = values.map((value): Value | null => (value.kind === 'name' ? { kind: 'name', name: value.name } : null))
  const known = names.filter((value) => value !== null)
  if (known.length < values.length) return []
  return [{ kind: 'appear', fact: factOf(relation, known, 'yes', inference), facts: [] }]
}

/** Statements, each with all facts that record it. */
function flips(proofs: readonly Proof[], inference: Inference): readonly Trial[] {
  const facts = factsIn(proofs, inference)
  const byStatement = Map.groupBy(facts, (fact) => `${fact.relation} ${rowKey(fact.values)} ${fact.holds}`)
  return [...byStatement.values()].flatMap((same) => {
    const [fact] = same
    if (fact === undefined || fact.holds === 'unknown') return []
    const holds = fact.holds === 'yes' ? 'no' : 'yes'
    return [{ kind: 'flip', fact: { ...fact, id: 'tried', holds }, facts: same.map(({ id }) => id) } satisfies Trial]
  })
}

function describe({ kind, fact, facts }: Trial, { program }: Inference): Omit<Change, 'before' | 'after'> {
  const statement = statementOf(fact.relation, fact.values, program.vocabulary)
  const { text } = fact.holds === 'no' ? denialOf(fact.relation, fact.values, program.vocabulary) : statement
  return { kind, text, statement, facts }
}

function outcomeKey(rows: readonly Row[]): string {
  return rows.map((row) => `${row.certainty} ${rowKey(row.values)}`).join('\n')
}

function outcomeOf(rows: readonly Row[], { program }: Inference): Outcome {
  const statements = rows.map((row) => statementOf(row.relation, row.values, program.vocabulary))
  return { status: goalStatus(rows), statements }
}
