import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { updatePacket } from '../../../assistant/packets/packet-record.ts'
import type { Packet, PacketChange } from '../../../contract/opinions/packet.ts'
import { asksElsewhere, type Elsewhere, justPrepared, MATTER, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())
beforeEach(() => {
  elsewhere.server.bodies.length = 0
})

const change = (packetId: string, wanted: PacketChange) =>
  elsewhere.client.packet.change({ matter: MATTER, packetId, change: wanted })

const get = (packetId: string) => elsewhere.client.packet.get({ matter: MATTER, packetId })

/** With every flagged word kept. */
async function kept(packet: Packet): Promise<Packet> {
  const open = packet.flags.find(({ decision }) => decision === 'open')
  if (!open) return packet
  return kept(await change(packet.packetId, { decide: { flag: open.flag, decision: 'keep', remember: false } }))
}

test('a packet with a part of a listed name in it can be agreed to', async () => {
  const { client, server } = elsewhere
  await client.term.add({ matter: MATTER, term: 'Jane Price', type: 'person' })
  const packet = await kept(await justPrepared(client, { question: 'Price paid the rent when?' }))
  expect((await send(client, packet)).error).toBe(null)
  expect(server.bodies).toEqual([packet.body])
  expect(packet.text).not.toContain('Price')
})

/** Refused, with the reason in the ledger; nothing left. */
async function refusedAsChanged(packet: Packet): Promise<void> {
  const { client, server } = elsewhere
  const { error } = await send(client, packet)
  expect(error).toMatchObject({ code: 'NO_CONSENT', message: expect.stringContaining('has changed since you read it') })
  expect(server.bodies).toEqual([])
  const entries = await client.ledger.list({ matter: MATTER })
  expect(entries.at(-1)).toMatchObject({ kind: 'packet-refused', data: { reason: 'changed', packetHash: packet.hash } })
}

test('a refusal at the approval is kept as a message, which every language can say', async () => {
  const { client, server } = elsewhere
  const packet = await justPrepared(client, { question: 'When did the blorptag sign?' })
  expect(packet.openFlags).toBe(1)
  expect((await send(client, packet)).error?.code).toBe('NO_CONSENT')
  const why = { key: 'failures.outgoing.wordsOpen', values: { count: 1 } }
  expect(await get(packet.packetId)).toMatchObject({ state: 'draft', why })
  expect(server.bodies).toEqual([])
})

test('a kept word that came onto the list is not sent; read anew, the packet has it replaced and can be sent', async () => {
  const { client, server } = elsewhere
  const packet = await kept(await justPrepared(client, { question: 'When did the blorptag give notice?' }))
  expect(packet.flags).toMatchObject([{ term: 'blorptag', decision: 'keep' }])
  await client.term.add({ matter: MATTER, term: 'Blorptag', type: 'organisation' })
  await refusedAsChanged(packet)
  const anew = await get(packet.packetId)
  expect(anew).toMatchObject({ state: 'draft', consent: null, flags: [] })
  expect(anew.text).not.toContain('blorptag')
  expect((await send(client, anew)).error).toBe(null)
  expect(server.bodies).toEqual([anew.body])
})

test('a word that was let through and came onto the list later is not sent; one on the list may be let through', async () => {
  const { client, server } = elsewhere
  await client.term.add({ matter: MATTER, term: 'Quibbix Works', type: 'organisation' })
  const { packetId } = await kept(await justPrepared(client, { question: 'Did Quibbix Works pay?' }))
  const unmask = { term: 'Quibbix Works', reason: 'known to all' }
  const through = await kept(await change(packetId, { unmask }))
  expect(through.text).toContain('Quibbix Works')
  await client.term.add({ matter: MATTER, term: 'quibbix works', type: 'organisation' })
  await refusedAsChanged(through)
  expect(await get(packetId)).toMatchObject({ unmaskings: [], openFlags: 0 })
  const again = await change(packetId, { unmask })
  expect((await send(client, again)).error).toBe(null)
  expect(server.bodies[0]).toContain('Quibbix Works')
})

test('a packet whose hash an older version made is prepared anew at the first yes, and can then be sent', async () => {
  const { client, whole, server } = elsewhere
  const { packetId } = await kept(await justPrepared(client, { question: 'When did he pay the rent?' }))
  const { store } = await whole.assistant.matters.open(MATTER)
  const older = updatePacket(store, packetId, (now) => ({ ...now, hash: '0'.repeat(64) }))
  expect((await send(client, { ...older, ...(await get(packetId)) })).error).toMatchObject({ code: 'NO_CONSENT' })
  expect(server.bodies).toEqual([])
  const anew = await get(packetId)
  expect(anew.hash).not.toBe(older.hash)
  expect((await send(client, anew)).error).toBe(null)
})

test('what an older detector made is not sent, and says by which detector what is sent was made', async () => {
  const { client, clientWith, server, whole } = elsewhere
  const newer = await whole.assistant.detection()
  const blind = { ...newer, find: () => ({ spans: [], flags: [], kept: [] }) }
  const old = clientWith({ detection: async () => blind })
  const packet = await justPrepared(old, { question: 'Did Rupert Blackwood write to rb@example.org?' })
  expect(packet.text).toContain('rb@example.org')
  await refusedAsChanged(packet)
  const anew = await kept(await get(packet.packetId))
  expect((await send(client, anew)).error).toBe(null)
  expect(server.bodies[0]).not.toContain('rb@example.org')
  const intended = (await client.ledger.list({ matter: MATTER })).findLast(({ kind }) => kind === 'sending-intended')
  expect(intended?.data).toMatchObject({ detector: newer.version, wordLists: newer.wordListsHash })
  expect(newer.wordListsHash).toMatch(/^[0-9a-f]{64}$/)
})

test('a provider that has moved is told, and the packet read anew goes to where it is now', async () => {
  const { client, server } = elsewhere
  const packet = await kept(await justPrepared(client, { question: 'Who gave notice?' }))
  const [here] = (await client.provider.list()).filter(({ provider }) => provider === 'Here')
  const { keyEnding: _ending, ...rest } = here as NonNullable<typeof here>
  await client.provider.save({ ...rest, address: `${server.address}/v1`, key: null })
  expect((await send(client, packet)).error?.message).toContain('the provider was changed')
  const anew = await get(packet.packetId)
  expect(anew).toMatchObject({ state: 'draft', address: `${server.address}/v1` })
  expect(anew.hash).not.toBe(packet.hash)
  await client.provider.save({ ...rest, key: null })
})
