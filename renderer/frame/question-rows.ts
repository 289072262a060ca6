import { isWriting } from '../ask/live-answer.ts'
import type { Pending } from '../ask/pending.ts'
import type { Thread } from '../ask/threads.ts'

export type QuestionRow = {
  /** Where it is shown: the name of its answer, or the key of a question that has none yet. */
  readonly address: string
  readonly question: string
  readonly state: 'waiting' | 'writing' | null
}

/** The first questions of a matter's threads, newest first; before them those that wait or are being answered. */
export function questionRows(threads: readonly Thread[], { lives, waiting }: Pending): readonly QuestionRow[] {
  const stored = threads.map(({ root }): QuestionRow => {
    const isWritten = lives.some((live) => isWriting(live) && live.answerId === root.answerId)
    return { address: root.answerId, question: root.question, state: isWritten ? 'writing' : null }
  })
  const isStored = (address: string) => stored.some((row) => row.address === address)
  const written = lives
    .filter((live) => live.follows === null && live.partOf === null && !live.failure)
    .map(({ key, answerId, question, finished }): QuestionRow => {
      return { address: answerId ?? key, question, state: finished ? null : 'writing' }
    })
    .filter(({ address }) => !isStored(address))
  const next = waiting
    .filter(({ follows, partOf }) => follows === null && partOf === undefined)
    .map(({ key, question }): QuestionRow => ({ address: key, question, state: 'waiting' }))
  return [...next.toReversed(), ...written.toReversed(), ...stored]
}
