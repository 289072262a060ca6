import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'
import { urlToHttpOptions } from 'node:url'
import { CloudFailure } from './cloud-failure.ts'
import { message, type Message } from '../../wording/message.ts'

export type RequestLimits = {
  readonly connectMs: number
  /** Until the server begins to answer. */
  readonly firstByteMs: number
}

export type OneRequest = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** What is posted; null: the address is only read. */
  readonly body: string | null
}

/**
 * Sends one request over a connection of its own, which nothing else uses before or after, and resolves when the answer
 * begins. Follows no redirect and goes through no proxy. Throws `CloudFailure`.
 */
export function requestOnce(wanted: OneRequest, limits: RequestLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, headers, body } = wanted
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const isSecure = url.protocol === 'https:'
  const agent = isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false })
  const bytes = body === null ? null : Buffer.from(body)
  const state = { isConnected: false }
  const request = (isSecure ? requestHttps : requestHttp)({
    ...urlToHttpOptions(url),
    method: bytes ? 'POST' : 'GET',
    agent,
    headers: { ...headers, ...(bytes ? { 'content-length': String(bytes.length) } : {}), connection: 'close' },
  })
  const fail = (failure: CloudFailure) => {
    reject(failure)
    request.destroy()
  }
  const { host } = url
  const stop = () => fail(stopped(state.isConnected))
  const tooSlow = message('failures.cloud.noConnection', { host, seconds: limits.connectMs / 1000 })
  const connecting = setTimeout(() => fail(unreachable(tooSlow)), limits.connectMs)
  const waiting = setTimeout(() => fail(silent(host, limits.firstByteMs)), limits.firstByteMs)
  signal.addEventListener('abort', stop, { once: true })
  request.once('socket', (socket: Socket) =>
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      state.isConnected = true
      clearTimeout(connecting)
      // Nothing is handed to the connection before it stands, so that "not sent" is known to be so.
      request.end(bytes ?? undefined)
    }),
  )
  request.once('response', (response) => {
    clearTimeout(waiting)
    resolve(response)
  })
  request.on('error', (error) =>
    fail(
      state.isConnected
        ? lost(host, error)
        : unreachable(message('failures.cloud.unreachable', { host, reason: error.message }), error),
    ),
  )
  // No request of ours asks for another protocol; without this the connection ends and nothing says so.
  request.once('upgrade', (_response, socket: Socket) => {
    socket.destroy()
    fail(rejected(host))
  })
  request.once('close', () => {
    // However it ended: what was settled stays as it is.
    reject(
      state.isConnected
        ? lost(host, new Error('it was closed'))
        : unreachable(message('failures.cloud.closed', { host })),
    )
    clearTimeout(connecting)
    clearTimeout(waiting)
    signal.removeEventListener('abort', stop)
    agent.destroy()
  })
  if (signal.aborted) stop()
  return promise
}

export function stopped(mayHaveArrived: boolean): CloudFailure {
  return new CloudFailure(message('failures.cloud.stopped'), { kind: 'stopped', mayHaveArrived })
}

function unreachable(said: Message, cause?: Error): CloudFailure {
  const facts = { kind: 'unreachable', mayHaveArrived: false } as const
  return new CloudFailure(said, facts, { cause })
}

function lost(host: string, cause: Error): CloudFailure {
  const facts = { kind: 'lost', mayHaveArrived: true } as const
  return new CloudFailure(message('failures.cloud.lost', { host, reason: cause.message }), facts, { cause })
}

function rejected(host: string): CloudFailure {
  const facts = { kind: 'rejected', mayHaveArrived: true, status: 101 } as const
  return new CloudFailure(message('failures.cloud.rejected', { host, status: 101 }), facts)
}

function silent(host: string, ms: number): CloudFailure {
  return new CloudFailure(message('failures.cloud.silent', { seconds: ms / 1000, host }), {
    kind: 'timeout',
    mayHaveArrived: true,
  })
}
