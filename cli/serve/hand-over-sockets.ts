import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { SocketTaker } from '../../processes/child.ts'
import type { Supervised } from '../../processes/supervise.ts'
import type { EntryTickets } from './entry-tickets.ts'
import { refuseUpgrade } from './refuse-request.ts'

const CLOSE_ENGINE_LOST = 4001
const CLOSE_TRY_LATER = 1013

/**
 * Gives the socket of each window that may come in to the engine, which speaks with it from the handshake on
 * (`assistant/connection/serve-windows.ts`): what windows and engine say to each other never stands in this process's memory,
 * which outlives a lock (issue 21). Where there is no engine, the socket is closed with the reason.
 */
export function handOverSockets(
  server: Server,
  port: () => number,
  { admits }: EntryTickets,
  engine: Supervised,
): void {
  const refusing = new WebSocketServer({ noServer: true, handleProtocols: () => 'app.v1' })
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy())
    const refusal = refuseUpgrade(request, port(), admits)
    if (refusal)
      return stream.end(
        `HTTP/1.1 ${refusal.status} ${refusal.reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      )
    if (asksForRestart(request)) engine.restart()
    const refuse = () => refusing.handleUpgrade(request, stream, head, (socket) => closeWithReason(socket, engine))
    engine.ready().then((child) => {
      const { method, url, headers } = request
      const message = { type: 'window', request: { method, url, headers }, head: new Uint8Array(head) }
      ;(child as SocketTaker).handOver(message, stream as Socket)
    }, refuse)
  })
}

/** The window's button for an engine that stopped for good (`renderer/connection/browser-socket.ts`). */
function asksForRestart({ headers }: IncomingMessage): boolean {
  const protocols = headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim()) ?? []
  return protocols.includes('restart')
}

function closeWithReason(socket: WebSocket, { state, reason }: Supervised): void {
  socket.on('error', () => socket.terminate())
  const words = `engine ${state}${reason ? ` (${reason})` : ''}`
  socket.close(state === 'failed' ? CLOSE_ENGINE_LOST : CLOSE_TRY_LATER, words.slice(0, 120))
}
