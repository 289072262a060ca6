import { setTimeout as wait } from 'node:timers/promises'
import { CloudFailure } from './cloud-failure.ts'
import { type ConsentedPacket, isConsented } from '../../disclosure/packet/consented-packet.ts'
import type { CloudAccount, CloudEvent, CloudModel, CloudModelInfo, CloudPrompt, CloudReply } from './cloud-model.ts'
import { guardedFetch, type SendLimits } from './guarded-fetch.ts'
import { stopped } from './request-once.ts'
import { providerClient, requestUrl } from './provider-client.ts'
import { callOptions, readReply } from './read-reply.ts'
import { message } from '../../wording/message.ts'

export type RetryLimits = {
  readonly attempts: number
  /** Waited before the second, third, … attempt where the server does not say. */
  readonly waitSeconds: readonly number[]
  /** A server that asks for more is not waited for. */
  readonly longestWaitSeconds: number
}

export const SEND_LIMITS: SendLimits = {
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
