import type { AskedQuestion, LiveAnswer } from './live-answer.ts'

/** What was asked in a matter since the window was opened and is not, or not only, a stored answer. */
export type Pending = {
  /** Answers that broke off, the last one that ended, and the one that is being written; oldest first. */
  readonly lives: readonly LiveAnswer[]
  /** Questions that wait until the answers before them end, in their order. */
  readonly waiting: readonly AskedQuestion[]
}

export const NOTHING_PENDING: Pending = { lives: [], waiting: [] }

/** An answer has got its name: what follows it knows it by that from now on. */
export function afterNaming({ lives, waiting }: Pending, key: string, answerId: string): Pending {
  const renamed = waiting.map((question) => (question.follows === key ? { ...question, follows: answerId } : question))
  return { lives, waiting: renamed }
}

/** Without a waiting question; what would have followed it follows what it would have followed. */
export function withoutWaiting({ lives, waiting }: Pending, key: string): Pending {
  const gone = waiting.find((question) => question.key === key)
  const rest = waiting.filter((question) => question !== gone)
  const follow = (question: AskedQuestion) =>
    gone && question.follows === key ? { ...question, follows: gone.follows } : question
  return { lives, waiting: rest.map(follow) }
}

/** Without a deleted answer and the questions that waited to follow it. */
export function withoutAnswer({ lives, waiting }: Pending, answerId: string): Pending {
  const gone = new Set([answerId])
  for (const { key, follows } of waiting) if (follows !== null && gone.has(follows)) gone.add(key)
  return {
    lives: lives.filter((live) => live.answerId !== answerId),
    waiting: waiting.filter(({ key }) => !gone.has(key)),
  }
}

/** Once another answer begins, it waits no longer; of those that ended, the last one stays until it is read back. */
export function withNext({ lives, waiting }: Pending, next: LiveAnswer): Pending {
  const isAskedAgain = ({ question, follows }: LiveAnswer) => question === next.question && follows === next.follows
  const kept = lives.filter((live, at) => (live.failure ? !isAskedAgain(live) : at === lives.length - 1))
  return { lives: [...kept, next], waiting: waiting.filter(({ key }) => key !== next.key) }
}
