import { os } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Assistant } from '../../assistant/assembly/assistant.ts'
import { createContractHandler } from '../../assistant/connection/speak-contract.ts'
import { throughPort } from './carriers.ts'

/** Goes on until it is stopped; what it cleans up then fails, as what is stopped in the middle does. */
const stopped = os.handler(async function* ({ signal }) {
  try {
    for (let step = 0; ; step += 1) {
      yield step
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  } finally {
    signal?.throwIfAborted()
  }
})

const status = os.handler(() => 'well')

const router = { long: { stopped }, application: { status } }
type Tried = {
  readonly long: { stopped(input: undefined, options: { signal: AbortSignal }): Promise<AsyncIterable<number>> }
  readonly application: { status(): Promise<string> }
}

test('a call that fails while it is stopped leaves the line to all others', async () => {
  const faults: unknown[] = []
  const handler = createContractHandler((fault) => faults.push(fault), router)
  const client = throughPort({} as Assistant, handler) as unknown as Tried
  expect(await client.application.status()).toBe('well')
  for (let time = 0; time < 20; time += 1) {
    const abort = new AbortController()
    const beside = Promise.withResolvers<string>()
    const reading = (async () => {
      for await (const step of await client.long.stopped(undefined, { signal: abort.signal }))
        if (step === 2) {
          client.application.status().then(beside.resolve, beside.reject)
          abort.abort()
        }
    })()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(await beside.promise).toBe('well')
    await expect(client.application.status()).resolves.toBe('well')
  }
  // It was stopped, which is no fault of ours.
  expect(faults).toEqual([])
})
