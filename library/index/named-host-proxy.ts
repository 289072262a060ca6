import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** A way out to one host, and to no other. */
export interface NamedHostProxy extends Disposable {
  /** `http://127.0.0.1:40123`. */
  readonly address: string
  /** What is given tells the last other host that something tried to reach since this call; null: none. */
  readonly watch: () => () => string | null
}

const REFUSED = 403
const UNREACHABLE = 502

/**
 * On loopback, for a client library that follows every redirect: what is not for `host` ("s3.eu-west-1.amazonaws.com",
 * "minio.office:9000") is refused before a packet leaves (issue 21). Encrypted connections pass through as they are.
 */
export async function openNamedHostProxy(host: string): Promise<NamedHostProxy> {
  let last = { count: 0, host: '' }
  const tunnels = new Set<Duplex>()
  const isNamed = (asked: string, defaultPort: string) => {
    if (withPort(asked, defaultPort) === withPort(host, defaultPort)) return true
    last = { count: last.count + 1, host: asked }
    return false
  }
  const server = createServer((request, response) => {
    const url = urlOf(request)
    if (url === null || !isNamed(url.host, '80')) response.writeHead(REFUSED).end()
    else forward(request, response, url)
  })
  server.on('connect', (request, client, head) => {
    // Nobody else listens to it from here on, and what nobody listens to ends the process.
    client.on('error', () => client.destroy())
    tunnels.add(client)
    client.on('close', () => tunnels.delete(client))
    const asked = request.url ?? ''
    if (isNamed(asked, '443')) tunnel(asked, client, head)
    else client.end(`HTTP/1.1 ${REFUSED} Forbidden\r\n\r\n`)
  })
  await listening(server)
  // It holds no process up.
  server.unref()
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    watch() {
      const { count } = last
      return () => (last.count > count ? last.host : null)
    },
    [Symbol.dispose]() {
      server.close()
      server.closeAllConnections()
      // The server forgets a connection that became a tunnel.
      for (const client of tunnels) client.destroy()
    },
  }
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

function withPort(host: string, port: string): string {
  const lowered = host.toLowerCase()
  return /:\d+$/.test(lowered) ? lowered : `${lowered}:${port}`
}

/** A proxy is asked with the whole address. */
function urlOf({ url }: IncomingMessage): URL | null {
  return url?.startsWith('http://') && URL.canParse(url) ? new URL(url) : null
}

function forward(request: IncomingMessage, response: ServerResponse, url: URL): void {
  const { 'proxy-connection': _own, ...headers } = request.headers
  const asked = ask(url, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? UNREACHABLE, answer.rawHeaders)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  asked.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(UNREACHABLE).end()))
  response.on('close', () => asked.destroy())
  request.pipe(asked)
}

function tunnel(asked: string, client: Duplex, head: Buffer): void {
  const { hostname, port } = new URL(`https://${asked}`)
  const server = connect(Number(port || '443'), hostname.replace(/^\[|\]$/g, ''), () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    server.write(head)
    server.pipe(client)
    client.pipe(server)
  })
  server.on('error', () => client.destroy())
  client.on('close', () => server.destroy())
}
