import type { AnswerEvent, CompleteAskInput } from '../../../contract/answer.ts'
import { type Drafting, draftParts, type Writer } from '../parts/draft-parts.ts'
import type { Part } from '../parts/plan-parts.ts'
import { asideBlock } from './aside-block.ts'
import { reportStrategy } from '../answer-progress.ts'

/**
 * Written after one or two questions of the same kind with what a person approved as their answers. They show a form and are no
 * source: the marks are those of the passages, and what stands only in an example has no support. Where none is near enough, or
 * rules have begun the answer, it is written straight away.
 */
export async function* fewShot(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, begun } = drafting
  const examples = begun === '' ? [...(await writer.examples(progress.about.asked || input.question, signal))] : []
  yield reportStrategy(progress, examples.length === 0 ? 'direct' : 'few-shot', { examples })
  yield* draftParts(input, { ...writer, aside: asideBlock(progress.approach) }, parts, drafting, signal)
}
