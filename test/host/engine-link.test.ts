import { describe, expect, test } from 'vitest'
import { createEngineLink, type EngineMessage } from '../../host/engine-link.ts'
import type { Child } from '../../processes/child.ts'
import { until } from '../assistant/matter-in-use.ts'

/** An engine in this process that answers every frame with the same in capitals. */
function createEngine() {
  const posted: EngineMessage[] = []
  let tell = (_message: unknown) => {}
  let die = (_reason: string) => {}
  let starts = 0
  const start = (): Child => {
    starts += 1
    queueMicrotask(() => tell({ type: 'ready' }))
    return {
      pid: starts,
      async post(message) {
        const received = message as EngineMessage
        if ((received as { type: string }).type === 'ping') return
        posted.push(received)
        if (received.type === 'data') tell({ ...received, data: String(received.data).toUpperCase() })
      },
      kill: () => die('killed'),
      onMessage: (listener) => (tell = listener),
      onExit: (listener) => (die = listener),
    }
  }
  return { start, posted, die: (reason: string) => die(reason), starts: () => starts }
}

describe('the link to the engine', () => {
  test('carries the frames of each window to that window only', async () => {
    const engine = createEngine()
    await using link = createEngineLink(engine.start)
    expect(
      link.connect(
        () => {},
        () => {},
      ),
    ).toBeNull()
    await link.engine.ready()
    const heard: string[] = []
    const one = link.connect(
      (frame) => heard.push(`1 ${frame}`),
      () => {},
    )
    const two = link.connect(
      (frame) => heard.push(`2 ${frame}`),
      () => {},
    )
    one?.send('a')
    two?.send('b')
    await until(() => heard.length === 2)
    expect(heard).toEqual(['1 A', '2 B'])
    one?.close()
    one?.send('c')
    two?.send('d')
    await until(() => heard.length === 3)
    expect(heard.at(-1)).toBe('2 D')
    expect(engine.posted.map(({ type }) => type)).toEqual(['connect', 'connect', 'data', 'data', 'close', 'data'])
  })

  test('tells every window once why the engine died, and starts it again', async () => {
    const engine = createEngine()
    await using link = createEngineLink(engine.start)
    await link.engine.ready()
    const lost: string[] = []
    const connection = link.connect(
      () => {},
      (reason) => lost.push(reason),
    )
    engine.die('out of memory')
    expect(lost).toEqual(['out of memory'])
    connection?.send('into the void')
    await link.engine.ready()
    expect([engine.starts(), lost.length]).toEqual([2, 1])
    expect(engine.posted.some(({ type }) => type === 'data')).toBe(false)
    expect(
      link.connect(
        () => {},
        () => {},
      ),
    ).not.toBeNull()
  })
})
