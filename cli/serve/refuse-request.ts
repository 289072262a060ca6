import type { IncomingMessage } from 'node:http'

export type Refusal = { readonly status: number; readonly reason: string }

/**
 * Why a request for a file is refused, or null. `Host` must be the exact address (stops DNS rebinding), other sites may not
 * even load assets; the launch file arrives as a cross-site navigation to `/`, and only that may.
 */
export function refuseRequest(request: IncomingMessage, port: number): Refusal | null {
  if (!isOwnHost(request, port)) return { status: 421, reason: 'Misdirected Request' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, reason: 'Method Not Allowed' }
  const site = request.headers['sec-fetch-site']
  const launches =
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document' &&
    request.url === '/'
  // 'same-site' is another port of this host, which may be anybody's.
  if (site && site !== 'same-origin' && site !== 'none' && !launches) return { status: 403, reason: 'Forbidden' }
  return null
}

/** Why a WebSocket upgrade is refused, or null: host, origin, path, token of a session, in this order (`docs/hosts.md`). */
export function refuseUpgrade(
  request: IncomingMessage,
  port: number,
  admits: (token: string) => boolean,
): Refusal | null {
  if (!isOwnHost(request, port)) return { status: 421, reason: 'Misdirected Request' }
  if (request.headers.origin !== `http://127.0.0.1:${port}`) return { status: 403, reason: 'Forbidden' }
  if (request.url !== '/rpc') return { status: 404, reason: 'Not Found' }
  return admits(tokenIn(request)) ? null : { status: 401, reason: 'Unauthorized' }
}

function isOwnHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}`
}

function tokenIn(request: IncomingMessage): string {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  return protocols.find((protocol) => protocol.startsWith('token.'))?.slice('token.'.length) ?? ''
}
