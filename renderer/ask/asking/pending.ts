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
function afterNaming({ lives, waiting }: Pending, key: string, answerId: string): Pending {
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

/** What is pending, by matter, and the names that answers got; tells of every change. */
interface PendingStore {
  of(matter: string): Pending
  put(matter: string, next: Pending): void
  /** Replaces an answer that is being written by what it is now. */
  putLive(live: LiveAnswer): void
  remember(question: AskedQuestion): void
  nameOf(key: string): string | null
  keyOf(answerId: string): string | null
  /** The stored answer at an address; where one broke off before it had a name, the one that it followed. */
  storedAnswer(address: string | null): string | null
  onChange(listener: () => void): () => void
}

export function createPendingStore(): PendingStore {
  const all = new Map<string, Pending>()
  const names = new Map<string, string>()
  const follows = new Map<string, string | null>()
  const listeners = new Set<() => void>()
  const of = (matter: string) => all.get(matter) ?? NOTHING_PENDING

  function put(matter: string, next: Pending): void {
    all.set(matter, next)
    for (const listener of listeners) listener()
  }

  function storedAnswer(address: string | null): string | null {
    if (address === null || !follows.has(address)) return address
    return names.get(address) ?? storedAnswer(follows.get(address) ?? null)
  }

  return {
    of,
    put,
    putLive(live) {
      const { lives, waiting } = of(live.matter)
      const changed = { waiting, lives: lives.map((one) => (one.key === live.key ? live : one)) }
      if (live.answerId) names.set(live.key, live.answerId)
      put(live.matter, live.answerId ? afterNaming(changed, live.key, live.answerId) : changed)
    },
    remember: (question) => void follows.set(question.key, question.follows),
    nameOf: (key) => names.get(key) ?? null,
    keyOf: (answerId) => [...names].find(([, name]) => name === answerId)?.[0] ?? null,
    storedAnswer,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
