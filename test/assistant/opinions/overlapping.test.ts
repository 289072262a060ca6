import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Packet } from '../../../contract/opinions/packet.ts'
import type { Entity } from '../../../disclosure/pseudonyms/pseudonym-map.ts'
import { codeOf } from '../whole-assistant.ts'
import { asksElsewhere, type Elsewhere, justPrepared, MATTER, prepared, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

const get = (packetId: string) => elsewhere.client.packet.get({ matter: MATTER, packetId })
const kindsOn = async (packetId: string) =>
  (await elsewhere.client.ledger.list({ matter: MATTER }))
    .filter(({ data }) => data.packetId === packetId)
    .map(({ kind }) => kind)

/** A client that waits, once it has read the packet, until it is let on. */
function slowClient() {
  const reached = Promise.withResolvers<void>()
  const letOn = Promise.withResolvers<void>()
  const client = elsewhere.clientWith({
    async detection() {
      reached.resolve()
      await letOn.promise
      return elsewhere.whole.assistant.detection()
    },
  })
  return { client, reached: reached.promise, letOn: letOn.resolve }
}

test('a change that was begun before a sending does not write over the packet that left', async () => {
  const { packetId, hash, packet } = await prepared(elsewhere.client)
  const slow = slowClient()
  const change = { question: 'Another question altogether?' }
  const changing = codeOf(() => slow.client.packet.change({ matter: MATTER, packetId, change }))
  await slow.reached
  const { error } = await send(elsewhere.client, { packetId, hash }, async (type) => {
    if (type !== 'opinion-delta') return
    slow.letOn()
    expect(await changing).toBe('WRONG_USE')
    expect(await get(packetId)).toMatchObject({ state: 'sending', hash, consent: { by: 'J. Marsh' } })
  })
  expect(error).toBe(null)
  expect(elsewhere.server.bodies.at(-1)).toBe(packet.body)
  expect(await get(packetId)).toMatchObject({ state: 'sent', body: packet.body, consent: { by: 'J. Marsh' } })
})

test('a consent that is refused while the packet is on its way leaves it so', async () => {
  const { packetId, hash } = await prepared(elsewhere.client)
  const slow = slowClient()
  const refused = send(slow.client, { packetId, hash: 'f'.repeat(64) })
  await slow.reached
  const { error } = await send(elsewhere.client, { packetId, hash }, async (type) => {
    if (type !== 'opinion-delta') return
    slow.letOn()
    expect((await refused).error?.code).toBe('NO_CONSENT')
    const { state, consent, ledgerEntries } = await get(packetId)
    expect({ state, consent, entries: ledgerEntries.length }).toMatchObject({
      state: 'sending',
      consent: { by: 'J. Marsh' },
      entries: 2,
    })
  })
  expect(error).toBe(null)
  const kinds = ['sending-intended', 'packet-refused', 'sending-completed', 'opinion-kept']
  expect(await kindsOn(packetId)).toEqual(kinds)
})

test('of two changes begun on the same packet one is made, and the other says that it was not', async () => {
  const { packetId } = await prepared(elsewhere.client)
  const slow = slowClient()
  const change = (client: Elsewhere['client'], dates: 'exact' | 'shifted') =>
    client.packet.change({ matter: MATTER, packetId, change: { dates } })
  const late = change(slow.client, 'exact')
  await slow.reached
  await change(elsewhere.client, 'shifted')
  slow.letOn()
  await expect(late).rejects.toThrow('changed meanwhile')
  expect(await get(packetId)).toMatchObject({ dates: 'shifted' })
})

test('a packet that was given up while it was being changed stays given up', async () => {
  const { packetId } = await prepared(elsewhere.client)
  const slow = slowClient()
  const changing = codeOf(() =>
    slow.client.packet.change({ matter: MATTER, packetId, change: { question: 'Another question?' } }),
  )
  await slow.reached
  await elsewhere.client.packet.abandon({ matter: MATTER, packetId })
  slow.letOn()
  expect(await changing).toBe('WRONG_USE')
  expect((await get(packetId)).state).toBe('abandoned')
})

test('packets that are made at the same time give no pseudonym out twice', async () => {
  const { client, clientWith, whole } = elsewhere
  const { providers } = whole.assistant
  const [reached, letOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slowToWrite: typeof providers.model = (...named) => {
    const model = providers.model(...named)
    const bodyOf: typeof model.bodyOf = async (prompt) => {
      reached.resolve()
      await letOn.promise
      return model.bodyOf(prompt)
    }
    return { ...model, bodyOf }
  }
  const slow = clientWith({ providers: { ...providers, model: slowToWrite } })
  const late = justPrepared(slow, { question: 'Did Margaret Thornbury sign?' })
  await reached.promise
  const other = await justPrepared(client, { question: 'Did Rupert Blackwood pay?' })
  letOn.resolve()
  const one = await late
  const pseudonymOf = (packet: Packet, name: string) => packet.terms.find(({ term }) => term === name)?.pseudonym
  const [thornbury, blackwood] = [pseudonymOf(one, 'Margaret Thornbury'), pseudonymOf(other, 'Rupert Blackwood')]
  expect(thornbury).toMatch(/^\[PERSON-\d+/)
  expect(blackwood).toMatch(/^\[PERSON-\d+/)
  expect(thornbury).not.toBe(blackwood)
  const { store } = await whole.assistant.matters.open(MATTER)
  const forms = (store.pseudonyms.list() as readonly Entity[]).flatMap((entity) => entity.forms)
  expect(forms).toEqual(expect.arrayContaining(['Margaret Thornbury', 'Rupert Blackwood']))
})
