import { describe, expect, test } from 'vitest'
import { startCloudServer } from '../../../scripts/cloud-server/cloud-server.ts'
import { codeOf, wholeAssistant } from '../whole-assistant.ts'
import { messageText } from '../../../wording/message-text.ts'
import { until, waitFor } from '../../patience.ts'

const BUILDING = {
  provider: 'Building',
  kind: 'openai-compatible',
  address: 'http://127.0.0.1:4100/v1/',
  model: 'served',
  account: 'practice',
  retention: 'keeps nothing, read 2026-06-03',
} as const
const KEY = 'sk-a-key-of-the-test-4242'

describe('providers', () => {
  test('are kept with their key, of which only the ending is ever shown', async () => {
    await using whole = await wholeAssistant()
    const { client } = whole
    await client.home.create({ passphrase: null })
    const saved = await client.provider.save({ ...BUILDING, key: KEY })
    expect(saved).toEqual({ ...BUILDING, address: 'http://127.0.0.1:4100/v1', keyEnding: '4242', price: null })
    await whole.restart()
    expect(await whole.client.provider.list()).toEqual([saved])
    expect(whole.assistant.session.store().app.providers.key('Building')).toBe(KEY)
    const ledger = JSON.stringify(await whole.client.ledger.list({ matter: null }))
    expect(ledger).toContain('provider-saved')
    expect(ledger).not.toContain('a-key')
  })

  test('keep their key when something else changes, and lose it rather than take it to another address', async () => {
    await using whole = await wholeAssistant()
    const { client } = whole
    await client.home.create({ passphrase: null })
    await client.provider.save({ ...BUILDING, key: KEY })
    expect((await client.provider.save({ ...BUILDING, model: 'other' })).keyEnding).toBe('4242')
    const elsewhere = { ...BUILDING, address: 'https://elsewhere.example/v1' }
    expect(await codeOf(() => client.provider.save(elsewhere))).toBe('WRONG_USE')
    expect(await client.provider.list()).toMatchObject([{ address: 'http://127.0.0.1:4100/v1', model: 'other' }])
    expect((await client.provider.save({ ...elsewhere, key: null })).keyEnding).toBe(null)
  })

  test('are connected to only when one asks for it and the network is on, which is recorded', async () => {
    await using server = await startCloudServer()
    await using whole = await wholeAssistant()
    const { client } = whole
    await client.home.create({ passphrase: null })
    await client.provider.save({ ...BUILDING, address: server.address, key: KEY })
    await client.application.changeSettings({ network: false })
    expect(await codeOf(() => client.provider.test({ provider: 'Building' }))).toBe('OFFLINE')
    expect(server.received()).toBe('')
    await client.application.changeSettings({ network: true })
    expect(await client.provider.test({ provider: 'Building' })).toMatchObject({ outcome: 'ok', said: null })
    server.nextFaults.push('401')
    const { outcome, said } = await client.provider.test({ provider: 'Building' })
    expect([outcome, said && messageText(said)]).toEqual([
      'key',
      expect.stringContaining('does not take the key (401)'),
    ])
    expect((await client.ledger.list({ matter: null })).at(-1)).toMatchObject({
      kind: 'provider-tested',
      data: { provider: 'Building', outcome: 'key' },
    })
    expect(await codeOf(() => client.provider.test({ provider: 'Nobody' }))).toBe('NOT_FOUND')
  })

  test('are recorded as tested also where the test is stopped, for the key may have left', async () => {
    await using server = await startCloudServer()
    await using whole = await wholeAssistant()
    const { client } = whole
    await client.home.create({ passphrase: null })
    await client.provider.save({ ...BUILDING, address: server.address, key: KEY })
    server.nextFaults.push('hang')
    const stop = new AbortController()
    const testing = client.provider.test({ provider: 'Building' }, { signal: stop.signal })
    await until(() => server.received().includes(KEY))
    stop.abort()
    await expect(testing).rejects.toThrow(/abort/i)
    const tested = { kind: 'provider-tested', data: { provider: 'Building', outcome: 'stopped' } }
    await waitFor(async () => expect((await client.ledger.list({ matter: null })).at(-1)).toMatchObject(tested))
  })

  test.for([
    'http://models.practice.example/v1',
    'http://10.0.0.7:8080/v1',
    'http://127.0.0.1.example.com/v1',
    'https://user:secret@models.example/v1',
    'https://models.example/v1?key=secret',
    'ftp://models.example',
  ])('are refused at %s', async (address) => {
    await using whole = await wholeAssistant()
    await whole.client.home.create({ passphrase: null })
    expect(await codeOf(() => whole.client.provider.save({ ...BUILDING, address }))).toBe('WRONG_USE')
    expect(await whole.client.provider.list()).toEqual([])
  })

  test('need a key where nobody is served without one, and an address where none is usual', async () => {
    await using whole = await wholeAssistant()
    await whole.client.home.create({ passphrase: null })
    const keyless = { ...BUILDING, kind: 'anthropic', address: null } as const
    expect(await codeOf(() => whole.client.provider.save(keyless))).toBe('WRONG_USE')
    expect((await whole.client.provider.save({ ...keyless, key: KEY })).address).toBe('https://api.anthropic.com/v1')
    expect(await codeOf(() => whole.client.provider.save({ ...BUILDING, address: null }))).toBe('WRONG_USE')
  })

  test('are forgotten with their key', async () => {
    await using whole = await wholeAssistant()
    await whole.client.home.create({ passphrase: null })
    await whole.client.provider.save({ ...BUILDING, key: KEY })
    await whole.client.provider.remove({ provider: 'Building' })
    expect(await whole.client.provider.list()).toEqual([])
    expect(await codeOf(() => whole.client.provider.remove({ provider: 'Building' }))).toBe('NOT_FOUND')
  })
})
