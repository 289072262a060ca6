import type { Answer } from '../../contract/answer.ts'
import { addressOf, type Block, liveBlock } from './blocks.ts'
import type { Pending } from './pending.ts'

/** One side of a comparison that is asked by itself; no block: its question waits. */
export type Party = {
  readonly key: string
  readonly document: string
  readonly question: string
  readonly block: Block | null
}

export type Compared = Pick<Answer, 'answerId' | 'offered'>

/** The answers that were asked for the parties of an answer, the newest of each, in the order of the offer; none where it was not taken. */
export function partiesOf(
  { answerId, offered }: Compared,
  answers: readonly Answer[],
  { lives, waiting }: Pending,
): readonly Party[] {
  if (offered?.kind !== 'each') return []
  const blocks: readonly Block[] = [
    ...lives.filter(({ partOf }) => partOf === answerId).map(liveBlock),
    ...answers.filter(({ partOf }) => partOf === answerId).map((answer): Block => ({ kind: 'finished', answer })),
  ]
  const queued = waiting.filter(({ partOf }) => partOf === answerId)
  return offered.parties.flatMap(({ document, question }) => {
    const block = blocks.find((one) => questionOf(one) === question) ?? null
    const isWaiting = queued.some((one) => one.question === question)
    if (!block && !isWaiting) return []
    return [{ key: block ? addressOf(block) : question, document, question, block: isWaiting ? null : block }]
  })
}

function questionOf(block: Block): string {
  return block.kind === 'finished' ? block.answer.question : block.live.question
}
