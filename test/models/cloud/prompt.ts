import type { CloudModelInfo, CloudProviderKind, SendablePacket } from '../../../models/cloud/cloud-model.ts'
import { createCloudModel, type CloudModelOptions } from '../../../models/cloud/create-cloud-model.ts'

export const TEXT = `Answer from the sources.

[S1] Lease, page 9
[PERSON-1] may end the lease after three years. Notice must be written.

[S2] Letter
Notice was given on [DATE-3, day 185]. Nobody answered.

Question: May [PERSON-1] leave?`
export const MARKS = ['S1', 'S2']

const FAST = { connectMs: 1000, firstByteMs: 400, gapMs: 400, totalMs: 3000, replyBytes: 4 * 2 ** 20 }
const SOON = { attempts: 3, waitSeconds: [0.01, 0.02], longestWaitSeconds: 5 }

export function modelAt(address: string, kind: CloudProviderKind, options: Partial<CloudModelOptions> = {}) {
  const info: CloudModelInfo = { provider: 'here', kind, address, model: 'served' }
  return createCloudModel({
    info,
    key: () => 'key-of-the-test',
    limits: FAST,
    retries: SOON,
    allow: () => {},
    ...options,
  })
}

type Model = ReturnType<typeof modelAt>

export async function packetFor(model: Model, text = TEXT): Promise<SendablePacket> {
  const { address, model: name } = model.info
  return { text, marks: MARKS, address, model: name, body: await model.bodyOf({ text, marks: MARKS }) }
}

export async function sent(model: Model, packet: SendablePacket, signal = new AbortController().signal) {
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
