import { BudgetError } from '../infer/budget.ts'
import { goalStatus } from '../infer/evaluate/condition-status.ts'
import type { Inference } from '../infer/inference.ts'
import type { Fact } from '../program/fact.ts'
import type { Atom } from '../program/rule.ts'
import { answersToTry } from './answers-to-try.ts'
import type { MissingInput } from './proof.ts'

/** An input that nobody recorded, and whether its answer alone would decide the goal. */
export type Missing = MissingInput & {
  /**
   * `always`: each answer that was tried decides it; of numbers and dates examples are tried. `some`: some of them do. `no`:
   * none does without others.
   */
  readonly decides: 'always' | 'some' | 'no'
  /** False: no answer was tried, since the steps were spent or there is none to try; `decides` then is `no`. */
  readonly tried: boolean
}

const MOST_TRIED = 16

/** The steps left for trials, which several questions may share: the same facts always leave the same answers untried. */
export type TrialSteps = { left: number }

/**
 * Of the inputs that a proof misses, those first that would decide its goal; trials may take so many steps. Throws BudgetError when
 * the goal itself cannot be answered.
 */
export function whatDecides(
  inference: Inference,
  goal: Atom,
  inputs: readonly MissingInput[],
  trials: TrialSteps,
): readonly Missing[] {
  const missing = inputs.map((input, index): Missing => {
    const answers = index < MOST_TRIED ? answersToTry(input, inference) : []
    const outcomes = answers.map((fact) => isDecided(fact, inference, goal, trials))
    return { ...input, decides: howFar(outcomes), tried: outcomes.some((one) => one !== null) }
  })
  return missing.toSorted((left, right) => ORDER.indexOf(left.decides) - ORDER.indexOf(right.decides))
}

const ORDER: readonly Missing['decides'][] = ['always', 'some', 'no']

/** Null: it was not tried, or took too much. */
type Outcome = boolean | null

function isDecided(fact: Fact, inference: Inference, goal: Atom, trials: TrialSteps): Outcome {
  if (trials.left <= 0) return null
  const changed = inference.with({ add: [fact], remove: new Set() })
  try {
    const rows = changed.ask(goal)
    return goalStatus(rows) !== 'unknown' && rows.every((row) => row.certainty === 'certain')
  } catch (error) {
    if (error instanceof BudgetError) return null
    throw error
  } finally {
    trials.left -= changed.meter.spent().steps
  }
}

function howFar(outcomes: readonly Outcome[]): Missing['decides'] {
  const deciding = outcomes.filter(Boolean).length
  if (deciding === 0) return 'no'
  return deciding === outcomes.length ? 'always' : 'some'
}
