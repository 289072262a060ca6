import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../whole-assistant.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())
beforeEach(() => {
  elsewhere.server.bodies.length = 0
  elsewhere.server.fault = null
})

const get = (packetId: string) => elsewhere.client.packet.get({ matter: MATTER, packetId })
const provider = (address: string) =>
  elsewhere.client.provider.save({
    provider: 'Nowhere',
    kind: 'openai-compatible',
    address,
    model: 'served',
    account: '',
    retention: '',
    key: null,
  })

/** Sent with this fault; as it stands then. */
async function afterwards(fault: 'answered' | 'unanswered') {
  const { client, server } = elsewhere
  const { packetId, hash } = await prepared(client)
  server.fault = fault === 'answered' ? '401' : 'hang'
  const stop = new AbortController()
  const events = await client.opinion.send({ matter: MATTER, packetId, hash }, { signal: stop.signal })
  const failing = codeOf(() => Array.fromAsync(events))
  await expect.poll(() => server.bodies.length).toBe(1)
  if (fault === 'unanswered') stop.abort()
  expect(await failing).not.toBe('nothing was thrown')
  await expect.poll(async () => (await get(packetId)).state).not.toBe('sending')
  server.fault = null
  return get(packetId)
}

describe.each([
  ['failed', 'answered'],
  ['may-have-been-sent', 'unanswered'],
] as const)('a packet that is %s after it may have arrived', (state, fault) => {
  test('does not come back as another one when its consultation is deleted meanwhile', async () => {
    const { clientWith, whole } = elsewhere
    const { packetId, consultation } = await afterwards(fault)
    const slow = async () => {
      await elsewhere.client.opinion.delete({ matter: MATTER, consultation })
      return whole.assistant.detection()
    }
    const changing = () =>
      clientWith({ detection: slow }).packet.change({ matter: MATTER, packetId, change: { question: 'When?' } })
    expect(await codeOf(changing)).toBe('NOT_FOUND')
    const left = await elsewhere.client.packet.list({ matter: MATTER })
    expect(left.filter((one) => one.consultation === consultation)).toEqual([])
  })

  test('stays as it is recorded; a change makes another one', async () => {
    const { client } = elsewhere
    const before = await afterwards(fault)
    expect(before).toMatchObject({ state, mayHaveArrived: true, consent: { by: 'J. Marsh' } })
    const { packetId, consultation } = before
    const changed = await client.packet.change({ matter: MATTER, packetId, change: { question: 'When did he go?' } })
    expect(changed).toMatchObject({ state: 'draft', mayHaveArrived: false, consent: null, consultation })
    expect(changed).toMatchObject({ question: 'When did he go?', ledgerEntries: [] })
    expect(changed.packetId).not.toBe(packetId)
    expect(await codeOf(() => client.packet.abandon({ matter: MATTER, packetId }))).toBe('WRONG_USE')
    expect(await get(packetId)).toEqual(before)
  })

  test('stays so when it is refused; the refusal is told beside it', async () => {
    const { client } = elsewhere
    const before = await afterwards(fault)
    const stillIs = async (added: number) => {
      const { ledgerEntries, ...now } = await get(before.packetId)
      const { ledgerEntries: entries, ...then } = before
      expect(now).toEqual(then)
      expect(ledgerEntries.length).toBe(entries.length + added)
    }
    expect((await send(client, { ...before, hash: 'f'.repeat(64) })).error?.code).toBe('NO_CONSENT')
    await stillIs(1)
    await client.application.changeSettings({ network: false })
    expect((await send(client, before)).error?.code).toBe('OFFLINE')
    await client.application.changeSettings({ network: true })
    await stillIs(2)
    await client.term.add({ matter: MATTER, term: 'pounds', type: 'id' })
    expect((await send(client, before)).error?.message).toContain('has changed since you read it')
    await client.term.remove({ matter: MATTER, term: 'pounds' })
    await stillIs(3)
    const [anew] = await client.packet.list({ matter: MATTER })
    expect(anew).toMatchObject({ state: 'draft', consultation: before.consultation, mayHaveArrived: false })
    expect((await get(anew?.packetId ?? '')).text).not.toContain('pounds')
  })
})

test('one that may have arrived stays so when it is sent again and does not even leave', async () => {
  const { client, server } = elsewhere
  const { packetId } = await prepared(client)
  await provider(server.address)
  const { hash } = await client.packet.change({ matter: MATTER, packetId, change: { provider: 'Nowhere' } })
  server.nextFaults.push('500')
  await send(client, { packetId, hash }, async (type) => {
    if (type === 'waiting-to-retry') await client.application.changeSettings({ network: false })
  })
  await client.application.changeSettings({ network: true })
  expect((await get(packetId)).state).toBe('may-have-been-sent')
  await client.packet.allowSending({ matter: MATTER, allowed: true })
  const again = await send(client, { packetId, hash }, async (type) => {
    if (type === 'opinion-start') await client.application.changeSettings({ network: false })
  })
  await client.application.changeSettings({ network: true })
  expect(again.error?.message).toContain('Nothing was sent')
  expect(server.bodies.length).toBe(1)
  expect(await get(packetId)).toMatchObject({
    state: 'may-have-been-sent',
    mayHaveArrived: true,
    why: expect.objectContaining({ key: 'failures.cloud.withEarlier' }),
  })
})

test('one that failed before a byte left can be changed and given up', async () => {
  const { client } = elsewhere
  const { packetId } = await prepared(client)
  await provider('http://127.0.0.1:9/v1')
  const { hash } = await client.packet.change({ matter: MATTER, packetId, change: { provider: 'Nowhere' } })
  expect((await send(client, { packetId, hash })).error?.message).toContain('Nothing was sent')
  expect(await get(packetId)).toMatchObject({ state: 'failed', mayHaveArrived: false })
  const changed = await client.packet.change({ matter: MATTER, packetId, change: { provider: 'Here' } })
  expect(changed).toMatchObject({ packetId, state: 'draft', provider: 'Here' })
  await client.packet.abandon({ matter: MATTER, packetId })
  expect((await get(packetId)).state).toBe('abandoned')
})
