import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { AssistantClient } from '../../contract/index.ts'
import { socketPath } from './socket-path.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export interface Attached extends AsyncDisposable {
  readonly client: AssistantClient
}

const CONNECT_MS = 2000

/** The engine that is running for this home, or null when there is none. */
export async function attachToEngine(home: string): Promise<Attached | null> {
  const path = socketPath(home)
  if (path === null) return null
  const socket = await open(path)
  if (!socket) return null
  return {
    client: createORPCClient(mappedLink(socket)),
    async [Symbol.asyncDispose]() {
      socket.close()
    },
  }
}

/** A link on which a broken line is told from a stop by the user. */
function mappedLink(socket: WebSocket): ClientLink<ClientContext> {
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return {
    async call(path, input, options) {
      const { signal } = options
      const output = await link.call(path, input, options).catch((failure: unknown) => {
        throw mapLostLine(failure, socket, signal)
      })
      const isStream = output !== null && typeof output === 'object' && Symbol.asyncIterator in output
      return isStream ? mapLostStream(output as AsyncGenerator<unknown>, socket, signal) : output
    },
  }
}

function open(path: string): Promise<WebSocket | null> {
  const socket = new WebSocket(`ws+unix:${path}:/`, { handshakeTimeout: CONNECT_MS })
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket))
    // No engine is running, or it died and left its socket behind. A later error ends in 'close', which is passed on to the calls.
    socket.on('error', () => resolve(null))
  })
}

type Socket = { readonly readyState: number }

const OPEN = 1

/**
 * What a failed call means: the user's own stop (the signal's reason), a lost line, or the failure itself. oRPC reports the
 * first two alike and misleadingly (`docs/hosts.md`). The window does the same in `renderer/connection/connect-assistant.ts`.
 */
function mapLostLine(failure: unknown, socket: Socket, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason
  return socket.readyState === OPEN
    ? failure
    : new Failure('PROCESS_LOST', message('failures.process.engineGone'), { cause: failure })
}

/** A stream of the engine whose failure is told as `mapLostLine` does. */
async function* mapLostStream<T>(
  stream: AsyncGenerator<T>,
  socket: Socket,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  try {
    return yield* stream
  } catch (failure) {
    throw mapLostLine(failure, socket, signal)
  }
}
