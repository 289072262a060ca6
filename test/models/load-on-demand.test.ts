import { describe, expect, test } from 'vitest'
import { createLoadOnDemand } from '../../models/local/load-on-demand.ts'
import { NOT_LOADED } from '../../models/local/protocol.ts'
import type { Child } from '../../processes/child.ts'
import { RemoteError } from '../../processes/remote-calls.ts'
import { supervise } from '../../processes/supervise.ts'

/** A process that is never started. */
const idle = () =>
  supervise('idle', (): Child => {
    throw new Error('not to be started')
  })

function counted(failures: number) {
  const loads = { count: 0 }
  const demand = createLoadOnDemand(idle(), async () => {
    loads.count += 1
    if (loads.count <= failures) throw new Error('no memory')
    return loads.count
  })
  return { loads, demand }
}

describe('loading on demand', () => {
  test('happens once for all who wait', async () => {
    const { loads, demand } = counted(0)
    await Promise.all([demand.whenLoaded(async () => 'a'), demand.whenLoaded(async () => 'b'), demand.loaded()])
    expect(loads.count).toBe(1)
  })

  test('is tried again by the next call when it failed', async () => {
    const { demand } = counted(1)
    await expect(demand.loaded()).rejects.toThrow('no memory')
    expect(await demand.whenLoaded(async () => 'done')).toBe('done')
  })

  test('happens again when the process was replaced between loading and call, and other failures are passed on', async () => {
    const { loads, demand } = counted(0)
    const results = [new RemoteError(NOT_LOADED, 'no model'), null]
    const call = async () => {
      const failure = results.shift()
      if (failure) throw failure
      return 'answer'
    }
    expect(await demand.whenLoaded(call)).toBe('answer')
    expect(loads.count).toBe(2)
    await expect(demand.whenLoaded(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
    expect(loads.count).toBe(2)
  })

  test('goes on for the others when one no longer wants to wait', async () => {
    const gate = Promise.withResolvers<string>()
    const demand = createLoadOnDemand(idle(), () => gate.promise)
    const abort = new AbortController()
    const left = demand.loaded(abort.signal)
    const stays = demand.loaded()
    abort.abort(new Error('no patience'))
    await expect(left).rejects.toThrow('no patience')
    gate.resolve('loaded')
    expect(await stays).toBe('loaded')
  })
})
