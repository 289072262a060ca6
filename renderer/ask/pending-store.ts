import type { AskedQuestion, LiveAnswer } from './live-answer.ts'
import { afterNaming, NOTHING_PENDING, type Pending } from './pending.ts'

/** What is pending, by matter, and the names that answers got; tells of every change. */
export interface PendingStore {
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
