import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ParentPort } from '../../processes/parent-port.ts'
import type { SpeakContract } from './speak-contract.ts'

/** Electron's main-process message port: one window's own line to the engine. */
type WindowPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: unknown): void
  start(): void
  close(): void
}

type Message =
  | { readonly type: 'ping' }
  /** Electron's. */
  | { readonly type: 'connect' }
  /** The browser host's, once the window may come in (`cli/serve/start-browser-host.ts`). */
  | { readonly type: 'window'; readonly request: IncomingMessage; readonly head: Uint8Array }

const FRAME_BYTES_AT_MOST = 8 * 2 ** 20

/** A page that reads nothing for so much is cut off. */
const BUFFERED_BYTES_AT_MOST = 64 * 2 ** 20
const CLOSE_ENGINE_LOST = 4001
const CLOSE_TRY_LATER = 1013

/** The windows that a host sends, each with a line of its own to this engine. */
interface Windows {
  /** Tells those of a browser why their line ends. */
  closeAll(reason: string): void
}

/**
 * Gives every window that the host lets in a socket of its own: under Node the host hands over its connection, under Electron a
 * port, and is out of the way.
 */
export function serveWindows(parent: ParentPort, speak: SpeakContract): Windows {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_AT_MOST,
    handleProtocols: (protocols) => (protocols.has('app.v1') ? 'app.v1' : false),
  })
  parent.onMessage((received, [handle]) => {
    const message = received as Message
    if (message.type === 'ping') void parent.post({ type: 'pong' })
    else if (message.type === 'connect') attachPort(handle as WindowPort, speak)
    // A connection that has closed on the way here is none.
    else if (message.type === 'window' && handle)
      sockets.handleUpgrade(message.request, handle as Socket, Buffer.from(message.head), (socket) =>
        attachSocket(socket, speak),
      )
  })
  return {
    closeAll(reason) {
      for (const socket of sockets.clients)
        socket.close(CLOSE_ENGINE_LOST, `The engine stopped (${reason}).`.slice(0, 120))
    },
  }
}

function attachSocket(socket: WebSocket, speak: SpeakContract): void {
  // Written is what the kernel has: a slow page slows the engine down.
  const wire = new WireSocket((frame) => {
    if (socket.bufferedAmount > BUFFERED_BYTES_AT_MOST) socket.close(CLOSE_TRY_LATER, 'the window reads too slowly')
    return new Promise((resolve) => socket.send(frame, () => resolve()))
  })
  // A frame that is none ends its own connection.
  socket.on('error', () => socket.terminate())
  socket.on('message', (data, isBinary) => wire.receive(isBinary ? new Uint8Array(data as Buffer) : String(data)))
  socket.on('close', () => wire.close('the window closed'))
  speak(wire as unknown as globalThis.WebSocket, () => socket.terminate())
}

function attachPort(port: WindowPort, speak: SpeakContract): void {
  const socket = new WireSocket((frame) => port.postMessage(frame))
  port.on('message', ({ data }) => socket.receive(data))
  port.on('close', () => socket.close('the window closed'))
  speak(socket as unknown as globalThis.WebSocket, () => port.close())
  port.start()
}

type Frame = string | Uint8Array<ArrayBuffer>

/**
 * The part of a WebSocket that oRPC's adapters need, over anything that carries frames: fork messages, message ports,
 * sockets. `send` may return a promise that resolves once the frame is written, which slows a fast producer down.
 */
export class WireSocket extends EventTarget {
  readyState: 1 | 3 = 1
  closeReason = ''
  readonly #send: (frame: Frame) => void | Promise<void>

  constructor(send: (frame: Frame) => void | Promise<void>) {
    super()
    this.#send = send
  }

  send(frame: Frame): void | Promise<void> {
    if (this.readyState !== 1) throw new Error(`The connection is closed (${this.closeReason}).`)
    return this.#send(frame)
  }

  receive(frame: unknown): void {
    if (this.readyState === 1) this.dispatchEvent(new MessageEvent('message', { data: frame }))
  }

  close(reason: string): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.closeReason = reason
    this.dispatchEvent(new Event('close'))
  }
}
