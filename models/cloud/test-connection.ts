import * as z from 'zod'
import type { CloudAccount, CloudProviderKind } from './cloud-model.ts'
import { limitedReply, type SendLimits } from './guarded-fetch.ts'
import { refusalOf } from './cloud-failure.ts'
import { requestOnce } from './request-once.ts'

/** A list of names is short, and whoever presses the button waits for it. */
export const TEST_LIMITS: SendLimits = {
  connectMs: 15_000,
  firstByteMs: 20_000,
  gapMs: 10_000,
  totalMs: 30_000,
  replyBytes: 4 * 2 ** 20,
}

/** Whether the model that was set up is among those that the provider lists; `unknown` where its list was not understood. */
export type ModelThere = 'listed' | 'not-listed' | 'unknown'

/**
 * Asks a provider for the list of its models, with the key and nothing else: whether it can be reached, takes the key and has the model.
 * Throws `CloudFailure`.
 */
export async function testConnection(
  { kind, address, model, key }: CloudAccount,
  signal: AbortSignal,
  limits = TEST_LIMITS,
): Promise<ModelThere> {
  const url = new URL(`${address}/models${MOST_NAMES[kind]}`)
  const headers = {
    ...(key === null ? {} : keyHeaders(kind, key)),
    accept: 'application/json',
    'user-agent': 'consilium',
  }
  const response = await requestOnce({ url, headers, body: null }, limits, signal)
  const { statusCode: status = 0 } = response
  if (status < 200 || status > 299) throw await refusalOf(response, url.host)
  const chunks: Uint8Array[] = []
  for await (const chunk of limitedReply(response, url.host, limits, signal)) chunks.push(chunk)
  const names = namesIn(Buffer.concat(chunks).toString('utf8'))
  if (names === null) return 'unknown'
  return names.has(plainName(model)) ? 'listed' : 'not-listed'
}

/** Of long lists a page is sent otherwise. */
const MOST_NAMES: Readonly<Record<CloudProviderKind, string>> = {
  'openai-compatible': '',
  anthropic: '?limit=1000',
  google: '?pageSize=1000',
}

function keyHeaders(kind: CloudProviderKind, key: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'openai-compatible':
      return { authorization: `Bearer ${key}` }
    case 'anthropic':
      return { 'x-api-key': key, 'anthropic-version': '2023-06-01' }
    case 'google':
      return { 'x-goog-api-key': key }
  }
}

const Listed = z.union([
  z.object({ data: z.array(z.object({ id: z.string() })) }).transform(({ data }) => data.map(({ id }) => id)),
  z
    .object({ models: z.array(z.object({ name: z.string() })) })
    .transform(({ models }) => models.map(({ name }) => name)),
])

function namesIn(text: string): ReadonlySet<string> | null {
  const listed = Listed.safeParse(parsed(text))
  return listed.success ? new Set(listed.data.map(plainName)) : null
}

/** Google names a model `models/x` in its lists. */
function plainName(name: string): string {
  return name.replace(/^models\//, '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
