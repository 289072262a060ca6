import { t } from '../../wording/translate.ts'
import type { Claim } from '../../contract/answers/answer.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Opinion, OpinionEvent } from '../../contract/opinions/opinion.ts'
import type { PrepareInput, PreparingEvent } from '../../contract/opinions/packet.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'
import type { Message } from '../../wording/message.ts'

/** A packet being made: for an informed opinion the answer of this computer is first taken apart, item by item. */
export type Preparing = {
  readonly matter: string
  readonly input: PrepareInput
  readonly items: number
  readonly texts: readonly string[]
  readonly packetId: string | null
  readonly failure: UserFailure | null
}

/** A packet on its way. */
export type Sending = {
  readonly matter: string
  readonly packetId: string
  readonly startedMs: number
  /** The provider asked to wait, or could not be reached; the same bytes go again at `untilMs`. */
  readonly retry: { readonly untilMs: number; readonly why: Message } | null
  readonly retries: number
  /** How much of the reply has come. */
  readonly characters: number
  readonly claims: readonly Claim[]
  readonly opinion: Opinion | null
  readonly failure: UserFailure | null
  readonly isStopped: boolean
}

/** What outlives the screen: one packet being made and one on its way for each matter. */
export interface Consulting {
  readonly preparing: readonly Preparing[]
  readonly sending: readonly Sending[]
  prepare(input: PrepareInput): void
  /** The press of the button is the consent to this hash. */
  send(matter: string, packetId: string, hash: string): void
  stopPreparing(matter: string): void
  stopSending(packetId: string): void
  forgetPreparing(matter: string): void
  /** What ended is no longer shown as on its way. */
  forgetSending(packetId: string): void
  onChange(listener: () => void): () => void
}

export function createConsulting(client: AssistantClient, nowMs: () => number = () => performance.now()): Consulting {
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  const preparing = createWorkList<Preparing>(({ matter }) => matter, tell)
  const sending = createWorkList<Sending>(({ packetId }) => packetId, tell)
  return {
    get preparing() {
      return preparing.list
    },
    get sending() {
      return sending.list
    },
    prepare: (input) => void prepare(client, preparing, input),
    send: (matter, packetId, hash) => void send(client, sending, { matter, packetId, hash }, nowMs),
    stopPreparing(matter) {
      preparing.stop(matter)
      preparing.forget(matter)
    },
    stopSending: sending.stop,
    forgetPreparing: preparing.forget,
    forgetSending: sending.forget,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function prepare(client: AssistantClient, works: WorkList<Preparing>, input: PrepareInput): Promise<void> {
  const signal = works.begin(input.matter)
  let now: Preparing = { matter: input.matter, input, items: 0, texts: [], packetId: null, failure: null }
  works.put(now)
  try {
    for await (const event of await client.packet.prepare(input, { signal })) {
      if (signal.aborted) return
      now = afterPreparing(now, event)
      works.put(now)
    }
  } catch (caught) {
    if (!signal.aborted) works.put({ ...now, failure: userFailure(caught, t('outgoing.nothingSent')) })
  }
}

type Agreed = { readonly matter: string; readonly packetId: string; readonly hash: string }

async function send(
  client: AssistantClient,
  works: WorkList<Sending>,
  agreed: Agreed,
  nowMs: () => number,
): Promise<void> {
  const { matter, packetId } = agreed
  const signal = works.begin(packetId)
  let now: Sending = { ...NOT_YET, matter, packetId, startedMs: nowMs() }
  works.put(now)
  try {
    for await (const event of await client.opinion.send(agreed, { signal })) {
      now = afterSending(now, event, nowMs())
      works.put(now)
    }
  } catch (caught) {
    const failure = userFailure(caught, t('outgoing.keptWithSending'))
    works.put({ ...now, retry: null, failure, isStopped: signal.aborted })
  }
}

const NOT_YET = {
  retry: null,
  retries: 0,
  characters: 0,
  claims: [],
  opinion: null,
  failure: null,
  isStopped: false,
} as const

function afterPreparing(now: Preparing, event: PreparingEvent): Preparing {
  if (event.type === 'analysis-begin') return { ...now, items: event.items }
  if (event.type === 'packet') return { ...now, packetId: event.packet.packetId }
  const texts = [...now.texts]
  texts[event.index] = event.text
  return { ...now, texts }
}

function afterSending(now: Sending, event: OpinionEvent, atMs: number): Sending {
  if (event.type === 'waiting-to-retry')
    return { ...now, retry: { untilMs: atMs + event.seconds * 1000, why: event.why }, retries: now.retries + 1 }
  const going = { ...now, retry: null }
  if (event.type === 'opinion-delta') return { ...going, characters: event.characters }
  if (event.type === 'claim') return { ...going, claims: [...now.claims, event] }
  if (event.type === 'opinion-end') return { ...going, opinion: event }
  return going
}

/** Work that goes on apart from any screen, one piece for each key. `list` is the same array until something changes. */
interface WorkList<T> {
  readonly list: readonly T[]
  /** In the place of the one with its key. */
  put(work: T): void
  forget(key: string): void
  /** Ends what goes on under this key, and begins anew; the signal of the new piece. */
  begin(key: string): AbortSignal
  stop(key: string): void
}

function createWorkList<T>(keyOf: (work: T) => string, onChange: () => void): WorkList<T> {
  const stops = new Map<string, AbortController>()
  let list: readonly T[] = []
  const set = (next: readonly T[]) => {
    list = next
    onChange()
  }
  const without = (key: string) => list.filter((one) => keyOf(one) !== key)
  return {
    get list() {
      return list
    },
    put: (work) => set([...without(keyOf(work)), work]),
    forget: (key) => set(without(key)),
    begin(key) {
      stops.get(key)?.abort()
      const stop = new AbortController()
      stops.set(key, stop)
      return stop.signal
    },
    stop: (key) => stops.get(key)?.abort(),
  }
}
