import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { CloudFailure } from './cloud-failure.ts'
import { type PostLimits, postOnce } from './post-once.ts'
import { refusalOf } from './refusal-of.ts'
import { limitedReply, type ReplyLimits } from './limited-reply.ts'

export type SendLimits = PostLimits & ReplyLimits

/** What a request is allowed to be. */
export type AllowedRequest = { readonly url: string; readonly body: string }

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
      throw new CloudFailure('What was to be sent is not what you agreed to.', {
        kind: 'changed',
        mayHaveArrived: false,
      })
    state.isUsed = true
    const url = new URL(allowed.url)
    const post = { url, headers: sentHeaders(init.headers), body: allowed.body }
    const response = await postOnce(post, limits, signal)
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
