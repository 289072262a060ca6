import type { Card, MistakeKind } from '../contract/card.ts'
import type { AssistantClient } from '../contract/index.ts'
import { isMistake } from '../contract/outcomes.ts'
import { runNumbered } from './commands/eval-runs.ts'
import { wrongUse } from './usage-error.ts'

export type FailedQuestion = {
  readonly matter: string
  /** Of the run, as `eval runs` tells it. */
  readonly number: number
  /** Its id in the set; without one those that were wrong are named. */
  readonly question: string | undefined
  readonly mistake: MistakeKind
}

/** Begins a card from a question that a run answered wrong. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function cardOfRun(
  { matter, number, question, mistake }: FailedQuestion,
  assistant: AssistantClient,
): Promise<Card> {
  const run = await runNumbered(assistant, matter, number)
  if (question !== undefined) return assistant.card.fromRun({ matter, run, question, mistake })
  const wrong = (await assistant.evaluation.rows({ matter, run })).filter(isMistake).map(({ id }) => id)
  throw wrongUse(
    wrong.length === 0
      ? `Run ${number} answered no question wrong whose answer is known.`
      : `Say which question with --question. Wrong in run ${number}: ${wrong.join(', ')}`,
  )
}
