import type { Answer } from '../../../contract/answers/answer.ts'
import { keepCorrection } from '../../learning/card-from-mistake.ts'
import type { OpenMatter } from '../../home/open-matters.ts'

export type ConfirmedMistake = {
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
