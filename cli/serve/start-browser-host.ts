import type { StartProcess } from '../../processes/child.ts'
import { type Supervised, supervise } from '../../processes/supervise.ts'
import { createEntryTickets } from './entry-tickets.ts'
import { createPageServer } from './page-server.ts'
import { handOverSockets } from './hand-over-sockets.ts'

export interface BrowserHost extends AsyncDisposable {
  readonly port: number
  /** Carries a ticket for one session in its fragment, which no browser sends anywhere; another one after each use. */
  readonly url: string
  readonly engine: Supervised
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

const ENGINE_HEAP_MB = 4096
/** A window notices the end of the engine a little before this process does. */
const NOTICED_MS = 500

/** The browser host: the window's files and its line to a supervised engine, on loopback only. Ready once the engine is. */
export async function startBrowserHost({
  startProcess,
  folder,
  port,
  onUsed,
}: BrowserHostOptions): Promise<BrowserHost> {
  const tickets = createEntryTickets(() => onUsed?.(url()))
  const engine = supervise('engine', (staysLocked) =>
    startProcess('engine', { name: 'engine', heapMb: ENGINE_HEAP_MB, staysLocked }),
  )
  const pages = createPageServer(folder, { tickets, lostReason: () => reasonOf(engine) })
  const url = () => `http://127.0.0.1:${pages.port()}/#t=${tickets.ticket}`
  handOverSockets(pages.server, pages.port, tickets, engine)
  // An engine that cannot start leaves no server behind, which would keep the program running.
  await using opened = new AsyncDisposableStack()
  opened.defer(async () => {
    pages.server.closeAllConnections()
    await new Promise((resolve) => pages.server.close(resolve))
  })
  // Ends first: the server is closed only once the sockets that the engine was given are.
  opened.use(engine)
  await new Promise<void>((resolve, reject) => {
    pages.server.once('error', reject)
    pages.server.listen(port, '127.0.0.1', resolve)
  })
  await engine.ready()
  const life = opened.move()
  return {
    port: pages.port(),
    get url() {
      return url()
    },
    engine,
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

async function reasonOf(engine: Supervised): Promise<string | null> {
  if (engine.state === 'ready')
    await new Promise<void>((resolve) => {
      const done = () => {
        forget()
        clearTimeout(timer)
        resolve()
      }
      const forget = engine.onState(done)
      const timer = setTimeout(done, NOTICED_MS)
    })
  return engine.reason
}
