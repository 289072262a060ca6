import type { AnswerState } from '../answers/answer.ts'
import type { Outcome, ShownCounts } from './evaluation.ts'

type Ended = { readonly outcome: Outcome }
type Shown = keyof ShownCounts

const SHOWN_AS: Readonly<Record<AnswerState, Shown>> = {
  answered: 'green',
  'answered-in-part': 'inPart',
  uncertain: 'inPart',
  stopped: 'inPart',
  'not-found': 'notWritten',
  'not-written': 'notWritten',
  extractive: 'notWritten',
}

/** What the user was shown above an answer; the plain text of a second opinion has no green mark. */
export function shownAs(state: string): Shown {
  return SHOWN_AS[state as AnswerState] ?? 'inPart'
}

/** Whether an answer was given that can be right or not: a refusal shows no confidence that could be wrong. */
export function isGiven({ outcome }: Ended): boolean {
  return outcome === 'right' || outcome === 'half' || outcome === 'wrong' || outcome === 'should-refuse'
}

/** Whether a question ended as it should: answered right, or refused where nothing answers it. */
export function endedRight({ outcome }: Ended): boolean {
  return outcome === 'right' || outcome === 'right-refusal'
}

/** Whether it misled: a wrong answer, one where nothing answers the question, and a half one that was shown as a whole one. */
export function endedWrong({ outcome, state }: Ended & { readonly state: string }): boolean {
  return outcome === 'wrong' || outcome === 'should-refuse' || (outcome === 'half' && shownAs(state) === 'green')
}

/** Whether a lesson can be drawn from it: what is right is known, and was not said, or not all of it. */
export function isMistake({ outcome }: Ended): boolean {
  return outcome === 'half' || outcome === 'wrong' || outcome === 'wrong-refusal'
}
