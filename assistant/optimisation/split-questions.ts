import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { drawSample } from '../evaluation/draw-sample.ts'

export type Split = {
  /** Those that choose the settings. */
  readonly tuned: readonly SetQuestion[]
  /** Those that say what the chosen ones are worth. */
  readonly heldOut: readonly SetQuestion[]
}

/** Fewer than this on either side say nothing. */
const FEWEST = 4

/** The questions whose answers can be scored, a sample of them, in two halves drawn by the seed. Throws `WRONG_USE` for too few. */
export function splitQuestions(
  all: readonly SetQuestion[],
  { sample, seed }: { readonly sample: number | null; readonly seed: number },
): Split {
  const scored = all.filter(({ state, answer, answerable }) => state === 'accepted' && (!answerable || answer !== null))
  const drawn = drawSample(scored, sample, seed)
  if (drawn.length < FEWEST)
    throw new AssistantError(
      'WRONG_USE',
      `Optimising needs at least ${FEWEST} questions whose answer is known; there are ${drawn.length}. Nothing was measured.`,
    )
  // Another draw than that of the sample.
  const tuned = drawSample(drawn, Math.ceil(drawn.length / 2), seed + 1)
  return { tuned, heldOut: drawn.filter((one) => !tuned.includes(one)) }
}
