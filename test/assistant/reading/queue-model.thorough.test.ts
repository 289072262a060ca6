import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import type { AddEvent } from '../../../contract/document.ts'
import { cannotWrite } from '../../../store/store-errors.ts'
import { assertSideBySide, FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fuzz-runs.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { PATIENCE_MS, until } from '../../patience.ts'

const FILES = ['a', 'b', 'c'] as const

const ended = (events: readonly AddEvent[]) =>
  events.flatMap((event) => (event.type === 'document-end' ? [[event.document, event.state]] : []))

/** What `work` gives, or why it does not end. */
async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not end.`)), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function added({ matter, queue }: MatterInUse, path: string, signal?: AbortSignal): Promise<readonly AddEvent[]> {
  const events = Array.fromAsync(addPaths([path], { matter, queue, now: () => new Date() }, signal))
  return inTime(`Adding ${path}`, events)
}

describe('adding files', { timeout: FUZZ_TIMEOUT_MS }, () => {
  test('ends where the document is held back, also the second time', async () => {
    await using use = await matterInUse()
    const path = await use.write('case/lease.txt', 'the rent is due')
    use.queue.pause()
    expect(ended(await added(use, path))).toEqual([['lease.txt', 'paused']])
    expect(ended(await added(use, path))).toEqual([['lease.txt', 'paused']])
    use.queue.resume()
    expect(ended(await added(use, path))).toEqual([['lease.txt', expect.stringMatching(/ready|unchanged/)]])
  })

  test('ends after whatever is done to the queue meanwhile, and all is read in the end', async () => {
    await using matters = createMatters()
    const steps = fc.array(step, { minLength: 2, maxLength: 12 })
    const runs = await assertSideBySide(() => {
      const next = matters.lane()
      return fc.asyncProperty(steps, async (some) => afterAll(some, await next()))
    }, fuzzRuns(40))
    expect(runs).toBeGreaterThanOrEqual(fuzzRuns(40))
  })
})

const file = fc.constantFrom(...FILES)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), file }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const, 'run' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'retry' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), file }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), file }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('fill-disk' as const, 'room' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 5 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** Opening a matter takes longer than all that is done to it, so each lane goes on with its own for a while, emptied. */
const RUNS_OF_A_MATTER = 20

function createMatters() {
  const life = new AsyncDisposableStack()
  return {
    lane() {
      const now = { use: null as MatterInUse | null, runs: 0 }
      life.defer(() => now.use?.[Symbol.asyncDispose]())
      return async () => {
        if (now.use && now.runs % RUNS_OF_A_MATTER === 0) {
          await now.use[Symbol.asyncDispose]()
          now.use = null
        }
        now.runs += 1
        now.use ??= await matterInUse()
        await empty(now.use)
        return now.use
      }
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

async function empty(use: MatterInUse): Promise<void> {
  setRoom(use, true)
  for (const { documentId } of use.matter.store.documents.list(null)) {
    await use.queue.forget(documentId)
    await use.matter.store.removal.remove(documentId)
  }
}

async function afterAll(steps: readonly Step[], use: MatterInUse): Promise<void> {
  for (const name of FILES) await use.write(`case/${name}.txt`, `the rent of ${name} is due`)
  const addings: Promise<unknown>[] = []
  let killed = new AbortController()
  for (const [at, one] of steps.entries()) {
    if (one.kind === 'add') addings.push(endOf(use, `${one.file}.txt`, killed.signal))
    else if (one.kind === 'change') await use.write(`case/${one.file}.txt`, `the rent of ${one.file} is ${at}`)
    else if (one.kind === 'kill') {
      const killing = use.kill()
      killed.abort()
      killed = new AbortController()
      await inTime('A start after a kill', killing)
    } else await inTime(`${one.kind} of the queue`, carryOut(one, use))
  }
  await Promise.all(addings)
  setRoom(use, true)
  // One that has just met the full disk pauses the queue only now.
  await until(() => !use.queue.progress().running)
  use.queue.resume()
  for (const name of FILES) expect((await added(use, pathOf(use, `${name}.txt`))).at(-1)?.type).toBe('add-end')
  await until(() => {
    const { running, documents, documentsDone } = use.queue.progress()
    return !running && documents === documentsDone
  })
  const states = use.matter.store.documents.list(null).map((row) => row.state)
  expect(states.filter((state) => state !== 'ready')).toEqual([])
}

const pathOf = ({ folder }: MatterInUse, name: string) => join(folder, 'files/case', name)

/** Adds a file; ended by a kill, or refused by a full disk, it has ended as well. */
async function endOf(use: MatterInUse, name: string, signal: AbortSignal): Promise<void> {
  try {
    expect((await added(use, pathOf(use, name), signal)).at(-1)?.type).toBe('add-end')
  } catch (error) {
    if (!signal.aborted && !cannotWrite(error)) throw error
  }
}

type QueueStep = Exclude<Step, { readonly kind: 'add' | 'change' | 'kill' }>

async function carryOut(one: QueueStep, use: MatterInUse): Promise<void> {
  const { queue, matter } = use
  try {
    if (one.kind === 'remove') {
      const found = matter.store.documents.find(`${one.file}.txt`, null)
      if (!found) return
      await queue.forget(found.documentId)
      await matter.store.removal.remove(found.documentId)
    } else if (one.kind === 'cancel' || one.kind === 'retry') queue[one.kind](null)
    else if (one.kind === 'wait') await new Promise((resolve) => setTimeout(resolve, one.ms))
    else if (one.kind === 'fill-disk' || one.kind === 'room') setRoom(use, one.kind === 'room')
    else queue[one.kind]()
  } catch (error) {
    if (!cannotWrite(error)) throw error
  }
}

/** A full disk, as the store meets it: its file may not grow. */
function setRoom({ matter: { store } }: MatterInUse, isThere: boolean): void {
  const pages = isThere ? 2 ** 31 : Number(store.database.pragma('page_count'))
  store.database.pragma(`max_page_count = ${pages}`)
}
