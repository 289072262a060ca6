import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { CloudProviderKind } from '../../../models/cloud/cloud-model.ts'
import { guardedFetch } from '../../../models/cloud/guarded-fetch.ts'
import { startCloudServer } from '../../../scripts/cloud-server/cloud-server.ts'
import { type Fault } from '../../../scripts/cloud-server/faults.ts'
import { IMPATIENT, MARKS, modelAt, packetFor, sent, TEXT } from './prompt.ts'

const KINDS: readonly CloudProviderKind[] = ['openai-compatible', 'anthropic', 'google']

test.for(['models/served', 'served'])('a model of Google may be named as its lists name it: %s', async (name) => {
  await using server = await startCloudServer()
  const info = { provider: 'here', kind: 'google', address: server.address, model: name } as const
  const model = modelAt(server.address, 'google', { info })
  const { failure } = await sent(model, await packetFor(model))
  expect(failure).toBe(null)
  expect(server.received()).toContain('POST /v1/models/served:streamGenerateContent')
})

describe.for(KINDS)('a model of kind %s', (kind) => {
  test('makes the same body for the same prompt, and sends these bytes and no others', async () => {
    await using server = await startCloudServer()
    const model = modelAt(server.address, kind)
    const packet = await packetFor(model)
    expect(await modelAt(server.address, kind).bodyOf({ text: TEXT, marks: MARKS })).toBe(packet.body)
    expect(packet.body).toContain(JSON.stringify(TEXT).slice(1, -1))
    expect(packet.body).not.toMatch(/key-of-the-test|user_?id|user-agent|consilium|node/i)
    expect(server.received()).toBe('')

    const { reply, text, events, failure } = await sent(model, packet)
    expect(failure).toBe(null)
    expect(events).toEqual(['attempt 1'])
    expect(server.bodies).toEqual([packet.body])
    expect(server.keys[0]).toMatch(/^(Bearer )?key-of-the-test$/)
    expect(reply).toMatchObject({ text, tokens: { prompt: 100 }, end: 'end' })
    expect(JSON.parse(text)).toEqual({
      claims: [
        { text: '[PERSON-1] may end the lease after three years.', sources: ['S1'] },
        { text: 'Notice was given on [DATE-3, day 185].', sources: ['S2'] },
      ],
      missing: ['the date on which notice was received'],
    })
  })

  test('sends no header beyond what the provider needs', async () => {
    await using server = await startCloudServer()
    const model = modelAt(server.address, kind)
    await sent(model, await packetFor(model))
    const [head = ''] = server.received().split('\r\n\r\n')
    const names = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(':')[0])
    const known = [
      'anthropic-beta',
      'anthropic-version',
      'authorization',
      'connection',
      'content-length',
      'content-type',
    ]
    expect(
      names.filter((name = '') => ![...known, 'Host', 'user-agent', 'x-api-key', 'x-goog-api-key'].includes(name)),
    ).toEqual([])
    expect(head).toContain('user-agent: consilium')
    expect(head).toContain('connection: close')
  })

  test.for<[Fault, string, boolean]>([
    ['401', 'key', true],
    ['429-for-an-hour', 'busy', true],
    ['redirect', 'redirect', true],
    ['101', 'rejected', true],
    ['informed-for-ever', 'timeout', true],
    ['hang', 'timeout', true],
    ['hang-within', 'timeout', true],
    ['cut', 'cut', true],
    ['cut-in-good-order', 'cut', true],
    ['error-within', 'reply', true],
    ['large', 'too-large', true],
  ])('says what happened at %s, and sends nothing again', async ([fault, kindOfFailure, mayHaveArrived]) => {
    await using server = await startCloudServer()
    server.fault = fault
    const model = modelAt(server.address, kind, /^hang|-for-ever$/.test(fault) ? { limits: IMPATIENT } : {})
    const { failure, events } = await sent(model, await packetFor(model))
    expect(failure).toMatchObject({ name: 'CloudFailure', kind: kindOfFailure, mayHaveArrived })
    expect(failure?.message).toMatch(/127\.0\.0\.1:\d+/)
    expect(events).toEqual(['attempt 1'])
    expect(server.bodies.length).toBe(1)
  })

  test('takes a reply that counts its tokens in no numbers, and knows no count then', async () => {
    await using server = await startCloudServer()
    server.fault = 'odd-usage'
    const model = modelAt(server.address, kind)
    const { reply, failure } = await sent(model, await packetFor(model))
    expect(failure).toBe(null)
    expect(reply).toMatchObject({ tokens: null, end: 'end' })
  })

  test.for<Fault>(['429', '500', 'reset'])('sends the same bytes again after %s', async (fault) => {
    await using server = await startCloudServer()
    server.nextFaults.push(fault, null)
    const model = modelAt(server.address, kind)
    const packet = await packetFor(model)
    const { reply, events } = await sent(model, packet)
    expect(reply?.text).toContain('PERSON-1')
    expect(events).toEqual(['attempt 1', 'waiting-to-retry', 'attempt 2'])
    expect(server.bodies).toEqual([packet.body, packet.body])
  })

  test('gives up after three attempts', async () => {
    await using server = await startCloudServer()
    server.fault = '500'
    const model = modelAt(server.address, kind)
    const { failure } = await sent(model, await packetFor(model))
    expect(failure).toMatchObject({ kind: 'server', status: 500 })
    expect(server.bodies.length).toBe(3)
  })

  test('refuses a packet for another model or address, and what only looks like one, before a byte is sent', async () => {
    await using server = await startCloudServer()
    const model = modelAt(server.address, kind)
    const { body, text, marks, address, hash, packetId, provider } = await packetFor(model)
    const forged = { body, text, marks, address, hash, packetId, provider, model: 'served', take() {} }
    const other = { ...model.info, model: 'another' }
    const elsewhere = { ...model.info, address: `${server.address}/v2` }
    const refusals = [
      await sent(model, forged as never),
      await sent(model, Object.create(await packetFor(model)) as never),
      await sent(modelAt(server.address, kind, { info: other }), await packetFor(model)),
      await sent(modelAt(server.address, kind, { info: elsewhere }), await packetFor(model)),
    ]
    expect(refusals.map(({ failure }) => failure?.kind)).toEqual(['changed', 'changed', 'changed', 'changed'])
    expect(server.received()).toBe('')
  })

  test('takes a consent once', async () => {
    await using server = await startCloudServer()
    const model = modelAt(server.address, kind)
    const packet = await packetFor(model)
    expect((await sent(model, packet)).failure).toBe(null)
    expect((await sent(model, packet)).failure?.message).toMatch(/used already/)
    expect(server.bodies.length).toBe(1)
  })

  test('sends nothing while nothing may be sent, and stops between attempts too', async () => {
    await using server = await startCloudServer()
    server.fault = '500'
    let calls = 0
    const model = modelAt(server.address, kind, {
      allow() {
        calls += 1
        if (calls > 1) throw new Error('the switch is on')
      },
    })
    const { failure } = await sent(model, await packetFor(model))
    expect(failure?.message).toBe('the switch is on')
    expect(server.bodies.length).toBe(1)
  })

  test('says that nothing arrived where nobody listens', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as { port: number }
    await new Promise((resolve) => closed.close(resolve))
    const model = modelAt(`http://127.0.0.1:${port}/v1`, kind)
    const { failure } = await sent(model, await packetFor(model))
    expect(failure).toMatchObject({ kind: 'unreachable', mayHaveArrived: false })
  })

  test('can be stopped while it waits for the first word', async () => {
    await using server = await startCloudServer()
    server.fault = 'hang'
    const model = modelAt(server.address, kind)
    const packet = await packetFor(model)
    const stop = new AbortController()
    const sending = sent(model, packet, stop.signal)
    await expect.poll(() => server.bodies.length).toBe(1)
    stop.abort()
    expect((await sending).failure).toMatchObject({ kind: 'stopped', mayHaveArrived: true })
  })
})

test('the fetch that the client library gets sends the allowed request and no other, once', async () => {
  await using server = await startCloudServer()
  const url = `${server.address}/chat/completions`
  const { signal } = new AbortController()
  const limits = { connectMs: 1000, firstByteMs: 1000, gapMs: 1000, totalMs: 1000, replyBytes: 1000 }
  const allowed = { url, body: '{"messages":[]}' }
  const guarded = () => guardedFetch(allowed, limits, signal)
  const tries = [
    [url, { method: 'POST', body: '{"messages":[] }' }],
    [url, { method: 'GET' }],
    [`${url}?a=b`, { method: 'POST', body: allowed.body }],
    [server.address, { method: 'POST', body: allowed.body }],
  ] as const
  for (const [to, init] of tries) await expect(guarded()(to, init)).rejects.toMatchObject({ kind: 'changed' })
  expect(server.received()).toBe('')
  const once = guarded()
  await (await once(url, { method: 'POST', body: allowed.body })).body?.cancel()
  await expect(once(url, { method: 'POST', body: allowed.body })).rejects.toMatchObject({ kind: 'changed' })
  expect(server.bodies).toEqual([allowed.body])
})

test('the environment cannot lead a request elsewhere', async () => {
  await using server = await startCloudServer()
  await using elsewhere = await startCloudServer()
  const names = ['ANTHROPIC_BASE_URL', 'OPENAI_BASE_URL', 'HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = elsewhere.address
  process.env.NODE_USE_ENV_PROXY = '1'
  try {
    for (const kind of KINDS) {
      const model = modelAt(server.address, kind)
      expect((await sent(model, await packetFor(model))).failure).toBe(null)
    }
  } finally {
    names.forEach((name, at) =>
      before[at] === undefined ? delete process.env[name] : (process.env[name] = before[at]),
    )
    delete process.env.NODE_USE_ENV_PROXY
  }
  expect(elsewhere.received()).toBe('')
  expect(server.bodies.length).toBe(3)
})
