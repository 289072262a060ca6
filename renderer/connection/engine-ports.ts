import { ConnectionLostError } from './connection-lost-error.ts'
import { WireSocket } from './wire-socket.ts'

/** What the preload posts into the page: a port to a fresh engine, or that the engine is gone and why. */
type HostMessage = 'engine-port' | { readonly type: 'engine-gone'; readonly reason: string; readonly failed?: boolean }

/**
 * The line to the engine under Electron. The main process starts each hand-over: a port after every load of the page and every
 * start of the engine. A port tells nobody that its other end died, so the main process says that as well.
 */
export function createEnginePorts(page: Window): { open(restart: boolean): Promise<WireSocket> } & Disposable {
  let waiting: WireSocket | null = null
  let current: WireSocket | null = null
  let want: { resolve(wire: WireSocket): void; reject(reason: unknown): void } | null = null

  const hear = (event: MessageEvent<HostMessage>) => {
    if (event.source !== page) return
    const port = event.ports[0]
    if (event.data === 'engine-port' && port) {
      current?.close('the engine was started again')
      waiting = wrapPort(port)
      settle()
    } else if (typeof event.data === 'object' && event.data?.type === 'engine-gone') {
      const { reason, failed = false } = event.data
      waiting?.close(reason, failed)
      current?.close(reason, failed)
      want?.reject(new ConnectionLostError(reason, { hasFailed: failed }))
      want = null
    }
  }

  function settle(): void {
    if (!waiting || !want) return
    current = waiting
    want.resolve(waiting)
    waiting = null
    want = null
  }

  page.addEventListener('message', hear)
  return {
    open(restart) {
      return new Promise((resolve, reject) => {
        want = { resolve, reject }
        if (waiting?.readyState === 3) waiting = null
        settle()
        // Also heals a hand-over that happened before this page listened.
        if (want) page.postMessage(restart ? 'restart-engine' : 'want-engine-port', page.origin)
      })
    },
    [Symbol.dispose]: () => page.removeEventListener('message', hear),
  }
}

function wrapPort(port: MessagePort): WireSocket {
  const wire = new WireSocket(
    (frame) => port.postMessage(frame),
    () => port.close(),
  )
  port.addEventListener('message', (event) => wire.receive(event.data))
  // Electron fires this when the other end's process dies; the main process's own word carries the reason and comes first.
  port.addEventListener('close', () => setTimeout(() => wire.close('the engine is gone'), 100))
  port.start()
  return wire
}
