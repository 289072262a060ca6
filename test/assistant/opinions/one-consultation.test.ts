import { afterAll, beforeAll, expect, test } from 'vitest'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

test('one consultation is opened and deleted without reading the packets and opinions of all others', async () => {
  const { matters } = elsewhere.whole.assistant
  const { store, ...matter } = await matters.open(MATTER)
  const packet = await prepared(elsewhere.client)
  await send(elsewhere.client, packet)
  const list = () => {
    throw new Error('All of the matter were read for one.')
  }
  const ofOne = { ...store, packets: { ...store.packets, list }, opinions: { ...store.opinions, list } }
  const client = elsewhere.clientWith({ matters: { ...matters, open: async () => ({ ...matter, store: ofOne }) } })
  const named = { matter: MATTER, consultation: packet.packet.consultation }
  expect((await client.opinion.get(named)).blind?.state).toBe('answered')
  await client.opinion.delete(named)
  await expect(client.opinion.list({ matter: MATTER })).rejects.toThrow('All of the matter')
})
