import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenMatter } from '../../../assistant/home/open-matters.ts'
import { codeOf } from '../whole-assistant.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'
import { messageText } from '../../../wording/message-text.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())
beforeEach(() => {
  elsewhere.server.fault = null
})

const kindsOn = async (packetId: string) =>
  (await elsewhere.client.ledger.list({ matter: MATTER }))
    .filter(({ data }) => data.packetId === packetId)
    .map(({ kind }) => kind)

test('a consultation is not deleted while a packet of it is on its way, and is afterwards', async () => {
  const { client } = elsewhere
  const packet = await prepared(client)
  const { consultation } = packet.packet
  const { error } = await send(client, packet, async (type) => {
    if (type !== 'opinion-delta') return
    await expect(client.opinion.delete({ matter: MATTER, consultation })).rejects.toThrow('is being sent')
  })
  expect(error).toBe(null)
  const opinion = await client.opinion.get({ matter: MATTER, consultation })
  expect(opinion.blind?.state).toBe('answered')
  await client.opinion.delete({ matter: MATTER, consultation })
  expect(await codeOf(() => client.opinion.get({ matter: MATTER, consultation }))).toBe('NOT_FOUND')
  expect(await codeOf(() => client.opinion.delete({ matter: MATTER, consultation }))).toBe('NOT_FOUND')
})

/** A client whose store of the matter fails in one thing from the first word of a reply on. */
async function failingClient(failing: (store: OpenMatter['store'], fail: () => void) => Partial<OpenMatter['store']>) {
  const { matters } = elsewhere.whole.assistant
  const { store, ...matter } = await matters.open(MATTER)
  let isFailing = false
  const fail = () => {
    if (isFailing) throw new Error('This table is damaged.')
  }
  const open = async () => ({ ...matter, store: { ...store, ...failing(store, fail) } })
  const client = elsewhere.clientWith({ matters: { ...matters, open } })
  return { client, onEvent: (type: string) => void (isFailing ||= type === 'opinion-delta') }
}

describe.each([
  ['that came whole', null, 'sent', 'sending-completed'],
  ['that broke off', 'cut', 'failed', 'sending-failed'],
] as const)('a reply %s', (_, fault, state, entry) => {
  test('is kept as it came where it cannot be read here, and the record is completed', async () => {
    const { client, onEvent } = await failingClient(({ pseudonyms }, fail) => ({
      pseudonyms: { ...pseudonyms, list: () => (fail(), pseudonyms.list()) },
    }))
    const packet = await prepared(client)
    elsewhere.server.fault = fault
    const { opinion, error } = await send(client, packet, onEvent)
    expect(error).toBe(null)
    expect(opinion).toMatchObject({ state: 'failed', claims: [], why: expect.anything() })
    expect(opinion?.why && messageText(opinion.why)).toContain('could not be read')
    expect(opinion?.text).toBe(opinion?.storedText)
    expect(opinion?.text).toContain('[PERSON-1')
    expect((await elsewhere.client.packet.get({ matter: MATTER, packetId: packet.packetId })).state).toBe(state)
    expect(await kindsOn(packet.packetId)).toEqual(['sending-intended', entry, 'opinion-kept'])
  })

  test('has its entry and its packet the state, though it cannot be kept', async () => {
    const { client, onEvent } = await failingClient(({ opinions }, fail) => ({
      opinions: { ...opinions, save: (row) => (fail(), opinions.save(row)) },
    }))
    const packet = await prepared(client)
    elsewhere.server.fault = fault
    const { error } = await send(client, packet, onEvent)
    expect(error?.message).toBeTruthy()
    expect((await elsewhere.client.packet.get({ matter: MATTER, packetId: packet.packetId })).state).toBe(state)
    expect(await kindsOn(packet.packetId)).toEqual(['sending-intended', entry])
    const [last] = (await elsewhere.client.ledger.list({ matter: MATTER })).slice(-1)
    expect(last?.data.replyHash).toMatch(/^[0-9a-f]{64}$/)
  })
})
