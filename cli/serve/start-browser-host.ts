import type { SocketTaker, StartProcess } from '../../processes/child.ts'
import { supervise, type Supervised } from '../../processes/supervise.ts'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pageFile, securityHeaders } from '../../host/page-file.ts'
import { refuseRequest, refuseUpgrade } from './refuse-request.ts'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { randomBytes, timingSafeEqual } from 'node:crypto'

export interface BrowserHost extends AsyncDisposable {
  readonly port: number
  /** Carries a ticket for one session in its fragment, which no browser sends anywhere; another one after each use. */
  readonly url: string
  readonly engine: Supervised
}

type BrowserHostOptions = {
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

const EXCHANGE = '/session'
/** Where a window whose line broke asks why (`renderer/connection/browser-socket.ts`). */
const LOST = '/lost'
/** A window has a handful; half-open ones would keep what they hold. */
const CONNECTIONS_AT_MOST = 256
/** One that has said by then what it wants is served. */
const HEADERS_MS = 10_000

/** An HTTP server on loopback that gives out the built window, and a session for a ticket. `port` is known once it listens. */
function createPageServer(folder: string, told: Told): { readonly server: Server; port(): number } {
  const port = () => (server.address() as { port: number } | null)?.port ?? 0
  const server = createServer((request, response) => {
    answer(request, response, { folder, port: port(), ...told }).catch(() => response.destroy())
  })
  server.maxConnections = CONNECTIONS_AT_MOST
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = HEADERS_MS
  return { server, port }
}

type Told = {
  readonly tickets: EntryTickets
  /** Why the engine stopped; null: it did not. */
  readonly lostReason: () => Promise<string | null>
}
type Given = Told & { readonly folder: string; readonly port: number }

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, port, tickets, lostReason }: Given,
): Promise<void> {
  const refusal = refuseRequest(request, port)
  if (refusal) return refusePage(response, refusal.status, refusal.reason)
  if (request.url === EXCHANGE) return exchange(request, response, tickets)
  if (request.url === LOST) return tell(response, (await lostReason()) ?? '')
  const file = await pageFile(folder, request.url ?? '/')
  if (!file) return refusePage(response, 404, 'Not Found')
  response.writeHead(200, { ...file.headers, 'content-length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** For the page of this host alone: no other site may set the header, or read the answer. */
function exchange(request: IncomingMessage, response: ServerResponse, tickets: EntryTickets): void {
  const token = tickets.exchange(String(request.headers['x-ticket'] ?? ''))
  if (token === null) return refusePage(response, 401, 'Unauthorized')
  tell(response, token)
}

function tell(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...securityHeaders(), 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

function refusePage(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { ...securityHeaders(), 'content-type': 'text/plain' }).end(reason)
}

const CLOSE_ENGINE_LOST = 4001
const CLOSE_TRY_LATER = 1013

/**
 * Gives the socket of each window that may come in to the engine, which speaks with it from the handshake on
 * (`assistant/connection/serve-windows.ts`): what windows and engine say to each other never stands in this process's memory,
 * which outlives a lock (issue 21). Where there is no engine, the socket is closed with the reason.
 */
function handOverSockets(server: Server, port: () => number, { admits }: EntryTickets, engine: Supervised): void {
  const refusing = new WebSocketServer({ noServer: true, handleProtocols: () => 'app.v1' })
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy())
    const refusal = refuseUpgrade(request, port(), admits)
    if (refusal)
      return stream.end(
        `HTTP/1.1 ${refusal.status} ${refusal.reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      )
    if (asksForRestart(request)) engine.restart()
    const refuse = () => refusing.handleUpgrade(request, stream, head, (socket) => closeWithReason(socket, engine))
    engine.ready().then((child) => {
      const { method, url, headers } = request
      const message = { type: 'window', request: { method, url, headers }, head: new Uint8Array(head) }
      ;(child as SocketTaker).handOver(message, stream as Socket)
    }, refuse)
  })
}

/** The window's button for an engine that stopped for good (`renderer/connection/browser-socket.ts`). */
function asksForRestart({ headers }: IncomingMessage): boolean {
  const protocols = headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim()) ?? []
  return protocols.includes('restart')
}

function closeWithReason(socket: WebSocket, { state, reason }: Supervised): void {
  socket.on('error', () => socket.terminate())
  const words = `engine ${state}${reason ? ` (${reason})` : ''}`
  socket.close(state === 'failed' ? CLOSE_ENGINE_LOST : CLOSE_TRY_LATER, words.slice(0, 120))
}

/** Who may speak to the engine. An address in a history, a log or a screenshot opens nothing once it was used. */
interface EntryTickets {
  /** Good for one exchange; then there is another. */
  readonly ticket: string
  /** The token of a new session for the present ticket; null for any other. */
  exchange(ticket: string): string | null
  /** Whether it is the token of a session of this launch. */
  admits(token: string): boolean
}

/** `onUsed`: the ticket was exchanged, and there is a new one. */
function createEntryTickets(onUsed: () => void): EntryTickets {
  let ticket = secret()
  const sessions: string[] = []
  return {
    get ticket() {
      return ticket
    },
    exchange(given) {
      if (!isSame(given, ticket)) return null
      ticket = secret()
      const token = secret()
      sessions.push(token)
      onUsed()
      return token
    },
    admits: (token) => sessions.some((session) => isSame(token, session)),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
