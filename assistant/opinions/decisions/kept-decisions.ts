import type { Answer } from '../../../contract/answers/answer.ts'
import { Decision } from '../../../contract/opinions/decision.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { readableRows } from '../../home/readable-rows.ts'
import { keepCorrection } from '../../learning/card-from-mistake.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** Oldest first. */
export function decisionsIn({ store }: OpenMatter): readonly Decision[] {
  return readableRows(Decision, store.decisions.list())
}

/** Throws `NOT_FOUND`. */
export function decisionNamed(matter: OpenMatter, decisionId: string): Decision {
  const found = decisionsIn(matter).find((one) => one.decisionId === decisionId)
  if (!found) throw new Failure('NOT_FOUND', message('failures.opinions.noDecision'))
  return found
}

/** What was decided goes with its consultation; a mistake stays where a card is tested on it. */
export function forgetDecisions(matter: OpenMatter, consultation: string): void {
  for (const { consultation: of, correction, card } of decisionsIn(matter))
    if (of === consultation && correction !== null && card === null) takeBackMistake(matter, correction)
  matter.store.decisions.forget(consultation)
}

type ConfirmedMistake = {
  readonly answer: Answer
  /** What is right. */
  readonly right: string
  /** This computer said nothing of it. */
  readonly isOmission: boolean
}

/** Keeps it as a correction, so that likeness to past mistakes and cards know of it; gives its id. */
export function confirmMistake(matter: OpenMatter, { answer, right, isOmission }: ConfirmedMistake, now: Date): string {
  const { answerId, question, answer: wrong } = answer
  const mistake = isOmission ? 'omission' : 'comprehension'
  return keepCorrection({ matter, from: 'opinion', answerId, question, wrong, expected: right, mistake }, now)
    .correctionId
}

export function takeBackMistake({ store }: OpenMatter, correctionId: string): void {
  store.corrections.remove(correctionId)
}
