import type { AssistantClient } from '../../../contract/index.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import {
  applyAnswerEvent,
  type AskedQuestion,
  isWriting,
  type LiveAnswer,
  type Question,
  startLiveAnswer,
} from './live-answer.ts'
import { askedFor } from '../question/how-to-answer.ts'
import { createPendingStore, type Pending, withNext, withoutAnswer, withoutWaiting } from './pending.ts'
import { t, texts } from '../../../wording/translate.ts'

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
