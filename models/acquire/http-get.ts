import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { urlToHttpOptions } from 'node:url'
import { Failure } from '../../wording/failure.ts'
import { message, type Message, verbatim } from '../../wording/message.ts'

export type HttpLimits = {
  readonly connectMs: number
  /** No byte for so long, and the connection counts as broken. */
  readonly stallMs: number
}

export type HttpAnswer = {
  readonly response: IncomingMessage
  /** Who sent it, after all redirects. */
  readonly host: string
  /** Headers of the first host, which is the one the user was told of; redirects lead to stores of files. */
  readonly firstHeaders: IncomingMessage['headers']
}

const MOST_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/**
 * GET with redirects, which may lead only to https or stay with host and protocol. Throws `FETCH_FAILED` for a
 * redirect that must not be followed, `BrokenConnectionError` when there is no answer.
 */
export async function httpGet(
  address: string,
  headers: Readonly<Record<string, string>>,
  limits: HttpLimits,
  allowNetwork: AllowNetwork,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  let url = new URL(address)
  let firstHeaders: IncomingMessage['headers'] | undefined
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    allowNetwork()
    const response = await get(url, headers, limits, signal)
    firstHeaders ??= response.headers
    if (!REDIRECTS.includes(response.statusCode ?? 0)) return { response, host: url.host, firstHeaders }
    response.destroy()
    url = redirected(url, response.headers.location)
  }
  throw new Failure('FETCH_FAILED', message('failures.models.redirectsForEver', { host: new URL(address).host }))
}

function redirected(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href))
    throw new Failure('FETCH_FAILED', message('failures.models.redirectsNowhere', { host: from.host }))
  const to = new URL(location, from)
  if (to.protocol === 'https:' || (to.host === from.host && to.protocol === from.protocol)) return to
  throw new Failure('FETCH_FAILED', message('failures.models.redirectsUnencrypted', { host: from.host, to: to.host }))
}

function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: HttpLimits,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Failure('FETCH_FAILED', message('failures.models.noWebAddress', { address: url.href }))
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const request = send({
    ...urlToHttpOptions(url),
    headers: { 'user-agent': 'consilium', ...headers },
    ...(signal ? { signal } : {}),
  })
  const connecting = setTimeout(
    () => request.destroy(brokenAfter('failures.models.noConnection', limits.connectMs)),
    limits.connectMs,
  )
  request.once('socket', (socket) => {
    const connected = url.protocol === 'https:' ? 'secureConnect' : 'connect'
    if (socket.connecting) socket.once(connected, () => clearTimeout(connecting))
    else clearTimeout(connecting)
  })
  request.setTimeout(limits.stallMs, () => request.destroy(brokenAfter('failures.models.nothingCame', limits.stallMs)))
  request.once('response', resolve)
  request.on('error', (error) =>
    reject(
      error instanceof BrokenConnectionError
        ? error
        : new BrokenConnectionError(verbatim(error.message), { cause: error }),
    ),
  )
  request.once('close', () => clearTimeout(connecting))
  request.end()
  return promise
}

function brokenAfter(key: 'failures.models.noConnection' | 'failures.models.nothingCame', ms: number) {
  return new BrokenConnectionError(message(key, { seconds: ms / 1000 }))
}

/** Called before every attempt to connect; throws `OFFLINE` while the privacy switch is on. */
export type AllowNetwork = () => void

/** A connection that failed in a way that another attempt may mend; never leaves `acquire/`. */
export class BrokenConnectionError extends Failure {
  override name = 'BrokenConnectionError'
  constructor(said: Message, options?: ErrorOptions) {
    super('FETCH_FAILED', said, options)
  }
}
