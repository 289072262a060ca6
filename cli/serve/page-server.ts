import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pageFile } from '../../host/page-file.ts'
import { securityHeaders } from '../../host/security-headers.ts'
import { refuseRequest } from './refuse-request.ts'

/** A window has a handful; half-open ones would keep what they hold. */
const CONNECTIONS_AT_MOST = 256
/** One that has said by then what it wants is served. */
const HEADERS_MS = 10_000

/** An HTTP server on loopback that gives out the built window and nothing else. `port` is known once it listens. */
export function createPageServer(folder: string): { readonly server: Server; port(): number } {
  const port = () => (server.address() as { port: number } | null)?.port ?? 0
  const server = createServer((request, response) => {
    answer(request, response, folder, port()).catch(() => response.destroy())
  })
  server.maxConnections = CONNECTIONS_AT_MOST
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = HEADERS_MS
  return { server, port }
}

async function answer(request: IncomingMessage, response: ServerResponse, folder: string, port: number): Promise<void> {
  const refusal = refuseRequest(request, port)
  if (refusal) return refuse(response, refusal.status, refusal.reason)
  const file = await pageFile(folder, request.url ?? '/')
  if (!file) return refuse(response, 404, 'Not Found')
  response.writeHead(200, { ...file.headers, 'content-length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { ...securityHeaders(), 'content-type': 'text/plain' }).end(reason)
}
