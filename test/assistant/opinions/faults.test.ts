import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../../scripts/cloud-server/faults.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, QUESTION, send, type Sent } from './asked-elsewhere.ts'
import { messageText } from '../../../wording/message-text.ts'

type Row = {
  readonly fault: Fault
  readonly says: RegExp
  readonly state: string
  readonly requests: number
  readonly kept: boolean
}

/** What is told, what becomes of the packet, how often the bytes went out, and whether something of an answer is kept. */
const TABLE: readonly Row[] = [
  { fault: '401', says: /does not take the key \(401\).*Enter the key/, state: 'failed', requests: 1, kept: false },
  { fault: '429-for-an-hour', says: /no more requests for now.*Wait/, state: 'failed', requests: 1, kept: false },
  {
    fault: '500',
    says: /failed \(500\).*tried 3 times, with the same bytes/,
    state: 'failed',
    requests: 3,
    kept: false,
  },
  { fault: 'redirect', says: /That is not followed/, state: 'failed', requests: 1, kept: false },
  { fault: 'cut', says: /broke off in the middle.*What came is kept/, state: 'failed', requests: 1, kept: true },
  { fault: 'cut-in-good-order', says: /ended before it was complete/, state: 'failed', requests: 1, kept: true },
  { fault: 'error-within', says: /reported a failure in the middle/, state: 'failed', requests: 1, kept: true },
  { fault: 'large', says: /sent more than 4\sMB/, state: 'failed', requests: 1, kept: true },
]

let elsewhere: Elsewhere

/** One for all, since starting one takes longer than a test; each has a packet of its own. */
beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())
beforeEach(() => {
  elsewhere.server.bodies.length = 0
  elsewhere.server.fault = null
})

/** What the ledger of the matter says of one packet. */
async function entriesOn(packetId: string) {
  const entries = await elsewhere.client.ledger.list({ matter: MATTER })
  return entries.filter(({ data }) => data.packetId === packetId)
}

const toldBy = ({ error, opinion }: Sent) => error?.message ?? (opinion?.why ? messageText(opinion.why) : '')

describe('a sending that goes wrong', () => {
  test.for(TABLE)('at $fault is told, recorded, keeps what there is, and needs a new approval', async (row) => {
    const { client, server } = elsewhere
    const packet = await prepared(client)
    server.fault = row.fault
    const sent = await send(client, packet)
    const why = toldBy(sent)
    expect(why).toMatch(row.says)
    expect(why).toMatch(/The outgoing text arrived\..*is kept|outgoing text too/)
    expect(why).toContain('not sent again without your approval')
    const thrown = { code: 'FETCH_FAILED', data: { tellsAll: true } }
    expect([sent.error]).toMatchObject([row.kept ? null : thrown])
    expect(server.bodies.length).toBe(row.requests)
    expect(new Set(server.bodies).size).toBe(1)

    const { state, why: told } = await client.packet.get({ matter: MATTER, packetId: packet.packetId })
    expect({ state, told: told && messageText(told) }).toEqual({ state: row.state, told: why })
    const { consultation: id } = packet.packet
    const consultation = await client.opinion.get({ matter: MATTER, consultation: id })
    expect(consultation.blind?.state).toBe(row.kept ? 'failed' : undefined)
    const kinds = (await entriesOn(packet.packetId)).map(({ kind }) => kind)
    expect(kinds).toEqual(['sending-intended', 'sending-failed', ...(row.kept ? ['opinion-kept'] : [])])

    server.fault = null
    const again = await send(elsewhere.client, packet)
    expect(again.opinion?.state).toBe('answered')
    expect(server.bodies.length).toBe(row.requests + 1)
    expect((await elsewhere.client.ledger.verify({ matter: MATTER })).valid).toBe(true)
  })

  test('at 429 with a time that can be waited for is sent again after it, which is told', async () => {
    const { client, server } = elsewhere
    const packet = await prepared(client)
    server.nextFaults.push('429', null)
    const { opinion, events } = await send(client, packet)
    expect(events.slice(0, 2)).toEqual(['opinion-start', 'waiting-to-retry'])
    expect(opinion).toMatchObject({ state: 'answered', attempts: 2 })
    expect(server.bodies).toEqual([packet.packet.body, packet.packet.body])
  })

  test('at a server that hangs is stopped by the user, and may have been sent', async () => {
    const { client, server } = elsewhere
    const { packetId, hash } = await prepared(client)
    server.fault = 'hang'
    const stop = new AbortController()
    const events = await client.opinion.send({ matter: MATTER, packetId, hash }, { signal: stop.signal })
    const ended = Array.fromAsync(events).catch((error: unknown) => error)
    await expect.poll(() => server.bodies.length).toBe(1)
    stop.abort()
    expect(String(await ended)).toMatch(/stopped|abort/i)
    await expect
      .poll(async () => (await client.packet.get({ matter: MATTER, packetId })).state)
      .toBe('may-have-been-sent')
    const failed = (await entriesOn(packetId)).find(({ kind }) => kind === 'sending-failed')
    expect(failed?.data).toMatchObject({ kind: 'stopped', mayHaveArrived: true, packetId })
    expect(server.bodies.length).toBe(1)
  })
})

describe('an answer that is not as it should be', () => {
  async function answered(fault: Fault) {
    const { client, server } = elsewhere
    server.fault = fault
    const packet = await prepared(client)
    const { opinion, error } = await send(client, packet)
    expect(error).toBe(null)
    expect(server.bodies).toEqual([packet.packet.body])
    const entry = (await entriesOn(packet.packetId)).at(-1)
    return { opinion, entry }
  }

  test('invalid JSON is shown as text', async () => {
    const { opinion } = await answered('invalid-json')
    expect(opinion).toMatchObject({ state: 'text', claims: [], text: expect.stringContaining('The tenant may leave') })
  })

  test('broken JSON is mended here, once, and nothing is asked again', async () => {
    const { opinion } = await answered('broken-json')
    expect(opinion).toMatchObject({ state: 'answered', claims: [{ verdict: 'verbatim' }] })
  })

  test('wrong citations are struck, and the sentence has no source', async () => {
    const { opinion, entry } = await answered('wrong-citations')
    expect(opinion?.struck).toEqual(['S9'])
    expect(opinion?.claims[0]).toMatchObject({ verdict: 'unsupported', citations: [] })
    expect(entry).toMatchObject({ kind: 'opinion-kept', data: { struck: 1, verdicts: { unsupported: 1 } } })
  })

  test('altered pseudonyms stay as they came and are told', async () => {
    const { opinion } = await answered('altered-pseudonyms')
    expect(opinion?.unknownTokens.length).toBeGreaterThan(0)
    expect(opinion?.text).toContain(opinion?.unknownTokens[0])
    expect(opinion?.text).not.toContain('Hollis')
  })
})

test('a question is asked blind, then informed, and both are set beside each other', async () => {
  const { client, server } = elsewhere
  const blind = await prepared(client)
  const first = await send(client, blind)
  expect(first.opinion).toMatchObject({
    kind: 'blind',
    state: 'answered',
    unknownTokens: [],
    struck: [],
    attempts: 1,
    packetHash: blind.hash,
    claims: [{ verdict: 'verbatim', text: expect.stringContaining('Arthur Hollis'), citations: [{ source: 'S1' }] }],
    missing: ['the date on which notice was received'],
  })
  expect(first.opinion?.restored).toBeGreaterThan(1)
  const informed = await prepared(client, blind.packet.consultation)
  expect(informed.packet.text).toContain('[S1] The passage gives a date of notice.')
  const second = await send(client, informed)
  expect(second.opinion).toMatchObject({ kind: 'informed', state: 'answered' })
  const consultation = await client.opinion.get({ matter: MATTER, consultation: blind.packet.consultation })
  expect(consultation).toMatchObject({
    question: QUESTION,
    blind: { kind: 'blind' },
    informed: { kind: 'informed' },
    agreement: { state: 'agree' },
  })

  expect(server.bodies).toEqual([blind.packet.body, informed.packet.body])
  for (const term of ['Hollis', 'Arthur', '3 March', 'letter.txt', 'J. Marsh', MATTER])
    expect(server.received()).not.toContain(term)
  const application = await client.ledger.list({ matter: null })
  expect(
    application
      .filter(({ kind }) => kind === 'sending')
      .slice(-2)
      .map(({ data }) => data.packetHash),
  ).toEqual([blind.hash, informed.hash])

  await client.opinion.delete({ matter: MATTER, consultation: blind.packet.consultation })
  expect(
    (await client.opinion.list({ matter: MATTER })).some(({ consultation: id }) => id === blind.packet.consultation),
  ).toBe(false)
  expect((await client.ledger.list({ matter: MATTER })).map(({ kind }) => kind)).toContain('sending-completed')
})
