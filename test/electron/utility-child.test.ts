import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { forkUtility, startEngine, type UtilityPieces } from '../../electron/start-engine.ts'
import { createUtilityProcess } from './stand-in/utility-process.ts'

const file = (name: string) => fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))

function pieces(app = new EventEmitter()): UtilityPieces {
  return { app: app as unknown as Electron.App, utilityProcess: createUtilityProcess(app) }
}

function start(name: string, heapMb = 200) {
  const child = forkUtility(pieces(), file(name), { name: 'a child', heapMb, env: {} })
  const heard: unknown[] = []
  const waits: (() => void)[] = []
  child.onMessage((message) => {
    heard.push(message)
    waits.shift()?.()
  })
  const next = async () => {
    if (heard.length === 0) await new Promise<void>((resolve) => waits.push(resolve))
    return heard.shift()
  }
  return { child, next, exit: new Promise<string>((resolve) => child.onExit(resolve)) }
}

describe('a utility process', () => {
  test('carries bytes as bytes, both ways, even when they are posted before it listens', async () => {
    const { child, next } = start('obedient-child')
    await child.post({ type: 'echo', value: new Uint8Array([1, 2, 250]) })
    expect([await next(), await next()]).toEqual([
      { type: 'ready' },
      { type: 'echo', value: new Uint8Array([1, 2, 250]) },
    ])
    child.kill()
  })

  test.each([
    [{ type: 'exit', code: 7 }, 'exit code 7'],
    [{ type: 'exit', code: 0 }, 'exit code 0'],
    [{ type: 'die', signal: 'SIGKILL' }, 'killed from outside'],
    [{ type: 'die', signal: 'SIGSEGV' }, 'crashed in native code (11)'],
  ])('says in plain words why it ended: %o', async (message, words) => {
    const { child, next, exit } = start('obedient-child')
    await next()
    await child.post(message)
    expect(await exit).toBe(words)
  })

  test('says that the memory was exhausted, which V8 tells on standard error only', async () => {
    const { child, next, exit } = start('obedient-child', 24)
    await next()
    await child.post({ type: 'fill' })
    expect(await exit).toBe('out of memory')
  })

  test('stops by itself when asked, and is ended when it does not', async () => {
    const obedient = start('obedient-child')
    await obedient.next()
    obedient.child.kill()
    expect(await obedient.exit).toBe('exit code 0')

    const deaf = start('deaf-child')
    await deaf.next()
    deaf.child.kill()
    expect(await deaf.exit).toBe('killed from outside')
  })

  test('takes no listener of Electron with it when it is gone', async () => {
    const app = new EventEmitter()
    const child = forkUtility(pieces(app), file('obedient-child'), { name: 'a child', heapMb: 200, env: {} })
    const exit = new Promise((resolve) => child.onExit(resolve))
    await child.post({ type: 'exit', code: 0 })
    await exit
    await expect.poll(() => app.listenerCount('child-process-gone')).toBe(0)
  })
})

describe('the engine', () => {
  test('gets the key of the keychain as its first message at every start, and never in its environment', async () => {
    const key = new Uint8Array(32).fill(9)
    await using engine = startEngine(pieces(), { file: file('obedient-child'), env: {}, keychainKey: key })
    const heard: unknown[] = []
    engine.supervised.onMessage((message) => heard.push(message))
    const ask = async () => {
      const child = await engine.supervised.ready()
      await child.post({ type: 'environment' })
      await child.post({ type: 'show-first' })
      await expect.poll(() => heard.length).toBe(2)
      return heard.splice(0)
    }
    const expected = [
      { type: 'environment', value: '1' },
      { type: 'first', value: { type: 'keychain-key', key } },
    ]
    expect(await ask()).toEqual(expected)
    await (await engine.supervised.ready()).post({ type: 'exit', code: 1 })
    await expect.poll(() => engine.supervised.state).toBe('restarting')
    expect(await ask()).toEqual(expected)
  })

  test('has ended when it has been disposed', async () => {
    const engine = startEngine(pieces(), { file: file('obedient-child'), env: {}, keychainKey: null })
    const pid = (await engine.supervised.ready()).pid as number
    await engine[Symbol.asyncDispose]()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})
