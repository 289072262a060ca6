type Frame = string | ArrayBufferLike | Blob | ArrayBufferView

/**
 * The part of a WebSocket that oRPC's link needs, over anything that carries frames: a WebSocket or a message port.
 * `closeReason` is in words for the user; `hasFailed` says that the engine stays stopped until somebody starts it again.
 */
export class WireSocket extends EventTarget {
  readyState: 1 | 3 = 1
  closeReason = ''
  hasFailed = false
  readonly #send: (frame: Frame) => void
  readonly #release: () => void

  constructor(send: (frame: Frame) => void, release: () => void) {
    super()
    this.#send = send
    this.#release = release
  }

  send(frame: Frame): void {
    if (this.readyState !== 1) throw new Error(`The connection is closed (${this.closeReason}).`)
    this.#send(frame)
  }

  receive(frame: unknown): void {
    if (this.readyState === 1) this.dispatchEvent(new MessageEvent('message', { data: frame }))
  }

  /** Ends it once; a port tells nobody that its other end died (`host.md` section 2), so the host's word comes in here. */
  close(reason: string, hasFailed = false): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.closeReason = reason
    this.hasFailed = hasFailed
    this.#release()
    this.dispatchEvent(new Event('close'))
  }
}
