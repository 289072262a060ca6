import type { PassageSource } from '../../../contract/answer.ts'
import type { PromptSource } from '../build-turns.ts'

/** How sentences are pointed at before an answer is drafted. */
export type Quoting = {
  /** What the model is told to do. */
  readonly ask: string
  /** Passages with those sentences that may be pointed at, each with its letter. */
  readonly show: (passages: readonly PassageSource[]) => readonly PromptSource[]
  /** All that may be pointed at: the grammar allows nothing else. */
  readonly letters: (passages: readonly PassageSource[]) => readonly string[]
  /** The line in which the model pointed, and of which passages. */
  readonly take: (line: string, passages: readonly PassageSource[]) => void
}
