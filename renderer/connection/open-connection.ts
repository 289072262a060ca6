import { t } from '../../wording/translate.ts'
import { ConnectionLostError, openBrowserSocket, WireSocket } from './browser-socket.ts'
import { type AssistantConnection, connectAssistant } from './connect-assistant.ts'
import { NO_ANSWER } from '../../wording/process-end.ts'

/** What Electron's preload gives to the page; a browser has none. */
export type Host = { readonly kind: 'electron'; readonly hasKeychain: boolean; pathFor(file: File): string }

declare global {
  interface Window {
    readonly host?: Host
  }
}

/** The page's line to the assistant: through a port under Electron, else through a WebSocket of the browser host. */
export function openConnection(page: Window): AssistantConnection {
  if (page.host) return connectAssistant(createEnginePorts(page).open)
  const session = openSession(page)
  const address = `ws://${page.location.host}/rpc`
  return connectAssistant(async (restart) => openBrowserSocket(address, await session(), restart))
}

const STORAGE_KEY = 'consilium-session'

/** Where the browser host exchanges the ticket of the address (`cli/serve/start-browser-host.ts`). */
const EXCHANGE = '/session'

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage' | 'fetch' | 'addEventListener'>

/**
 * Gives the token of this window's session. The ticket arrives in the URL's fragment, which no browser sends to a server, is taken
 * out of the address at once and exchanged once; the token stays in the session storage of this window, so that a reload works.
 */
export function openSession(page: Page): () => Promise<string> {
  const { location, history, sessionStorage, fetch } = page
  let ticket = ticketIn(location)
  if (ticket !== null) history.replaceState(history.state, '', location.pathname)
  // A new address in the same tab differs in its fragment only, for which no browser loads the page again.
  page.addEventListener('hashchange', () => ticketIn(location) !== null && location.reload())
  return async () => {
    const held = sessionStorage.getItem(STORAGE_KEY)
    if (ticket === null && held === null)
      throw new ConnectionLostError(t('window.connection.noAddress'), { isRefused: true })
    if (ticket === null) return held ?? ''
    const answer = await fetch(EXCHANGE, { headers: { 'x-ticket': ticket } }).catch((cause: unknown) => {
      throw new ConnectionLostError(NO_ANSWER, { cause })
    })
    // A window that is sent to its own old address has its session still.
    if (!answer.ok && held === null)
      throw new ConnectionLostError(t('window.connection.usedAddress'), { isRefused: true })
    ticket = null
    if (!answer.ok) return held ?? ''
    const token = await answer.text()
    sessionStorage.setItem(STORAGE_KEY, token)
    return token
  }
}

function ticketIn({ hash }: Location): string | null {
  return /[#&]t=([\w-]+)/.exec(hash)?.[1] ?? null
}

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
      current?.close(t('window.connection.startedAgain'))
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
  port.addEventListener('close', () => setTimeout(() => wire.close(t('window.connection.gone')), 100))
  port.start()
  return wire
}
