import { randomUUID } from 'node:crypto'
import { CREDITS_RETURNED, RemoteError, type RemoteMethods, type ReplyMessage } from './remote-calls.ts'

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
  return new RemoteError(reply.code, reply.message, reply.data)
}
