import type { AnswerEvent, CompleteAskInput } from '../../../contract/answer.ts'
import type { Drafting, Writer } from '../parts/draft-parts.ts'
import type { Part } from '../parts/plan-parts.ts'

/** Comes to an answer from what is to be read, its sentences checked as they come. */
export type Strategy = (
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
) => AsyncGenerator<AnswerEvent, void, void>
