import { type ClientContext, createORPCClient, DynamicLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { AppEvent } from '../../contract/application.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { locale } from '../../wording/translate.ts'
import { ConnectionLostError, type WireSocket } from './browser-socket.ts'

/** `lost` is being mended by itself; `failed` waits for `restart`; `refused` stays. */
export type ConnectionState =
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  | { readonly state: 'lost' | 'failed' | 'refused'; readonly reason: string }

export interface AssistantConnection {
  readonly client: AssistantClient
  readonly state: ConnectionState
  /** Calls the listener at every change, until the returned function is called. */
  onState(listener: () => void): () => void
  /** Starts an engine again that stopped for good. */
  restart(): void
}

type Line = { readonly link: RPCLink<ClientContext>; readonly socket: WireSocket }

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 3000

/** A line that has lasted for so long without an answer counts as open. */
const PROVEN_MS = 250

/**
 * A client of the assistant that outlives the engine: it opens the line, opens it again when it breaks, and tells a broken
 * line from a stop by the user. A call made while the line is down waits for it.
 */
export function connectAssistant(open: (restart: boolean) => Promise<WireSocket>): AssistantConnection {
  const listeners = new Set<() => void>()
  let state: ConnectionState = { state: 'connecting' }
  let line: Promise<Line> | null = null
  let resume: (() => void) | null = null

  function become(next: ConnectionState): void {
    state = next
    for (const listener of listeners) listener()
  }

  /** After a failure for good nothing is tried until the user says so. */
  async function pause(lost: ConnectionLostError, waitMs: number): Promise<boolean> {
    if (lost.isRefused) {
      become({ state: 'refused', reason: lost.message })
      return await new Promise<never>(() => {})
    }
    become({ state: lost.hasFailed ? 'failed' : 'lost', reason: lost.message })
    if (!lost.hasFailed) await new Promise((resolve) => setTimeout(resolve, waitMs))
    else await new Promise<void>((resolve) => (resume = resolve))
    return lost.hasFailed
  }

  async function openLine(broken: ConnectionLostError | null): Promise<Line> {
    let lost = broken
    if (!lost) become({ state: 'connecting' })
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      const restart = lost !== null && (await pause(lost, waitMs))
      try {
        return watch(await open(restart))
      } catch (failure) {
        if (!(failure instanceof ConnectionLostError)) throw failure
        lost = failure
      }
    }
  }

  /** The host takes a line and closes it at once while the engine restarts: open is only what stays or answers. */
  function watch(socket: WireSocket): Line {
    const isOpen = () => socket.readyState === 1 && state.state !== 'open' && become({ state: 'open' })
    socket.addEventListener('message', isOpen, { once: true })
    setTimeout(isOpen, PROVEN_MS)
    socket.addEventListener('close', () => {
      line = openLine(new ConnectionLostError(socket.closeReason, { hasFailed: socket.hasFailed }))
    })
    const websocket = socket as unknown as WebSocket
    return { socket, link: new RPCLink({ websocket, headers: () => ({ 'accept-language': locale() }) }) }
  }

  const currentLine = () => (line ??= openLine(null))
  void currentLine()
  return {
    client: createORPCClient(new DynamicLink(async () => mappedLink(await currentLine()))),
    get state() {
      return state
    },
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restart: () => resume?.(),
  }
}

function mappedLink({ link, socket }: Line): Pick<RPCLink<ClientContext>, 'call'> {
  return {
    async call(path, input, options) {
      const { signal } = options
      const output = await link.call(path, input, options).catch((failure: unknown) => {
        throw mapFailure(failure, socket, signal)
      })
      const isStream = output !== null && typeof output === 'object' && Symbol.asyncIterator in output
      return isStream ? mapStream(output as AsyncGenerator<unknown>, socket, signal) : output
    },
  }
}

/**
 * What a failed call means: the user's own stop (the signal's reason), a lost line (`ConnectionLostError`), or the failure
 * itself. oRPC reports the first two alike and misleadingly (`docs/hosts.md`).
 */
export function mapFailure(
  failure: unknown,
  socket: Pick<WireSocket, 'readyState' | 'closeReason' | 'hasFailed'>,
  signal: AbortSignal | undefined,
): unknown {
  if (signal?.aborted) return signal.reason
  if (socket.readyState !== 3) return failure
  return new ConnectionLostError(socket.closeReason, { cause: failure, hasFailed: socket.hasFailed })
}

/** A stream of the engine whose failure is told as `mapFailure` does. */
async function* mapStream<T>(
  stream: AsyncGenerator<T>,
  socket: WireSocket,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  try {
    return yield* stream
  } catch (failure) {
    throw mapFailure(failure, socket, signal)
  }
}

const RETRY_MS = 300

/**
 * Subscribes to what changes while nobody asked, and again after every break, until the signal is aborted. `onRestart` is
 * called before each later subscription: what happened in between is unknown, so everything must be read again.
 */
export async function followEvents(
  client: AssistantClient,
  onEvent: (event: AppEvent) => void,
  onRestart: () => void,
  signal: AbortSignal,
): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const events = await client.application.events(undefined, { signal })
      if (!isFirst) onRestart()
      for await (const event of events) onEvent(event)
    } catch {
      // The connection says by itself why it broke; here there is nothing to do but to begin again.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}
