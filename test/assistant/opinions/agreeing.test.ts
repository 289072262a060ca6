import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Packet, PacketChange } from '../../../contract/packet.ts'
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
