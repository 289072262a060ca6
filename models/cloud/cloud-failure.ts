import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import type { IncomingMessage } from 'node:http'
import * as z from 'zod'

export type CloudFailureKind =
  | 'unreachable'
  | 'key'
  | 'busy'
  | 'server'
  | 'rejected'
  | 'redirect'
  | 'lost'
  | 'timeout'
  | 'cut'
  | 'too-large'
  | 'reply'
  | 'changed'
  | 'stopped'

type CloudFailureFacts = {
  readonly kind: CloudFailureKind
  /** Whether the server may have what was sent. */
  readonly mayHaveArrived: boolean
  readonly status?: number | undefined
  /** How long the server asks to wait. */
  readonly retryAfterSeconds?: number | undefined
}

/** A packet that was not answered, or not wholly. It says what happened; what was kept is for the caller to say. */
export class CloudFailure extends Failure {
  override name = 'CloudFailure'
  readonly kind: CloudFailureKind
  readonly mayHaveArrived: boolean
  readonly status: number | null
  readonly retryAfterSeconds: number | null

  constructor(said: Message, facts: CloudFailureFacts, options?: ErrorOptions) {
    super('FETCH_FAILED', said, options)
    this.kind = facts.kind
    this.mayHaveArrived = facts.mayHaveArrived
    this.status = facts.status ?? null
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null
  }
}

/** The failure that the client library wrapped, if it is one of ours. */
export function failureIn(error: unknown): CloudFailure | null {
  for (let one: unknown = error; one instanceof Error; one = one.cause) if (one instanceof CloudFailure) return one
  return null
}

const READ_BYTES = 64 * 1024
const READ_MS = 5000
const SHOWN_CHARACTERS = 300

/** What an answer that is none means: a wrong key, a busy server, a redirect. The connection is closed. */
export async function refusalOf(response: IncomingMessage, host: string): Promise<CloudFailure> {
  const { statusCode: status = 0, headers } = response
  const said = await beginningOf(response)
  const kind = kindOf(status)
  const what = message(WHAT_HAPPENED[kind], { host, status })
  return new CloudFailure(said === '' ? what : message('failures.cloud.withReason', { what, said }), {
    kind,
    mayHaveArrived: true,
    status,
    retryAfterSeconds: secondsOf(headers['retry-after']),
  })
}

function kindOf(status: number): keyof typeof WHAT_HAPPENED {
  if (status === 401 || status === 403) return 'key'
  if (status === 429) return 'busy'
  if (status >= 500) return 'server'
  return status >= 300 && status <= 399 ? 'redirect' : 'rejected'
}

const WHAT_HAPPENED = {
  key: 'failures.cloud.key',
  busy: 'failures.cloud.busy',
  server: 'failures.cloud.server',
  redirect: 'failures.cloud.redirect',
  rejected: 'failures.cloud.rejected',
} as const

/** Seconds, or a date of HTTP. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}

const Said = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) })

/** The server's own words, which often tell what is wrong with the model's name or the account. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  const tooSlow = setTimeout(() => response.destroy(), READ_MS)
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      if (chunks.reduce((sum, one) => sum + one.length, 0) > READ_BYTES) break
    }
  } catch {
    // What came is all that there is to say.
  } finally {
    clearTimeout(tooSlow)
    response.destroy()
  }
  const said = Said.safeParse(parsed(Buffer.concat(chunks).toString('utf8')))
  if (!said.success) return ''
  const { error } = said.data
  const text = (typeof error === 'string' ? error : error.message).replace(/\s+/g, ' ').trim()
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
