import { setTimeout as wait } from 'node:timers/promises'
import { CloudFailure, failureIn } from './cloud-failure.ts'
import { type ConsentedPacket, isConsented } from '../../disclosure/packet/consented-packet.ts'
import type { CloudAccount, CloudEvent, CloudModel, CloudModelInfo, CloudPrompt, CloudReply } from './cloud-model.ts'
import { guardedFetch, type SendLimits } from './guarded-fetch.ts'
import { stopped } from './request-once.ts'
import { providerClient, requestUrl } from './provider-client.ts'
import { message, type Message, type MessageValue } from '../../wording/message.ts'
import {
  InvalidResponseDataError,
  JSONParseError,
  type JSONSchema7,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
  TypeValidationError,
} from '@ai-sdk/provider'
import { type Asks, NOTHING_MORE, OPTION_LETTERS } from '../../disclosure/packet/cloud-prompt.ts'

export type RetryLimits = {
  readonly attempts: number
  /** Waited before the second, third, … attempt where the server does not say. */
  readonly waitSeconds: readonly number[]
  /** A server that asks for more is not waited for. */
  readonly longestWaitSeconds: number
}

const SEND_LIMITS: SendLimits = {
  connectMs: 15_000,
  // A model on a small server reads a long packet for minutes before its first word.
  firstByteMs: 300_000,
  // Some begin to answer before they have read the packet.
  gapMs: 300_000,
  totalMs: 1_800_000,
  replyBytes: 4 * 2 ** 20,
}

export const RETRY_LIMITS: RetryLimits = { attempts: 3, waitSeconds: [2, 8], longestWaitSeconds: 60 }

export type CloudModelOptions = {
  readonly info: CloudModelInfo
  /** The provider as it is set up now, read before every attempt; null: it is no longer there. */
  readonly account: () => CloudAccount | null
  readonly limits?: SendLimits
  readonly retries?: RetryLimits
  /** Called before every attempt; throws while nothing may be sent. */
  readonly allow: () => void
}

/** A model behind one of the client libraries. Connects to nothing before `send`. */
export function createCloudModel(options: CloudModelOptions): CloudModel {
  const { info, retries = RETRY_LIMITS } = options
  return {
    info,
    bodyOf: (prompt) => bodyOf(info, prompt),
    async *send(packet, signal) {
      refuseOther(info, packet)
      packet.take()
      for (let attempt = 1; ; attempt += 1) {
        options.allow()
        const key = keyFor(options)
        yield { type: 'attempt', attempt }
        try {
          return yield* sendOnce(options, key, packet, signal)
        } catch (error) {
          const seconds = error instanceof CloudFailure ? retryIn(error, attempt, retries) : null
          if (seconds === null) throw error
          yield { type: 'waiting-to-retry', seconds, why: (error as CloudFailure).said }
          await wait(seconds * 1000, undefined, { signal }).catch(() => {
            throw stopped(true)
          })
        }
      }
    },
  }
}

async function* sendOnce(
  { info, limits = SEND_LIMITS }: CloudModelOptions,
  key: string | null,
  packet: ConsentedPacket,
  signal: AbortSignal,
): AsyncGenerator<CloudEvent, CloudReply, void> {
  const allowed = { url: requestUrl(info), body: packet.body }
  const client = await providerClient(info, key, guardedFetch(allowed, limits, signal))
  const texts = readReply(client, packet, new URL(allowed.url).host)
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) return next.value
    yield { type: 'text', text: next.value }
  }
}

/** Consent was for one model of one provider at one address. What only looks like a consented packet is none. */
function refuseOther({ provider, address, model }: CloudModelInfo, packet: ConsentedPacket): void {
  const isAgreed = isConsented(packet) && packet.provider === provider
  if (!isAgreed || packet.address !== address || packet.model !== model) throw notAgreed()
}

/** A key is given to nobody but the provider that it was set for. */
function keyFor({ info, account }: CloudModelOptions): string | null {
  const now = account()
  if (now?.kind !== info.kind || now.address !== info.address || now.model !== info.model) throw notAgreed()
  return now.key
}

function notAgreed(): CloudFailure {
  const facts = { kind: 'changed', mayHaveArrived: false } as const
  return new CloudFailure(message('failures.cloud.notApproved'), facts)
}

/** Seconds after which the same bytes are sent again; null: they are not. */
function retryIn({ kind, retryAfterSeconds }: CloudFailure, attempt: number, retries: RetryLimits): number | null {
  if (attempt >= retries.attempts || !['busy', 'server', 'lost'].includes(kind)) return null
  const seconds = retryAfterSeconds ?? retries.waitSeconds[attempt - 1] ?? retries.longestWaitSeconds
  return seconds > retries.longestWaitSeconds ? null : seconds
}

class Captured extends Error {}

/** The body that the client library would send, taken from it before anything is sent. */
async function bodyOf(info: CloudModelInfo, prompt: CloudPrompt): Promise<string> {
  const taken: { body: unknown } = { body: null }
  const client = await providerClient(info, 'not sent', async (_url, init) => {
    taken.body = init?.body
    throw new Captured()
  })
  try {
    await client.doStream(callOptions(prompt))
  } catch (error) {
    if (!(error instanceof Captured)) throw error
  }
  if (typeof taken.body !== 'string') throw new Error(`The client library made no body for ${info.kind}.`)
  return taken.body
}

/** An opinion is a few sentences; what a model thinks before it counts as well where the provider lets it think. */
const REPLY_TOKENS_AT_MOST = 4096

/** What the client library is asked; all that varies is the text and the marks. */
function callOptions({ text, marks, asks }: CloudPrompt): LanguageModelV4CallOptions {
  return {
    prompt: [{ role: 'user', content: [{ type: 'text', text }] }],
    maxOutputTokens: REPLY_TOKENS_AT_MOST,
    responseFormat: { type: 'json', name: 'opinion', schema: replySchema(marks, asks) },
  }
}

/** Streams the text of the reply. Throws `CloudFailure`. */
async function* readReply(
  client: LanguageModelV4,
  prompt: CloudPrompt,
  host: string,
): AsyncGenerator<string, CloudReply, void> {
  const reply: { text: string; finish: Finish | null } = { text: '', finish: null }
  try {
    const { stream } = await client.doStream(callOptions(prompt))
    for await (const part of stream as unknown as AsyncIterable<LanguageModelV4StreamPart>) {
      if (part.type === 'error') throw failedWithin(part.error, host)
      if (part.type === 'finish') reply.finish = part
      if (part.type !== 'text-delta') continue
      reply.text += part.delta
      yield part.delta
    }
  } catch (error) {
    throw failureIn(error) ?? notUnderstood(host, error)
  }
  return finished(reply.text, reply.finish, host)
}

type Finish = Extract<LanguageModelV4StreamPart, { type: 'finish' }>

/** A reply without its end was cut, though the connection may have been closed in good order. */
function finished(text: string, finish: Finish | null, host: string): CloudReply {
  if (finish?.finishReason.raw === undefined) throw incomplete(host)
  const { inputTokens, outputTokens } = finish.usage
  const [prompt, generated] = [countIn(inputTokens.total), countIn(outputTokens.total)]
  const tokens = prompt === null || generated === null ? null : { prompt, generated }
  return { text, tokens, end: finish.finishReason.unified === 'length' ? 'length' : 'end' }
}

/** A server may say anything: 12.5, -1, "many". What is no count is not known. */
function countIn(count: unknown): number | null {
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null
}

function incomplete(host: string, cause?: unknown): CloudFailure {
  const facts = { kind: 'cut', mayHaveArrived: true } as const
  return new CloudFailure(message('failures.cloud.incomplete', { host }), facts, { cause })
}

function failedWithin(error: unknown, host: string): Error {
  const known = error instanceof Error ? error : null
  if (known && (failureIn(known) ?? InvalidResponseDataError.isInstance(known))) return known
  return replyFailure(message('failures.cloud.failedWithin', { host, reason: reasonOf(error) }), error)
}

function notUnderstood(host: string, error: unknown): CloudFailure {
  // Also what the client library makes of a reply without its end.
  if (InvalidResponseDataError.isInstance(error)) return incomplete(host, error)
  return replyFailure(message('failures.cloud.notUnderstood', { host, reason: reasonOf(error) }), error)
}

function replyFailure(said: Message, cause: unknown): CloudFailure {
  return new CloudFailure(said, { kind: 'reply', mayHaveArrived: true }, { cause })
}

const SAID_CHARACTERS = 200

/** In one line. What the client library says of a wrong form is of use to nobody but its authors. */
function reasonOf(error: unknown): MessageValue {
  if (TypeValidationError.isInstance(error) || JSONParseError.isInstance(error))
    return message('failures.cloud.wrongForm')
  const { message: said } = (error ?? {}) as { message?: unknown }
  const words = typeof said === 'string' ? said : String(error)
  return words.replace(/\s+/g, ' ').trim().slice(0, SAID_CHARACTERS)
}

/**
 * What a reply must look like: sentences, each with the marks of its sources, and what would decide the question; where it is asked
 * for, a ranked list of candidates and the letter of an option. All properties are required and no others allowed, as strict
 * structured output demands. Nothing of a matter stands in it: it is not masked.
 */
export function replySchema(marks: readonly string[], asks: Asks = NOTHING_MORE): JSONSchema7 {
  const mark: JSONSchema7 = marks.length === 0 ? { type: 'string' } : { type: 'string', enum: [...marks] }
  const texts: JSONSchema7 = { type: 'array', items: { type: 'string' } }
  const claims: JSONSchema7 = {
    type: 'array',
    items: strict({ text: { type: 'string' }, sources: { type: 'array', items: mark } }),
  }
  const ranked = strict({
    name: { type: 'string' },
    for: claims,
    against: claims,
    missing: texts,
    decides: texts,
    cannotMiss: { type: 'boolean' },
  })
  const letters = [...OPTION_LETTERS].slice(0, asks.options)
  return strict({
    claims,
    missing: texts,
    ...(asks.ranked ? { ranked: { type: 'array', items: ranked } } : {}),
    ...(asks.options > 0 ? { choice: { type: 'string', enum: letters } } : {}),
  })
}

function strict(properties: Record<string, JSONSchema7>): JSONSchema7 {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}
