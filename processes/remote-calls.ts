import { randomUUID } from 'node:crypto'
import { Failure, isErrorCode } from '../wording/failure.ts'

/**
 * Calls over a message pipe, declared as `{ method: { input, item, result } }`: every call is a stream of items with a
 * result, can be aborted, and is held back by credits. `serveCalls` answers them, `createCaller` makes them.
 */
export type RemoteMethods = Record<string, { input: unknown; item: unknown; result: unknown }>

export type Handlers<M extends RemoteMethods> = {
  [K in keyof M]: (input: M[K]['input'], signal: AbortSignal) => AsyncGenerator<M[K]['item'], M[K]['result'], void>
}

/**
 * An error that crossed a process boundary: `code` and `data` survive, the stack does not. It is for the caller's program; what a user is
 * told crosses as a `Failure`.
 */
export class RemoteError extends Error {
  override name = 'RemoteError'
  readonly code: string
  readonly data: unknown
  constructor(code: string, message: string, data?: unknown) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** Ids are unique in the world: several callers may speak to one process, and each sees all replies. */
type CallMessage =
  | { readonly type: 'call'; readonly id: string; readonly method: string; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: string }
  | { readonly type: 'credit'; readonly id: string }

type ReplyMessage =
  | { readonly type: 'item'; readonly id: string; readonly value: unknown }
  | { readonly type: 'result'; readonly id: string; readonly value: unknown }
  | {
      readonly type: 'error'
      readonly id: string
      readonly code: string
      readonly message: string
      readonly data: unknown
      /** Of a `Failure`. */
      readonly told: Told | null
    }

/** A server runs at most so many items ahead of its reader; half of them are given back at a time. */
const CREDITS = 64
const CREDITS_RETURNED = CREDITS / 2

export interface Caller<M extends RemoteMethods> {
  stream<K extends keyof M & string>(
    method: K,
    input: M[K]['input'],
    signal?: AbortSignal,
  ): AsyncGenerator<M[K]['item'], M[K]['result'], void>
  /** For calls whose items do not matter. */
  call<K extends keyof M & string>(method: K, input: M[K]['input'], signal?: AbortSignal): Promise<M[K]['result']>
  /** Fails every call under way and every later one. */
  close(error: Error): void
  receive(message: unknown): void
}

type Told = Pick<Failure, 'said' | 'tellsAll'>

type Pending = { readonly replies: ReplyMessage[]; wake: () => void }

/** Makes calls through `post`; whoever owns the pipe hands what comes back to `receive`. */
export function createCaller<M extends RemoteMethods>(post: (message: unknown) => Promise<void>): Caller<M> {
  const pending = new Map<string, Pending>()
  const line = { closed: undefined as Error | undefined }

  async function* stream(method: string, input: unknown, signal?: AbortSignal): AsyncGenerator<never, never, void> {
    signal?.throwIfAborted()
    if (line.closed) throw line.closed
    const id = randomUUID()
    const call: Pending = { replies: [], wake: () => {} }
    pending.set(id, call)
    const abort = () => void post({ type: 'abort', id })
    signal?.addEventListener('abort', abort, { once: true })
    let ended = false
    try {
      await post({ type: 'call', id, method, input })
      for (let taken = 1; ; taken += 1) {
        const reply = await nextReply(call, line)
        if (reply.type === 'item') {
          if (taken % CREDITS_RETURNED === 0) void post({ type: 'credit', id })
          yield reply.value as never
          continue
        }
        ended = true
        if (reply.type === 'result') return reply.value as never
        throw failure(reply, signal)
      }
    } finally {
      if (!ended) abort()
      signal?.removeEventListener('abort', abort)
      pending.delete(id)
    }
  }

  return {
    stream,
    call: (method, input, signal) => resultOf(stream(method, input, signal)),
    close(error) {
      line.closed ??= error
      for (const call of pending.values()) call.wake()
    },
    receive(message) {
      const reply = message as ReplyMessage
      const call = pending.get(reply.id)
      call?.replies.push(reply)
      call?.wake()
    },
  }
}

async function resultOf<R>(items: AsyncGenerator<unknown, R, void>): Promise<R> {
  for (;;) {
    const next = await items.next()
    if (next.done) return next.value
  }
}

async function nextReply(call: Pending, line: { readonly closed: Error | undefined }): Promise<ReplyMessage> {
  for (;;) {
    const reply = call.replies.shift()
    if (reply) return reply
    if (line.closed) throw line.closed
    await new Promise<void>((resolve) => {
      call.wake = resolve
    })
  }
}

function failure(reply: Extract<ReplyMessage, { type: 'error' }>, signal: AbortSignal | undefined): Error {
  if (reply.code === 'ABORTED' && signal?.aborted) return signal.reason as Error
  if (reply.told && isErrorCode(reply.code)) return new Failure(reply.code, reply.told.said, reply.told)
  return new RemoteError(reply.code, reply.message, reply.data)
}

type Call = { readonly abort: AbortController; credits: number; wake: () => void }

/** Answers the calls that arrive through `receive`; answers leave through `post`. */
export function serveCalls<M extends RemoteMethods>(handlers: Handlers<M>, post: (message: unknown) => Promise<void>) {
  const calls = new Map<string, Call>()

  async function run(id: string, method: string, input: unknown): Promise<void> {
    const call: Call = { abort: new AbortController(), credits: CREDITS, wake: () => {} }
    calls.set(id, call)
    try {
      const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined
      if (!handler) throw new RemoteError('NO_METHOD', `there is no call named ${method}`)
      await post({ type: 'result', id, value: await pump(id, call, handler(input, call.abort.signal)) })
    } catch (error) {
      await post({ type: 'error', id, ...describe(error) })
    } finally {
      calls.delete(id)
    }
  }

  async function pump(id: string, call: Call, items: AsyncGenerator<unknown, unknown, void>): Promise<unknown> {
    for (;;) {
      const next = await items.next()
      if (next.done) return next.value
      if (call.credits <= 0) await credited(call)
      call.credits -= 1
      await post({ type: 'item', id, value: next.value })
    }
  }

  return {
    receive(message: unknown): void {
      const received = message as CallMessage
      const call = calls.get(received.id)
      if (received.type === 'call') void run(received.id, received.method, received.input)
      else if (received.type === 'abort') call?.abort.abort()
      else if (received.type === 'credit' && call) call.credits += CREDITS_RETURNED
      call?.wake()
    },
  }
}

/** Waits for credit, or for the abort: then the handler is to see its signal rather than wait. */
async function credited(call: Call): Promise<void> {
  while (call.credits <= 0 && !call.abort.signal.aborted)
    await new Promise<void>((resolve) => {
      call.wake = resolve
    })
}

function describe(error: unknown): { code: string; message: string; data: unknown; told: Told | null } {
  const message = error instanceof Error ? error.message : String(error)
  const isAborted = error instanceof Error && error.name === 'AbortError'
  if (error instanceof RemoteError) return { code: error.code, message, data: error.data, told: null }
  if (error instanceof Failure) {
    const { code, said, tellsAll } = error
    return { code, message, data: undefined, told: { said, tellsAll } }
  }
  return { code: isAborted ? 'ABORTED' : 'INTERNAL', message, data: undefined, told: null }
}
