import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { AssistantClient } from '../../contract/index.ts'
import { socketPath } from './socket-path.ts'

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
    client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    async [Symbol.asyncDispose]() {
      socket.close()
    },
  }
}

function open(path: string): Promise<WebSocket | null> {
  const socket = new WebSocket(`ws+unix:${path}:/`, { handshakeTimeout: CONNECT_MS })
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket))
    // Nobody listens: no engine is running, or it died and left its socket behind.
    socket.once('error', () => resolve(null))
  })
}
