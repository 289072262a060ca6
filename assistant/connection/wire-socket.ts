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
