import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { EngineLink } from '../../host/engine-link.ts'
import type { EntryTickets } from './entry-tickets.ts'
import { refuseUpgrade } from './refuse-request.ts'

const FRAME_BYTES_AT_MOST = 8 * 2 ** 20
/** A page that reads nothing for so much is cut off: the leg from host to browser has no other brake. */
const BUFFERED_BYTES_AT_MOST = 64 * 2 ** 20
const CLOSE_ENGINE_LOST = 4001
const CLOSE_TRY_LATER = 1013

/** Carries the frames of each WebSocket to the engine and back. A lost engine closes them all with the reason. */
export function relaySockets(
  server: Server,
  port: () => number,
  { admits }: EntryTickets,
  link: EngineLink,
): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_AT_MOST,
    handleProtocols: (protocols) => (protocols.has('app.v1') ? 'app.v1' : false),
  })
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy())
    const refusal = refuseUpgrade(request, port(), admits)
    if (refusal)
      return stream.end(
        `HTTP/1.1 ${refusal.status} ${refusal.reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      )
    if (asksForRestart(request)) link.engine.restart()
    const upgrade = () => sockets.handleUpgrade(request, stream, head, (socket) => relay(socket, link))
    // A line that opened while the engine restarts would lose its first call; one to an engine that failed says so and closes.
    link.engine.ready().then(upgrade, upgrade)
  })
  return sockets
}

/** The window's button for an engine that stopped for good (`renderer/connection/open-browser-socket.ts`). */
function asksForRestart({ headers }: IncomingMessage): boolean {
  const protocols = headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim()) ?? []
  return protocols.includes('restart')
}

function relay(socket: WebSocket, link: EngineLink): void {
  // A frame that is none ends its own connection, also before the engine is there.
  socket.on('error', () => socket.terminate())
  const connection = link.connect(
    (frame) => {
      if (socket.bufferedAmount > BUFFERED_BYTES_AT_MOST) socket.close(CLOSE_TRY_LATER, 'the window reads too slowly')
      else socket.send(frame)
    },
    (reason) => socket.close(CLOSE_ENGINE_LOST, `The engine stopped (${reason}).`.slice(0, 120)),
  )
  if (!connection) {
    const { state, reason } = link.engine
    socket.close(
      state === 'failed' ? CLOSE_ENGINE_LOST : CLOSE_TRY_LATER,
      `engine ${state}${reason ? ` (${reason})` : ''}`.slice(0, 120),
    )
    return
  }
  socket.on('message', (data, isBinary) => connection.send(isBinary ? new Uint8Array(data as Buffer) : String(data)))
  socket.on('close', () => connection.close())
}
