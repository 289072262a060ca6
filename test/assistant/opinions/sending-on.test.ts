import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'
import { messageText } from '../../../wording/message-text.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())
beforeEach(() => {
  elsewhere.server.bodies.length = 0
  elsewhere.server.keys.length = 0
  elsewhere.server.fault = null
})

const get = (packetId: string) => elsewhere.client.packet.get({ matter: MATTER, packetId })
const lastOn = async (packetId: string) =>
  (await elsewhere.client.ledger.list({ matter: MATTER })).findLast(({ data }) => data.packetId === packetId)
/** A provider of the name, with what else it has. */
const provider = (more: { provider: string; address: string; key?: string | null; model?: string }) =>
  elsewhere.client.provider.save({
    kind: 'openai-compatible',
    model: 'served',
    account: '',
    retention: '',
    key: null,
    ...more,
  })

describe('after an attempt that arrived', () => {
  test('a server that is gone does not make it unsent', async () => {
    const once = createServer((request, response) => {
      request.resume()
      request.once('end', () => {
        response.writeHead(500).end('{}')
        once.close()
        once.closeAllConnections()
      })
    })
    await new Promise<void>((resolve) => once.listen(0, '127.0.0.1', resolve))
    await provider({ provider: 'Gone', address: `http://127.0.0.1:${(once.address() as AddressInfo).port}/v1` })
    const { packetId } = await prepared(elsewhere.client)
    const change = { provider: 'Gone' }
    const moved = await elsewhere.client.packet.change({ matter: MATTER, packetId, change })
    const { error } = await send(elsewhere.client, moved)
    expect(error?.message).toContain('An earlier attempt may have arrived.')
    expect(error?.message).not.toContain('Nothing was sent')
    const { state, why } = await get(packetId)
    expect([state, why && messageText(why)]).toEqual(['may-have-been-sent', error?.message])
    const entry = { kind: 'sending-failed', data: { kind: 'unreachable', mayHaveArrived: true } }
    expect(await lastOn(packetId)).toMatchObject(entry)
  })

  test('the network that goes off before the next does not make it unsent', async () => {
    const { client, server } = elsewhere
    const packet = await prepared(client)
    server.nextFaults.push('500')
    const { error } = await send(client, packet, async (type) => {
      if (type === 'waiting-to-retry') await client.application.changeSettings({ network: false })
    })
    await client.application.changeSettings({ network: true })
    expect(server.bodies.length).toBe(1)
    expect(error).toMatchObject({
      code: 'OFFLINE',
      message: expect.stringMatching(
        /An earlier attempt may have arrived\. .* is kept\. .* approve the outgoing text again\.$/,
      ),
      data: { tellsAll: true },
    })
    expect((await get(packet.packetId)).state).toBe('may-have-been-sent')
    expect(await lastOn(packet.packetId)).toMatchObject({ kind: 'sending-failed', data: { mayHaveArrived: true } })
  })
})

describe('a provider that is set up anew between two attempts', () => {
  const keys = { old: 'OLD-KEY-for-here-1234', new: 'NEW-KEY-elsewhere-5678' }
  const anew = [
    ['another address, with its key', { address: 'https://elsewhere.example/v1', key: keys.new }],
    ['another model', { model: 'larger', key: keys.new }],
    ['nothing: it was removed', null],
  ] as const

  test.for(anew)('gets nothing more of what was agreed to: %s', async ([, more]) => {
    const { client, server } = elsewhere
    const before = { provider: 'Moving', address: server.address, key: keys.old }
    await provider(before)
    const { packetId } = await prepared(client)
    const moved = await client.packet.change({ matter: MATTER, packetId, change: { provider: 'Moving' } })
    server.nextFaults.push('500')
    const { error } = await send(client, moved, async (type) => {
      if (type !== 'waiting-to-retry') return
      if (more) await provider({ ...before, ...more })
      else await client.provider.remove({ provider: 'Moving' })
    })
    expect(server.keys).toEqual([`Bearer ${keys.old}`])
    expect(error?.message).toMatch(/not the one that you approved.* An earlier attempt may have arrived\./)
    expect(error?.message).not.toContain('Nothing was sent')
    expect(await lastOn(packetId)).toMatchObject({ data: { kind: 'changed', mayHaveArrived: true, attempts: 1 } })
  })

  test('is asked with its new key where nothing else changed', async () => {
    const { client, server } = elsewhere
    const before = { provider: 'Staying', address: server.address }
    await provider({ ...before, key: keys.old })
    const { packetId } = await prepared(client)
    const moved = await client.packet.change({ matter: MATTER, packetId, change: { provider: 'Staying' } })
    server.nextFaults.push('500')
    const { error } = await send(client, moved, async (type) => {
      if (type === 'waiting-to-retry') await provider({ ...before, key: keys.new })
    })
    expect(error).toBe(null)
    expect(server.keys).toEqual([`Bearer ${keys.old}`, `Bearer ${keys.new}`])
  })
})
