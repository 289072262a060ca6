import { NO_ANSWER } from '../../wording/process-end.ts'

/** Close code for an engine that stopped or stays stopped, and how the reason begins where it stays so (`cli/serve/start-browser-host.ts`). */
const ENGINE_LOST = 4001
// oxlint-disable-next-line consilium/no-bare-text -- of the protocol
const ENGINE_FAILED = 'engine failed'

/**
 * Opens the line to the browser host. Throws `ConnectionLostError` when it cannot be opened. `restart` asks the host to
 * start an engine again that stopped for good.
 */
export function openBrowserSocket(url: string, token: string, restart: boolean): Promise<WireSocket> {
  const protocols = ['app.v1', `token.${token}`, ...(restart ? ['restart'] : [])]
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocols)
    socket.binaryType = 'arraybuffer'
    const wire = new WireSocket(
      // While the line closes, what is sent goes nowhere, and a browser complains of it; the close, which comes next, fails its call.
      (frame) => socket.readyState === WebSocket.OPEN && socket.send(frame as string | ArrayBuffer),
      () => socket.close(),
    )
    socket.addEventListener('open', () => resolve(wire))
    socket.addEventListener('message', (event) => wire.receive(event.data))
    socket.addEventListener('close', async (event) => {
      const { reason, hasFailed } = closeReason(event.reason ? event : await lostReason(url))
      reject(new ConnectionLostError(reason, { hasFailed }))
      wire.close(reason, hasFailed)
    })
  })
}

/** An engine that is killed says nothing itself; the host knows. */
async function lostReason(url: string): Promise<Pick<CloseEvent, 'code' | 'reason'>> {
  const address = url.replace(/^ws/, 'http').replace(/\/rpc$/, '/lost')
  const answer = await fetch(address).catch(() => null)
  const reason = answer?.ok ? await answer.text() : ''
  // oxlint-disable-next-line consilium/no-bare-text -- of the protocol
  return { code: 0, reason: reason && `engine lost (${reason})` }
}

/** What the host said when it closed the line: `engine failed (killed by SIGSEGV)` means that it will not restart by itself. */
export function closeReason({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>): {
  readonly reason: string
  readonly hasFailed: boolean
} {
  if (!reason) return { reason: NO_ANSWER, hasFailed: false }
  const inner = /\(([^)]*)\)/.exec(reason)?.[1] ?? reason
  return { reason: inner, hasFailed: code === ENGINE_LOST && reason.startsWith(ENGINE_FAILED) }
}

type Frame = string | ArrayBufferLike | Blob | ArrayBufferView

/**
 * The part of a WebSocket that oRPC's link needs, over anything that carries frames: a WebSocket or a message port.
 * `closeReason` is in words for the user; `hasFailed` says that the engine stays stopped until somebody starts it again.
 */
export class WireSocket extends EventTarget {
  readyState: 1 | 3 = 1
  closeReason = ''
  hasFailed = false
  readonly #send: (frame: Frame) => unknown
  readonly #release: () => void

  constructor(send: (frame: Frame) => unknown, release: () => void) {
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

  /** Ends it once; a port tells nobody that its other end died (`docs/hosts.md`), so the host's word comes in here. */
  close(reason: string, hasFailed = false): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.closeReason = reason
    this.hasFailed = hasFailed
    this.#release()
    this.dispatchEvent(new Event('close'))
  }
}

/**
 * The line to the engine broke while something was under way; `message` is the reason. Never confused with a stop that the
 * user asked for, which stays an AbortError. `hasFailed`: the engine stays stopped until it is started again. `isRefused`: this
 * window is not let in.
 */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError'
  readonly hasFailed: boolean
  readonly isRefused: boolean

  constructor(
    reason: string,
    options: ErrorOptions & { readonly hasFailed?: boolean; readonly isRefused?: boolean } = {},
  ) {
    super(reason, options)
    this.hasFailed = options.hasFailed ?? false
    this.isRefused = options.isRefused ?? false
  }
}
