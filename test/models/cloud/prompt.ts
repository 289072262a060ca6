import { createHash } from 'node:crypto'
import { composeText } from '../../../disclosure/packet/cloud-prompt.ts'
import { type ConsentedPacket, consentTo, packetHash } from '../../../disclosure/packet/consented-packet.ts'
import { EMPTY_MESSAGE } from '../../../disclosure/packet/last-check.ts'
import type { CloudProviderKind } from '../../../models/cloud/cloud-model.ts'
import { createCloudModel, type CloudModelOptions } from '../../../models/cloud/create-cloud-model.ts'

const segment = (source: string, outgoing: string) => ({
  source,
  where: '',
  byOcr: false,
  documentId: null,
  local: outgoing,
  outgoing,
  replacements: [],
  kept: [],
  flags: [],
})
const SEGMENTS = [
  segment('question', 'May [PERSON-1] leave?'),
  segment('S1', '[PERSON-1] may end the lease after three years. Notice must be written.'),
  segment('S2', 'Notice was given on [DATE-3, day 185]. Nobody answered.'),
]
export const TEXT = composeText(SEGMENTS)
export const MARKS = ['S1', 'S2']

const LIMITS = { connectMs: 10_000, firstByteMs: 20_000, gapMs: 20_000, totalMs: 20_000, replyBytes: 4 * 2 ** 20 }
/** For servers that hang. */
export const IMPATIENT = { ...LIMITS, firstByteMs: 300, gapMs: 300 }
const SOON = { attempts: 3, waitSeconds: [0.01, 0.02], longestWaitSeconds: 5 }

export function modelAt(address: string, kind: CloudProviderKind, options: Partial<CloudModelOptions> = {}) {
  const { info = { provider: 'here', kind, address, model: 'served' } } = options
  return createCloudModel({
    info,
    account: () => ({ ...info, key: 'key-of-the-test' }),
    limits: LIMITS,
    retries: SOON,
    allow: () => {},
    ...options,
  })
}

type Model = ReturnType<typeof modelAt>

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A packet that was agreed to, as it can be had only from `disclosure/`. */
export async function packetFor(model: Model): Promise<ConsentedPacket> {
  const { provider, address, model: name } = model.info
  const [body, emptyBody] = (await Promise.all(
    [TEXT, EMPTY_MESSAGE].map((text) => model.bodyOf({ text, marks: MARKS })),
  )) as [string, string]
  const content = {
    packetId: 'p',
    provider,
    address,
    model: name,
    body,
    emptyBody,
    segments: SEGMENTS,
    openFlags: 0,
    marks: MARKS,
  }
  return consentTo(content, packetHash(content, sha256), { sha256, terms: [], anew: content })
}

export async function sent(model: Model, packet: ConsentedPacket, signal = new AbortController().signal) {
  const events: string[] = []
  const stream = model.send(packet, signal)
  let text = ''
  try {
    for (let next = await stream.next(); ; next = await stream.next()) {
      if (next.done) return { events, text, reply: next.value, failure: null }
      if (next.value.type === 'text') text += next.value.text
      else events.push(next.value.type === 'attempt' ? `attempt ${next.value.attempt}` : next.value.type)
    }
  } catch (failure) {
    return { events, text, reply: null, failure: failure as Error & { kind?: string; mayHaveArrived?: boolean } }
  }
}
