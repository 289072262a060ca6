import {
  CREDITS,
  CREDITS_RETURNED,
  type CallMessage,
  type Handlers,
  RemoteError,
  type RemoteMethods,
} from './remote-calls.ts'

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

function describe(error: unknown): { code: string; message: string; data: unknown } {
  if (error instanceof RemoteError) return { code: error.code, message: error.message, data: error.data }
  const message = error instanceof Error ? error.message : String(error)
  const aborted = error instanceof Error && error.name === 'AbortError'
  return { code: aborted ? 'ABORTED' : 'INTERNAL', message, data: undefined }
}
