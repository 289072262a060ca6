import { chmod, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { platform } from 'node:os'
import { WebSocketServer } from 'ws'
import { socketPath } from './socket-path.ts'
import type { SpeakContract } from './speak-contract.ts'

const FRAME_BYTES_AT_MOST = 64 * 2 ** 20

/**
 * Lets commands of the same user attach to this engine, over a socket that nobody else may open (0600). The home's lock
 * is held, so a socket file that is there already belongs to an engine that is dead.
 */
export async function listenOnSocket(home: string, speak: SpeakContract): Promise<AsyncDisposable> {
  const path = socketPath(home)
  if (path === null) return { async [Symbol.asyncDispose]() {} }
  if (platform() !== 'win32') await rm(path, { force: true })
  const server = createServer((_request, response) => response.writeHead(404).end())
  const sockets = new WebSocketServer({ server, maxPayload: FRAME_BYTES_AT_MOST })
  sockets.on('connection', (socket) => {
    // A frame that is none ends its own connection, and not the engine with those of all others.
    socket.on('error', () => socket.terminate())
    speak(socket as unknown as globalThis.WebSocket, () => socket.terminate())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (platform() !== 'win32') await chmod(path, 0o600)
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
