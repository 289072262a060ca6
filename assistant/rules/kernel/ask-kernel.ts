import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { gateGoal } from '../../../kb/compile/gate-fact.ts'
import { dayOf } from '../../../kb/values/plain-date.ts'
import { type Budget, BudgetError, USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { createInference, type Inference } from '../../../kb/infer/inference.ts'
import { ReadError } from '../../../kb/language/syntax.ts'
import { readGoalText } from '../../../kb/language/read-fact-text.ts'
import type { Goal } from '../../../kb/language/statement.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Atom, Program, Rule } from '../../../kb/program/rule.ts'
import type { Relation } from '../../../kb/program/vocabulary.ts'
import { Failure } from '../../../wording/failure.ts'
import { message, type Message } from '../../../wording/message.ts'

type Statuses = ReadonlySet<Rule['status']>

/** Only these reach an answer. */
export const IN_ANSWERS: Statuses = new Set(['approved'])
/** What an author looks at. */
export const WHILE_WRITING: Statuses = new Set(['draft', 'tested', 'approved'])

export type Asking = {
  readonly facts: readonly Fact[]
  /** YYYY-MM-DD. */
  readonly asOf: string
  readonly statuses: Statuses
  readonly jurisdiction?: string | null
  readonly budget?: Budget
}

/**
 * Where nothing else is said, as of a matter that is under no certain law, the rules of each pack are judged by the jurisdiction of
 * that pack, so that no pack switches another off. A rule of another jurisdiction than its pack stays out of force; a pack that names
 * none may hold the law of several places, and all of them count.
 */
export function inferenceFor(compiled: CompiledPacks, asking: Asking): Inference {
  const { facts, statuses, jurisdiction = jurisdictionsOf(compiled), budget = USUAL_BUDGET } = asking
  const now = () => performance.now()
  return createInference(programOf(compiled), facts, {
    asOf: dayNumber(asking.asOf),
    jurisdiction,
    statuses,
    budget,
    now,
  })
}

/** Throws `WRONG_USE` when the packs have problems. */
export function programOf({ program, problems }: CompiledPacks): Program {
  if (program) return program
  const [first] = problems
  if (!first) throw new Failure('WRONG_USE', message('failures.rules.packsWithErrors'))
  const { file, line, message: problem } = first
  throw new Failure('WRONG_USE', message('failures.rules.packsWithError', { file, line, problem }))
}

/** All statements of a relation. */
export function anyOf({ name, places }: Relation): Atom {
  return { relation: name, terms: places.map((_, index) => ({ kind: 'variable', name: `v${index}` })) }
}

/** Throws `WRONG_USE` for what the packs do not know. */
export function goalIn(text: string, { vocabulary }: Program): Atom {
  const { atom, problem } = gateGoal(read(text), vocabulary)
  if (atom) return atom
  throw new Failure('WRONG_USE', message('failures.rules.goalRefused', { problem: problem.message, fix: problem.fix }))
}

function read(text: string): Goal {
  try {
    return readGoalText(text).goal
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const { said: problem, fix } = error
    throw new Failure('WRONG_USE', message('failures.rules.goalUnreadable', { text, problem, fix }))
  }
}

/** What ran out; other failures are thrown. A stopped question is no answer, neither yes nor no. */
export function whyStopped(error: unknown): Message {
  if (!(error instanceof BudgetError)) throw error
  const { limit, spent } = error
  if (limit === 'depth') return message('rules.stopped.depth')
  if (limit === 'time') return message('rules.stopped.time', { seconds: Math.max(1, Math.round(spent.timeMs / 1000)) })
  return message(`rules.stopped.${limit}`, { steps: spent.steps })
}

/** Throws `PROCESS_LOST`, which names the goal, for what runs out of its budget. */
export function withinBudget<T>(goal: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Failure('PROCESS_LOST', message('failures.rules.goalStopped', { goal, reason: whyStopped(error) }))
  }
}

function dayNumber(text: string): number {
  const day = dayOf(text)
  if (day === null) throw new Failure('WRONG_USE', message('failures.rules.noDay', { text }))
  return day
}

function jurisdictionsOf({ packs }: CompiledPacks): ReadonlyMap<string, string | null> {
  return new Map(packs.map(({ id, jurisdiction }) => [id, jurisdiction]))
}
