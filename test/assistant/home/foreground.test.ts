import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEvents, followEvents } from '../../../assistant/home/events.ts'
import { createForeground } from '../../../assistant/home/foreground.ts'
import { createPieces } from '../../../assistant/reading/intake/uploads.ts'
import type { AppEvent } from '../../../contract/application.ts'

describe('the foreground', () => {
  test('lets background work wait until the last one has left', async () => {
    const foreground = createForeground()
    const [one, two] = [foreground.enter(), foreground.enter()]
    let isIdle = false
    const waiting = foreground.idle().then(() => (isIdle = true))
    one[Symbol.dispose]()
    await Promise.resolve()
    expect(isIdle).toBe(false)
    two[Symbol.dispose]()
    await waiting
    expect(isIdle).toBe(true)
  })

  test('gives up waiting with the reason of the abort', async () => {
    const foreground = createForeground()
    using _inside = foreground.enter()
    const abort = new AbortController()
    const waiting = foreground.idle(abort.signal)
    abort.abort(new Error('closing'))
    await expect(waiting).rejects.toThrow('closing')
  })
})

describe('following the events', () => {
  const matter = fc.constantFrom('a', 'b')
  const event = fc.oneof(
    fc.constant<AppEvent>({ type: 'status-changed' }),
    fc.constant<AppEvent>({ type: 'matters-changed' }),
    matter.map((id): AppEvent => ({ type: 'documents-changed', matter: id })),
    fc
      .tuple(matter, fc.nat(9))
      .map(([id, done]) => ({ type: 'reading', progress: { matter: id, documentsDone: done } }) as AppEvent),
    fc
      .constantFrom('ready', 'restarting')
      .map((state) => ({ type: 'process', process: 'reader', state, reason: null }) as AppEvent),
  )
  const kind = (one: AppEvent) =>
    JSON.stringify([one.type, 'matter' in one ? one.matter : one.type === 'reading' ? one.progress.matter : ''])

  test('loses no kind and brings the newest of each, however late it is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 40 }), async (told) => {
        const events = createEvents()
        const abort = new AbortController()
        const following = followEvents(events, abort.signal)
        const first = following.next()
        for (const one of told) events.tell(one)
        const heard = [(await first).value as AppEvent]
        // One more, so that the last is known to be the last.
        events.tell({ type: 'settings-changed' })
        while (heard.at(-1)?.type !== 'settings-changed') heard.push((await following.next()).value as AppEvent)
        abort.abort()
        const newest = (all: readonly AppEvent[]) => new Map(all.map((one) => [kind(one), one]))
        expect(newest(heard.slice(0, -1))).toEqual(newest(told))
        const ofProcesses = (all: readonly AppEvent[]) => all.filter(({ type }) => type === 'process')
        expect(ofProcesses(heard)).toEqual(ofProcesses(told))
        // The first went out at once; of the rest each kind waited once.
        const others = heard.slice(1, -1).filter(({ type }) => type !== 'process')
        expect(new Set(others.map(kind)).size).toBe(others.length)
      }),
      { numRuns: 50 },
    )
  })

  test('begins with what is known, and ends with its signal', async () => {
    const events = createEvents()
    const abort = new AbortController()
    const following = followEvents(events, abort.signal, () => [{ type: 'models-changed' }])
    expect((await following.next()).value).toEqual({ type: 'models-changed' })
    const next = following.next()
    abort.abort()
    expect((await next).done).toBe(true)
  })
})

describe('pieces', () => {
  test('arrive in order, and each push waits until its piece has been dealt with', async () => {
    const pieces = createPieces()
    const log: string[] = []
    const pushing = (async () => {
      for (const n of [1, 2, 3]) {
        await pieces.push(new Uint8Array([n]))
        log.push(`taken ${n}`)
      }
      pieces.end()
    })()
    for await (const piece of pieces.read()) log.push(`read ${piece[0]}`)
    await pushing
    expect(log).toEqual(['read 1', 'taken 1', 'read 2', 'taken 2', 'read 3', 'taken 3'])
  })
})
