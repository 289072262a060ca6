import { createEngineLink, type EngineLink } from '../../host/engine-link.ts'
import type { StartProcess } from '../../processes/child.ts'
import { createEntryTickets } from './entry-tickets.ts'
import { createPageServer } from './page-server.ts'
import { relaySockets } from './relay-sockets.ts'

export interface BrowserHost extends AsyncDisposable {
  readonly port: number
  /** Carries a ticket for one session in its fragment, which no browser sends anywhere; another one after each use. */
  readonly url: string
  readonly link: EngineLink
}

export type BrowserHostOptions = {
  readonly startProcess: StartProcess
  /** The built window. */
  readonly folder: string
  /** 0: any free one. */
  readonly port: number
  /** The address was used; there is a new one. */
  readonly onUsed?: (url: string) => void
}

/** The browser host: the window's files and its line to a supervised engine, on loopback only. Ready once the engine is. */
export async function startBrowserHost({
  startProcess,
  folder,
  port,
  onUsed,
}: BrowserHostOptions): Promise<BrowserHost> {
  const tickets = createEntryTickets(() => onUsed?.(url()))
  const link = createEngineLink(startProcess)
  const pages = createPageServer(folder, tickets)
  const url = () => `http://127.0.0.1:${pages.port()}/#t=${tickets.ticket}`
  const sockets = relaySockets(pages.server, pages.port, tickets, link)
  // An engine that cannot start leaves no server behind, which would keep the program running.
  await using opened = new AsyncDisposableStack()
  opened.use(link)
  opened.defer(async () => {
    for (const socket of sockets.clients) socket.terminate()
    pages.server.closeAllConnections()
    await new Promise((resolve) => pages.server.close(resolve))
  })
  await new Promise<void>((resolve, reject) => {
    pages.server.once('error', reject)
    pages.server.listen(port, '127.0.0.1', resolve)
  })
  await link.engine.ready()
  const life = opened.move()
  return {
    port: pages.port(),
    get url() {
      return url()
    },
    link,
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}
