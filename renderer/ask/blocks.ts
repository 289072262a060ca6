import type { Answer, Claim, Searched, Source } from '../../contract/answer.ts'
import type { LiveAnswer } from './live-answer.ts'
import { type Thread, threadWith } from './threads.ts'

/** One question with its answer on the screen: finished, or still being written (or broken off). */
export type Block =
  | { readonly kind: 'finished'; readonly answer: Answer }
  | { readonly kind: 'live'; readonly live: LiveAnswer }

/** In place of an answer's id, for a question whose answer has none yet. */
export const LIVE = 'live'

/** The blocks of the thread that holds `answer`, oldest first, with the answer that is being written where it belongs. */
export function blocksOf(threads: readonly Thread[], live: LiveAnswer | null, answer: string): readonly Block[] {
  const thread = threadWith(threads, answer)
  const finished = (thread?.answers ?? []).map((one): Block => ({ kind: 'finished', answer: one }))
  if (!live || !belongs(live, thread, answer)) return finished
  const isKept = thread?.answers.some(({ answerId }) => answerId === live.answerId) ?? false
  if (isKept && !live.failure) return finished
  // What was kept of an answer that broke off does not say why it did; the live one does.
  const others = finished.filter((block) => partsOf(block).answerId !== live.answerId)
  return [...others, live.finished ? { kind: 'finished', answer: live.finished } : { kind: 'live', live }]
}

function belongs(live: LiveAnswer, thread: Thread | null, answer: string): boolean {
  if (answer === LIVE || answer === live.answerId) return true
  return live.follows !== null && thread !== null && thread.answers.some(({ answerId }) => answerId === live.follows)
}

/** What both kinds of block have in common. */
export type BlockParts = {
  readonly answerId: string | null
  readonly question: string
  readonly askedAt: string
  readonly follows: string | null
  readonly sources: readonly Source[]
  readonly searched: Searched | null
  readonly evidenceMs: number | null
  readonly claims: readonly Claim[]
}

export function partsOf(block: Block): BlockParts {
  if (block.kind === 'finished') return { ...block.answer, evidenceMs: block.answer.timing.evidenceMs }
  return { ...block.live, sources: block.live.sources ?? [] }
}
