import { expect, test } from 'vitest'
import { type CloudFailure } from '../../../models/cloud/cloud-failure.ts'
import type { CloudAccount, CloudProviderKind } from '../../../models/cloud/cloud-model.ts'
import { TEST_LIMITS, testConnection } from '../../../models/cloud/test-connection.ts'
import { startCloudServer } from '../../../scripts/cloud-server/cloud-server.ts'
import type { Fault } from '../../../scripts/cloud-server/faults.ts'

const KINDS: readonly CloudProviderKind[] = ['openai-compatible', 'anthropic', 'google']
const NEVER = new AbortController().signal
const accountAt = (address: string, change: Partial<CloudAccount> = {}): CloudAccount => ({
  kind: 'openai-compatible',
  address,
  model: 'served',
  key: 'key-of-the-test',
  ...change,
})

test.for(KINDS)('a provider of kind %s is asked for its models, with the key and nothing else', async (kind) => {
  await using server = await startCloudServer()
  expect(await testConnection(accountAt(server.address, { kind }), NEVER)).toBe('listed')
  expect(server.keys[0]).toMatch(/^(Bearer )?key-of-the-test$/)
  expect(server.bodies).toEqual([])
  expect(server.received()).toMatch(/^GET \/v1\/models(\?\S+)? HTTP\/1\.1\r\n/)
  expect(server.received().endsWith('\r\n\r\n')).toBe(true)
  expect(await testConnection(accountAt(server.address, { kind, model: 'another' }), NEVER)).toBe('not-listed')
})

test.for<[Fault, CloudFailure['kind']]>([
  ['401', 'key'],
  ['429', 'busy'],
  ['500', 'server'],
  ['redirect', 'redirect'],
  ['reset', 'lost'],
  ['hang', 'timeout'],
])('a server that does %s is told as %s', async ([fault, kind]) => {
  await using server = await startCloudServer()
  server.nextFaults.push(fault)
  const impatient = { ...TEST_LIMITS, firstByteMs: 300 }
  await expect(testConnection(accountAt(server.address), NEVER, impatient)).rejects.toMatchObject({ kind })
})

test('an address where nothing answers is told as one that cannot be reached', async () => {
  await expect(testConnection(accountAt('http://127.0.0.1:9/v1'), NEVER)).rejects.toMatchObject({ kind: 'unreachable' })
})
