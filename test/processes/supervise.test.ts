import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { forkChild } from '../../processes/fork-child.ts'
import { ProcessLostError, type Supervised, type SuperviseOptions, supervise } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import type { StartChild } from '../../processes/child.ts'
import { Failure } from '../../wording/failure.ts'
import type { CountingMethods } from './children/counting-child.ts'

const file = fileURLToPath(new URL('./children/counting-child.ts', import.meta.url))
const open: Supervised[] = []

function counting(options: Partial<SuperviseOptions> = {}, heapMb = 64) {
  const supervised = supervise('counting', () => forkChild(file, { heapMb }), options)
  open.push(supervised)
  return { supervised, calls: supervisedCalls<CountingMethods>('counting', supervised) }
}

function renewing(options: Partial<SuperviseOptions>) {
  const starts: boolean[] = []
  const start: StartChild = (staysLocked) => {
    starts.push(staysLocked)
    return forkChild(fileURLToPath(new URL('./children/renewing-child.ts', import.meta.url)))
  }
  const supervised = supervise('renewing', start, options)
  open.push(supervised)
  return { supervised, starts }
}

function nextState(supervised: Supervised, wanted: string): Promise<string | null> {
  return new Promise((resolve) => {
    const forget = supervised.onState(({ state, reason }) => {
      if (state !== wanted) return
      forget()
      resolve(reason)
    })
  })
}

afterEach(async () => {
  for (const supervised of open.splice(0)) await supervised[Symbol.asyncDispose]()
})

describe('a child that says why it cannot start', () => {
  test('is believed: not started again, and its words and code reach who waits', async () => {
    let starts = 0
    const refusing = fileURLToPath(new URL('./children/refusing-child.ts', import.meta.url))
    const supervised = supervise('refusing', () => {
      starts += 1
      return forkChild(refusing)
    })
    open.push(supervised)
    const refusal = await supervised.ready().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Failure)
    expect(refusal).toMatchObject({ code: 'DAMAGED', message: 'The key file cannot be read.' })
    expect(supervised).toMatchObject({ state: 'failed', reason: 'The key file cannot be read.' })
    await expect(supervised.ready()).rejects.toBeInstanceOf(Failure)
    expect(starts).toBe(1)
    supervised.restart()
    await expect(supervised.ready()).rejects.toBeInstanceOf(Failure)
    expect(starts).toBe(2)
  })
})

describe('a supervised child', () => {
  test('starts at the first call, and not before', async () => {
    const { supervised, calls } = counting()
    expect(supervised.state).toBe('idle')
    expect(await calls.call('count', { to: 3 })).toBe('counted')
    expect(supervised.state).toBe('ready')
  })

  test('streams items in order, then the result', async () => {
    const items = counting().calls.stream('count', { to: 200 })
    const seen: number[] = []
    let next = await items.next()
    for (; !next.done; next = await items.next()) seen.push(next.value)
    expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index))
    expect(next.value).toBe('counted')
  })

  test('gets and gives typed arrays as typed arrays', async () => {
    expect(await counting().calls.call('bytes', Float32Array.of(1, 2.5))).toEqual(Float32Array.of(2, 5))
  })

  test('runs at most a window ahead of a slow reader', async () => {
    const { calls } = counting()
    const items = calls.stream('count', { to: 10_000 })
    for (let taken = 0; taken < 3; taken += 1) await items.next()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await calls.call('produced', null)).toBeLessThan(200)
    await items.return('enough')
  })

  test('stops when its reader aborts, and the reader gets its own reason back', async () => {
    const { calls } = counting()
    const abort = new AbortController()
    const items = calls.stream('count', { to: 1e9 }, abort.signal)
    await items.next()
    abort.abort(new Error('enough'))
    await expect(
      (async () => {
        for (;;) await items.next()
      })(),
    ).rejects.toThrow('enough')
  })

  test('hands an error over with its message', async () => {
    await expect(counting().calls.call('fail', null)).rejects.toMatchObject({
      code: 'INTERNAL',
      message: 'it went wrong',
    })
  })
})

describe('a child that dies', () => {
  test.each([
    ['abort', 'killed by SIGABRT'],
    ['exit', 'exit code 7'],
    ['kill', 'killed by SIGKILL'],
    ['heap', 'out of memory'],
  ] as const)('by %s fails its call with the reason, and the next call works', async (way, reason) => {
    const { calls } = counting()
    await expect(calls.call('die', way)).rejects.toThrow(new ProcessLostError('counting', reason))
    expect(await calls.call('count', { to: 2 })).toBe('counted')
  })

  test('is killed when it answers no ping', async () => {
    const { supervised, calls } = counting({ hangMs: 500 })
    const dying = calls.call('die', 'hang')
    dying.catch(() => {})
    expect(await nextState(supervised, 'restarting')).toBe('unresponsive')
    await expect(dying).rejects.toThrow('it no longer responded')
  })

  test('too often is failed, says why, and can be restarted by hand', async () => {
    const { supervised, calls } = counting({ maxCrashes: 1 })
    await calls.call('die', 'exit').catch(() => {})
    const failed = nextState(supervised, 'failed')
    await calls.call('die', 'exit').catch(() => {})
    expect(await failed).toBe('exit code 7')
    await expect(calls.call('count', { to: 1 })).rejects.toThrow('stopped again and again (an internal error)')
    supervised.restart()
    expect(await calls.call('count', { to: 1 })).toBe('counted')
  })

  test('by its own word is replaced at once, counts as no crash, and the next one knows', async () => {
    const { supervised, starts } = renewing({ maxCrashes: 0 })
    const first = await supervised.ready()
    const restarting = nextState(supervised, 'restarting')
    await first.post({ type: 'end' })
    expect(await restarting).toBe('it was locked')
    const second = await supervised.ready()
    expect(second.pid).not.toBe(first.pid)
    expect(starts).toEqual([false, true])
  })

  test('is given to nobody while it takes leave, nor is another started beside it', async () => {
    const { supervised, starts } = renewing({ maxCrashes: 0 })
    const first = await supervised.ready()
    const restarting = nextState(supervised, 'restarting')
    await first.post({ type: 'end soon' })
    await restarting
    supervised.restart()
    expect(supervised.pid).toBe(first.pid)
    const second = await supervised.ready()
    expect(second.pid).not.toBe(first.pid)
    expect(starts).toEqual([false, true])
  })

  test('that takes leave and does not end is killed, and counts as no crash', async () => {
    const { supervised, starts } = renewing({ maxCrashes: 0, hangMs: 1500 })
    const first = await supervised.ready()
    const restarting = nextState(supervised, 'restarting')
    await first.post({ type: 'end never' })
    await restarting
    const second = await supervised.ready()
    expect(second.pid).not.toBe(first.pid)
    expect(() => process.kill(first.pid ?? 0, 0)).toThrow('ESRCH')
    expect(starts).toEqual([false, true])
  })

  test('after it was locked is followed by locked ones only, until one was opened again', async () => {
    const { supervised, starts } = renewing({ hangMs: 500 })
    const end = async (type: string) => {
      const child = await supervised.ready()
      const restarting = nextState(supervised, 'restarting')
      await child.post({ type })
      await restarting
    }
    await end('end')
    await end('crash')
    await end('hang')
    const stopped = await supervised.ready()
    supervised.stop()
    const locked = await supervised.ready()
    expect(locked.pid).not.toBe(stopped.pid)
    expect(starts).toEqual([false, true, true, true, true])
    await locked.post({ type: 'open' })
    await end('crash')
    await supervised.ready()
    expect(starts.at(-1)).toBe(false)
  })

  test('too often after it was locked stays locked when it is restarted by hand', async () => {
    const { supervised, starts } = renewing({ maxCrashes: 0 })
    const first = await supervised.ready()
    const restarting = nextState(supervised, 'restarting')
    await first.post({ type: 'end' })
    await restarting
    const second = await supervised.ready()
    const failed = nextState(supervised, 'failed')
    await second.post({ type: 'crash' })
    await failed
    supervised.restart()
    await supervised.ready()
    expect(starts).toEqual([false, true, true])
  })

  test('on purpose counts as no crash', async () => {
    const { supervised, calls } = counting({ maxCrashes: 0 })
    await calls.call('count', { to: 1 })
    supervised.stop()
    expect(supervised.state).toBe('idle')
    expect(await calls.call('count', { to: 1 })).toBe('counted')
  })
})
