import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { CloudFailure, refusalOf } from './cloud-failure.ts'
import { message, type Message } from '../../wording/message.ts'
import { type RequestLimits, requestOnce, stopped } from './request-once.ts'

export type SendLimits = RequestLimits & ReplyLimits

/** What a request is allowed to be. */
type AllowedRequest = { readonly url: string; readonly body: string }

/** The client library adds what it and the system are called; nobody needs to know. */
const HEADERS_SENT = new Set([
  'content-type',
  'authorization',
  'x-api-key',
  'x-goog-api-key',
  'anthropic-version',
  'anthropic-beta',
])

/**
 * A `fetch` that sends one request, and only if it is byte for byte the allowed one. Redirects, errors of the server and
 * everything but an answer are thrown as `CloudFailure`.
 */
export function guardedFetch(
  allowed: AllowedRequest,
  limits: SendLimits,
  signal: AbortSignal,
): typeof globalThis.fetch {
  const state = { isUsed: false }
  return async (input, init) => {
    const isAllowed =
      !state.isUsed && init?.method === 'POST' && String(input) === allowed.url && init.body === allowed.body
    if (!isAllowed)
      throw new CloudFailure(message('failures.cloud.otherText'), {
        kind: 'changed',
        mayHaveArrived: false,
      })
    state.isUsed = true
    const url = new URL(allowed.url)
    const post = { url, headers: sentHeaders(init.headers), body: allowed.body }
    const response = await requestOnce(post, limits, signal)
    const { statusCode: status = 0 } = response
    if (status < 200 || status > 299) throw await refusalOf(response, url.host)
    return toResponse(response, limitedReply(response, url.host, limits, signal))
  }
}

function sentHeaders(given: RequestInit['headers']): Record<string, string> {
  const headers = [...new Headers(given)].filter(([name]) => HEADERS_SENT.has(name))
  return { ...Object.fromEntries(headers), 'user-agent': 'consilium' }
}

function toResponse({ statusCode, headers }: IncomingMessage, bytes: AsyncIterable<Uint8Array>): Response {
  const body = Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>
  return new Response(body, {
    status: statusCode ?? 0,
    headers: { 'content-type': headers['content-type'] ?? '' },
  })
}

type ReplyLimits = {
  /** Between two pieces of the reply. */
  readonly gapMs: number
  /** For the whole reply, from its beginning. */
  readonly totalMs: number
  readonly replyBytes: number
}

/** The bytes of a reply as they come, within limits of size and time. Throws `CloudFailure`; the connection is closed at the end. */
export async function* limitedReply(
  response: IncomingMessage,
  host: string,
  limits: ReplyLimits,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const ended: { failure: CloudFailure | null } = { failure: null }
  const end = (failure: CloudFailure) => {
    ended.failure ??= failure
    response.destroy(failure)
  }
  const stop = () => end(stopped(true))
  const tooSlow = (ms: number, key: 'failures.cloud.notFinished' | 'failures.cloud.paused') =>
    setTimeout(() => end(broken('timeout', message(key, { host, seconds: ms / 1000 }))), ms)
  signal.addEventListener('abort', stop, { once: true })
  const total = tooSlow(limits.totalMs, 'failures.cloud.notFinished')
  const gap = tooSlow(limits.gapMs, 'failures.cloud.paused')
  let received = 0
  try {
    if (signal.aborted) stop()
    for await (const chunk of response as AsyncIterable<Buffer>) {
      gap.refresh()
      received += chunk.length
      if (received > limits.replyBytes) throw broken('too-large', tooLarge(host, limits.replyBytes))
      yield chunk
    }
  } catch (error) {
    if (error instanceof CloudFailure) throw error
    throw ended.failure ?? broken('cut', message('failures.cloud.brokeOff', { host }), error)
  } finally {
    clearTimeout(total)
    clearTimeout(gap)
    signal.removeEventListener('abort', stop)
    response.destroy()
  }
}

function tooLarge(host: string, bytes: number): Message {
  return message('failures.cloud.tooLarge', { host, most: Math.round(bytes / 2 ** 20) })
}

function broken(kind: 'timeout' | 'too-large' | 'cut', said: Message, cause?: unknown): CloudFailure {
  return new CloudFailure(said, { kind, mayHaveArrived: true }, { cause })
}
