import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import type { LookingEvent } from '../../../contract/opinions/packet.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf } from '../whole-assistant.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

function clientWithModel(model: LanguageModel | null): AssistantClient {
  const { shelf } = elsewhere.whole.assistant
  return elsewhere.clientWith({ shelf: { ...shelf, language: async () => model as never } })
}
const naming = (...terms: string[]) =>
  createScriptedModel({ says: [JSON.stringify(terms.map((text) => ({ type: 'organisation', text })))] })

async function looked(client: AssistantClient, packetId: string, signal?: AbortSignal) {
  const events: LookingEvent[] = []
  const looking = await client.packet.lookAgain({ matter: MATTER, packetId }, signal ? { signal } : {})
  for await (const event of looking) events.push(event)
  const last = events.at(-1)
  if (last?.type !== 'packet') throw new Error('Expected a packet at the end.')
  return { events, packet: last.packet }
}

test('what the local model names is replaced too, stays so, and is undone like other marks', async () => {
  const client = clientWithModel(naming('The Landlord', 'somebody who does not stand there'))
  const { packetId, packet: before } = await prepared(client)
  expect(before.text).toContain('The Landlord')
  const { events, packet } = await looked(client, packetId)
  expect(events.map(({ type }) => type)).toEqual(['looking-begin', 'looking-item', 'looking-item', 'packet'])
  expect(packet).toMatchObject({ packetId, state: 'draft' })
  expect(packet.text).not.toContain('The Landlord')
  expect(packet.terms.filter(({ by }) => by === 'model')).toMatchObject([{ term: 'The Landlord' }])
  for (const { term } of before.terms) expect(packet.terms.map((one) => one.term)).toContain(term)
  const later = await client.packet.change({ matter: MATTER, packetId, change: { dates: 'shifted' } })
  expect(later.text).not.toContain('The Landlord')
  const unmask = { term: 'The Landlord', reason: 'no name' }
  const undone = await client.packet.change({ matter: MATTER, packetId, change: { unmask } })
  expect(undone.text).toContain('The Landlord')
  expect((await looked(client, packetId)).packet.text).toContain('The Landlord')
  expect((await send(client, undone)).error).toBe(null)
  expect(await codeOf(() => looked(client, packetId))).toBe('WRONG_USE')
})

test('stopped, it leaves the packet as it was; without a model it says so', async () => {
  const stop = new AbortController()
  const slow = createScriptedModel({ says: ['[{"type":"id","text":"pounds"} ]'], wordMs: 30 })
  const client = clientWithModel(slow)
  const { packetId, packet } = await prepared(client)
  const looking = await client.packet.lookAgain({ matter: MATTER, packetId }, { signal: stop.signal })
  await expect(
    (async () => {
      for await (const { type } of looking) if (type === 'looking-item') stop.abort()
    })(),
  ).rejects.toThrow(/abort/i)
  expect(await client.packet.get({ matter: MATTER, packetId })).toEqual(packet)
  expect(await codeOf(() => looked(clientWithModel(null), packetId))).toBe('NO_MODEL')
})

test('a text by itself is looked through in pieces, and nothing is kept of it', async () => {
  const client = clientWithModel(naming('Zorbex', 'Nowhere'))
  const text = `${'A sentence without a name. '.repeat(60)}It was sold to Zorbex.`
  const events = await Array.fromAsync(await client.term.findByModel({ text }))
  expect(events[0]).toEqual({ type: 'looking-begin', items: 2 })
  expect(events.at(-1)).toEqual({ type: 'named', terms: [{ term: 'Zorbex', type: 'organisation' }] })
})
