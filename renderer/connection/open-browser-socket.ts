import { ConnectionLostError } from './connection-lost-error.ts'
import { WireSocket } from './wire-socket.ts'

/** Close code for an engine that stopped or stays stopped (`cli/serve/hand-over-sockets.ts`). */
const ENGINE_LOST = 4001

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
      (frame) => socket.send(frame as string | ArrayBuffer),
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
  return { code: 0, reason: reason && `engine lost (${reason})` }
}

/** What the host said when it closed the line: `engine failed (killed by SIGSEGV)` means that it will not restart by itself. */
export function closeReason({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>): {
  readonly reason: string
  readonly hasFailed: boolean
} {
  if (!reason) return { reason: 'the program that serves this window does not answer', hasFailed: false }
  const inner = /\(([^)]*)\)/.exec(reason)?.[1] ?? reason
  return { reason: inner, hasFailed: code === ENGINE_LOST && reason.startsWith('engine failed') }
}
