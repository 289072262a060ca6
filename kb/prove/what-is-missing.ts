import { goalStatus } from '../infer/goal-status.ts'
import type { Inference } from '../infer/inference.ts'
import type { Fact } from '../program/fact.ts'
import type { Atom } from '../program/rule.ts'
import { answersToTry } from './answers-to-try.ts'
import { inputKey } from './missing-input.ts'
import type { MissingInput } from './proof.ts'
import { proofsOf } from './proof-of.ts'

/** An input that nobody recorded, and whether its answer alone would decide the goal. */
export type Missing = MissingInput & {
  /**
   * `always`: each answer that was tried decides it; of numbers and dates examples are tried. `some`: some of them do. `no`:
   * none does without others.
   */
  readonly decides: 'always' | 'some' | 'no'
  /** False: no answer was tried, since the time was spent or there is none to try; `decides` then is `no`. */
  readonly tried: boolean
}

const MOST_TRIED = 16

/**
 * The inputs on which an unknown answer rests, those first that would decide it. Nothing is missing where the answer is a yes
 * or a no. Throws BudgetError when the goal itself cannot be answered; trials get as much time as one question.
 */
export function whatIsMissing(inference: Inference, goal: Atom): readonly Missing[] {
  const proofs = proofsOf(inference, goal).filter((proof) => proof.status === 'unknown')
  const inputs = new Map(proofs.flatMap((proof) => proof.missing).map((input) => [inputKey(input), input]))
  const { now, budget } = inference.options
  const end = now() + budget.timeMs
  const missing = [...inputs.values()].map((input, index): Missing => {
    const answers = index < MOST_TRIED && now() <= end ? answersToTry(input, inference) : []
    return { ...input, decides: howFar(answers, inference, goal), tried: answers.length > 0 }
  })
  return missing.toSorted((left, right) => ORDER.indexOf(left.decides) - ORDER.indexOf(right.decides))
}

const ORDER: readonly Missing['decides'][] = ['always', 'some', 'no']

function howFar(answers: readonly Fact[], inference: Inference, goal: Atom): Missing['decides'] {
  const deciding = answers.filter((fact) => {
    const rows = inference.with({ add: [fact], remove: new Set() }).ask(goal)
    return goalStatus(rows) !== 'unknown' && rows.every((row) => row.certainty === 'certain')
  })
  if (deciding.length === 0) return 'no'
  return deciding.length === answers.length ? 'always' : 'some'
}
