import type { AssistantClient } from '../../contract/index.ts'
import { userFailure } from '../state/user-failure.ts'
import { applyAnswerEvent, isWriting, type LiveAnswer, type Question, startLiveAnswer } from './live-answer.ts'

/** The answers that are being written, apart from any screen: one a matter, going on while the user looks elsewhere. */
export interface Asking {
  /** The present one of a matter, or its last one of this session. */
  live(matter: string): LiveAnswer | null
  /** A question that waits until the present answer ends. */
  waiting(matter: string): Question | null
  ask(question: Question): void
  /** Stops writing and keeps what is written. */
  stop(matter: string): void
  forgetWaiting(matter: string): void
  onChange(listener: () => void): () => void
}

export function createAsking(client: AssistantClient): Asking {
  const answers = new Map<string, LiveAnswer>()
  const queue = new Map<string, Question>()
  const aborts = new Map<string, AbortController>()
  const listeners = new Set<() => void>()

  function put(live: LiveAnswer): void {
    answers.set(live.matter, live)
    for (const listener of listeners) listener()
  }

  async function write(question: Question): Promise<void> {
    const { matter, follows, documents } = question
    const abort = new AbortController()
    aborts.set(matter, abort)
    let live = startLiveAnswer(question, new Date())
    put(live)
    try {
      const input = { matter, question: question.question, follows, documents: [...documents] }
      const events = await client.answer.ask(input, { signal: abort.signal })
      for await (const event of events) {
        live = applyAnswerEvent(live, event)
        put(live)
      }
    } catch (failure) {
      live = { ...live, failure: userFailure(failure, keptOf(live)) ?? STOPPED }
      put(live)
    }
    aborts.delete(matter)
    const next = queue.get(matter)
    queue.delete(matter)
    if (next) await write({ ...next, follows: next.follows === null ? null : (live.answerId ?? next.follows) })
  }

  return {
    live: (matter) => answers.get(matter) ?? null,
    waiting: (matter) => queue.get(matter) ?? null,
    ask(question) {
      const present = answers.get(question.matter)
      if (present && isWriting(present)) {
        queue.set(question.matter, question)
        put(present)
      } else void write(question)
    },
    stop(matter) {
      const live = answers.get(matter)
      if (!live || !isWriting(live)) return
      // With a name the assistant ends the stream itself and keeps what is written; before, there is nothing to keep.
      if (live.answerId) client.answer.stop({ answerId: live.answerId }).catch(() => aborts.get(matter)?.abort())
      else aborts.get(matter)?.abort()
    },
    forgetWaiting(matter) {
      queue.delete(matter)
      const present = answers.get(matter)
      if (present) put(present)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const STOPPED = {
  code: 'UNKNOWN',
  happened: 'Stopped before anything was written.',
  kept: 'Nothing was kept.',
  todo: 'Ask again when you like.',
} as const

function keptOf(live: LiveAnswer): string {
  if (live.claims.length > 0) return 'The sentences below and their sources stay on this screen.'
  return live.sources ? 'The passages above stay on this screen.' : 'Your question was kept.'
}
