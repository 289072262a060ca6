import type { AssistantClient } from '../../contract/index.ts'
import { userFailure, type UserFailure } from '../state/user-failure.ts'
import {
  applyAnswerEvent,
  type AskedQuestion,
  isWriting,
  type LiveAnswer,
  type Question,
  startLiveAnswer,
} from './live-answer.ts'
import { askedFor } from './question/how-to-answer.ts'
import { t, texts } from '../../wording/translate.ts'
import type { Offer } from '../../contract/answers/offer.ts'

/** The answers that are being written, apart from any screen: one a matter, going on while the user looks elsewhere. */
export interface Asking {
  /** What is being written in a matter and what waits; the same object until it changes. */
  pending(matter: string): Pending
  /** Asks, or puts the question behind those that wait. Returns its address until the answer has a name. */
  ask(question: Question): string
  /** The name of the answer that was asked for under this address; null while it has none. */
  nameOf(key: string): string | null
  /** The address under which an answer of this session was asked for. */
  keyOf(answerId: string): string | null
  /** The first answer of the thread in which this was asked; null: it began one, or the first answer has no name. */
  threadOf(key: string): string | null
  /** Whether this very answer is the one that is being written. */
  isWriting(matter: string, answerId: string): boolean
  /** Stops writing and keeps what is written. */
  stop(matter: string): void
  /** Takes a waiting question back. */
  forgetWaiting(matter: string, key: string): void
  /** A deleted answer, which must not come back from here. */
  forgetAnswer(matter: string, answerId: string): void
  onChange(listener: () => void): () => void
}

export function createAsking(client: AssistantClient): Asking {
  const store = createPendingStore()
  const aborts = new Map<string, AbortController>()
  const present = (matter: string) => store.of(matter).lives.find(isWriting) ?? null

  async function write(asked: AskedQuestion): Promise<void> {
    const { matter, question, documents, asOf, how, partOf = null } = asked
    const abort = new AbortController()
    aborts.set(matter, abort)
    let live = startLiveAnswer(asked, new Date())
    store.put(matter, withNext(store.of(matter), live))
    try {
      const follows = store.storedAnswer(asked.follows)
      const input = { matter, question, follows, partOf, documents: [...documents], asOf, ...askedFor(how) }
      const events = await client.answer.ask(input, { signal: abort.signal })
      for await (const event of events) {
        live = applyAnswerEvent(live, event)
        store.putLive(live)
      }
    } catch (failure) {
      live = { ...live, failure: userFailure(failure, keptOf(live)) ?? stopped() }
      store.putLive(live)
    }
    aborts.delete(matter)
    const next = store.of(matter).waiting[0]
    if (next) await write(next)
  }

  return {
    pending: store.of,
    ask(question) {
      const { matter } = question
      const asked = { ...question, key: crypto.randomUUID() }
      const { lives, waiting } = store.of(matter)
      store.remember(asked)
      if (aborts.has(matter)) store.put(matter, { lives, waiting: [...waiting, asked] })
      else void write(asked)
      return asked.key
    },
    nameOf: store.nameOf,
    keyOf: store.keyOf,
    threadOf: store.threadOf,
    isWriting: (matter, answerId) => present(matter)?.answerId === answerId,
    stop(matter) {
      const live = present(matter)
      // With a name the assistant ends the stream itself and keeps what is written; before, there is nothing to keep.
      if (live?.answerId) client.answer.stop({ answerId: live.answerId }).catch(() => aborts.get(matter)?.abort())
      else if (live) aborts.get(matter)?.abort()
    },
    forgetWaiting: (matter, key) => store.put(matter, withoutWaiting(store.of(matter), key)),
    forgetAnswer: (matter, answerId) => store.put(matter, withoutAnswer(store.of(matter), answerId)),
    onChange: store.onChange,
  }
}

function stopped(): UserFailure {
  return { code: 'UNKNOWN', ...texts('ask.stopped') }
}

function keptOf(live: LiveAnswer): string {
  if (live.claims.length > 0) return t('ask.kept.sentences')
  return live.sources ? t('ask.kept.passages') : t('ask.kept.question')
}

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
function withoutWaiting({ lives, waiting }: Pending, key: string): Pending {
  const gone = waiting.find((question) => question.key === key)
  const rest = waiting.filter((question) => question !== gone)
  const follow = (question: AskedQuestion) =>
    gone && question.follows === key ? { ...question, follows: gone.follows } : question
  return { lives, waiting: rest.map(follow) }
}

/** Without a deleted answer and the questions that waited to follow it. */
function withoutAnswer({ lives, waiting }: Pending, answerId: string): Pending {
  const gone = new Set([answerId])
  for (const { key, follows } of waiting) if (follows !== null && gone.has(follows)) gone.add(key)
  return {
    lives: lives.filter((live) => live.answerId !== answerId),
    waiting: waiting.filter(({ key }) => !gone.has(key)),
  }
}

/** Once another answer begins, it waits no longer; of those that ended, the last one stays until it is read back. */
function withNext({ lives, waiting }: Pending, next: LiveAnswer): Pending {
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
  threadOf(key: string): string | null
  /** The stored answer at an address; where one broke off before it had a name, the one that it followed. */
  storedAnswer(address: string | null): string | null
  onChange(listener: () => void): () => void
}

function createPendingStore(): PendingStore {
  const all = new Map<string, Pending>()
  const names = new Map<string, string>()
  const asked = new Map<string, Question>()
  const listeners = new Set<() => void>()
  const of = (matter: string) => all.get(matter) ?? NOTHING_PENDING

  function put(matter: string, next: Pending): void {
    all.set(matter, next)
    for (const listener of listeners) listener()
  }

  function storedAnswer(address: string | null): string | null {
    if (address === null || !asked.has(address)) return address
    return names.get(address) ?? storedAnswer(asked.get(address)?.follows ?? null)
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
    remember: (question) => void asked.set(question.key, question),
    nameOf: (key) => names.get(key) ?? null,
    keyOf: (answerId) => [...names].find(([, name]) => name === answerId)?.[0] ?? null,
    threadOf(key) {
      const thread = asked.get(key)?.thread ?? null
      return thread === null || !asked.has(thread) ? thread : (names.get(thread) ?? null)
    },
    storedAnswer,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The offer that was taken in a matter, from the button in Ask to the place that it leads to. Its words stand in no address. */
export interface TakenOffers {
  take(matter: string, offer: Offer): void
  /** What was taken and not begun yet, of this kind; null: nothing. */
  taken<K extends Offer['kind']>(matter: string, kind: K): Extract<Offer, { kind: K }> | null
  forget(matter: string): void
}

export function createTakenOffers(): TakenOffers {
  const offers = new Map<string, Offer>()
  return {
    take: (matter, offer) => void offers.set(matter, offer),
    taken(matter, kind) {
      const offer = offers.get(matter)
      return offer?.kind === kind ? (offer as Extract<Offer, { kind: typeof kind }>) : null
    },
    forget: (matter) => void offers.delete(matter),
  }
}
