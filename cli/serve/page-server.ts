import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pageFile, securityHeaders } from '../../host/page-file.ts'
import type { EntryTickets } from './entry-tickets.ts'
import { refuseRequest } from './refuse-request.ts'

const EXCHANGE = '/session'
/** Where a window whose line broke asks why (`renderer/connection/browser-socket.ts`). */
const LOST = '/lost'
/** A window has a handful; half-open ones would keep what they hold. */
const CONNECTIONS_AT_MOST = 256
/** One that has said by then what it wants is served. */
const HEADERS_MS = 10_000

/** An HTTP server on loopback that gives out the built window, and a session for a ticket. `port` is known once it listens. */
export function createPageServer(folder: string, told: Told): { readonly server: Server; port(): number } {
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
  if (refusal) return refuse(response, refusal.status, refusal.reason)
  if (request.url === EXCHANGE) return exchange(request, response, tickets)
  if (request.url === LOST) return tell(response, (await lostReason()) ?? '')
  const file = await pageFile(folder, request.url ?? '/')
  if (!file) return refuse(response, 404, 'Not Found')
  response.writeHead(200, { ...file.headers, 'content-length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** For the page of this host alone: no other site may set the header, or read the answer. */
function exchange(request: IncomingMessage, response: ServerResponse, tickets: EntryTickets): void {
  const token = tickets.exchange(String(request.headers['x-ticket'] ?? ''))
  if (token === null) return refuse(response, 401, 'Unauthorized')
  tell(response, token)
}

function tell(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...securityHeaders(), 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { ...securityHeaders(), 'content-type': 'text/plain' }).end(reason)
}
