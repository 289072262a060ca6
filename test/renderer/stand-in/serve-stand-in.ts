import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { RPCHandler } from '@orpc/server/websocket'
import { WebSocketServer } from 'ws'
import { pageFile } from '../../../host/page-file.ts'
import {
  createStandInRouter,
  createStandInState,
  type StandInOptions,
  type StandInState,
} from './stand-in-assistant.ts'

export interface StandInHost extends AsyncDisposable {
  readonly url: string
  readonly state: StandInState
  /** Breaks every line, as the host does when the engine is lost. */
  breakLines(reason: string): void
}

const TOKEN = 'stand-in'
const ENGINE_LOST = 4001

/** Serves the built window on loopback, under the real content policy, with the stand-in behind it. */
export async function serveStandIn(options: Partial<StandInOptions> = {}): Promise<StandInHost> {
  const folder = fileURLToPath(new URL('../../../out/renderer', import.meta.url))
  const state = await createStandInState(options)
  const handler = new RPCHandler(createStandInRouter(state))
  const server = createServer(async (request, response) => {
    if (request.url === '/session') return void response.writeHead(200).end(TOKEN)
    const file = await pageFile(folder, request.url ?? '/')
    response.writeHead(file ? 200 : 404, file?.headers).end(file?.body)
  })
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'app.v1' })
  sockets.on('connection', (socket) => handler.upgrade(socket as unknown as WebSocket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/#t=${TOKEN}`,
    state,
    breakLines(reason) {
      for (const socket of sockets.clients) socket.close(ENGINE_LOST, `The engine stopped (${reason}).`)
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
