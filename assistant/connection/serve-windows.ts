import type { ParentPort } from '../../processes/parent-port.ts'
import { WireSocket } from './wire-socket.ts'

/** Electron's main-process message port: one window's own line to the engine. */
type WindowPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: unknown): void
  start(): void
}

/**
 * Gives every window that the host connects a socket of its own. Under Node the host relays frames, each with the number
 * of its connection; under Electron it hands over a port and is out of the way. `attach` makes the socket speak the contract.
 */
export function serveWindows(parent: ParentPort, attach: (socket: WireSocket) => void): void {
  const sockets = new Map<number, WireSocket>()
  parent.onMessage((message, ports) => {
    const { type, connection = 0, data } = message as { type?: string; connection?: number; data?: unknown }
    const port = ports[0] as WindowPort | undefined
    if (type === 'ping') void parent.post({ type: 'pong' })
    else if (type === 'connect' && port) attachPort(port, attach)
    else if (type === 'connect') {
      const socket = new WireSocket((frame) => parent.post({ type: 'data', connection, data: frame }))
      sockets.set(connection, socket)
      attach(socket)
    } else if (type === 'data') sockets.get(connection)?.receive(data)
    else if (type === 'close') {
      sockets.get(connection)?.close('the window closed')
      sockets.delete(connection)
    }
  })
}

function attachPort(port: WindowPort, attach: (socket: WireSocket) => void): void {
  const socket = new WireSocket((frame) => port.postMessage(frame))
  port.on('message', ({ data }) => socket.receive(data))
  port.on('close', () => socket.close('the window closed'))
  attach(socket)
  port.start()
}
