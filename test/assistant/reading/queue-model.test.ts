import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPaths } from '../../../assistant/reading/add-paths.ts'
import type { AddEvent } from '../../../contract/document.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'

/** Longer than any of these few lines takes to be read; an adding that goes on beyond it waits for what never comes. */
const PATIENCE_MS = 4000

const ended = (events: readonly AddEvent[]) =>
  events.flatMap((event) => (event.type === 'document-end' ? [[event.document, event.state]] : []))

async function added({ matter, queue }: MatterInUse, path: string): Promise<readonly AddEvent[]> {
  const events = Array.fromAsync(addPaths([path], { matter, queue, now: () => new Date() }))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Adding ${path} does not end.`)), PATIENCE_MS)
  })
  return Promise.race([events, late]).finally(() => clearTimeout(timer))
}

describe('adding files', { timeout: 60_000 }, () => {
  test('ends where the document is held back, also the second time', async () => {
    await using use = await matterInUse()
    const path = await use.write('case/lease.txt', 'the rent is due')
    use.queue.pause()
    expect(ended(await added(use, path))).toEqual([['lease.txt', 'paused']])
    expect(ended(await added(use, path))).toEqual([['lease.txt', 'paused']])
    use.queue.resume()
    expect(ended(await added(use, path))).toEqual([['lease.txt', expect.stringMatching(/ready|unchanged/)]])
  })

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), file: fc.constantFrom('a', 'b', 'c') }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const, 'run' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'retry' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('remove' as const), file: fc.constantFrom('a', 'b', 'c') }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 5 }) }) },
  )

  test('ends after whatever is done to the queue meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        await using use = await matterInUse()
        for (const name of ['a', 'b', 'c']) await use.write(`case/${name}.txt`, `the rent of ${name} is due`)
        const { queue, matter } = use
        const addings: Promise<readonly AddEvent[]>[] = []
        for (const one of steps) {
          if (one.kind === 'add') addings.push(added(use, join(use.folder, 'files/case', `${one.file}.txt`)))
          else if (one.kind === 'remove') {
            const found = matter.store.documents.find(`${one.file}.txt`, null)
            if (!found) continue
            await queue.forget(found.documentId)
            await matter.store.removal.remove(found.documentId)
          } else if (one.kind === 'cancel' || one.kind === 'retry') queue[one.kind](null)
          else if (one.kind === 'wait') await new Promise((resolve) => setTimeout(resolve, one.ms))
          else queue[one.kind]()
        }
        for (const all of await Promise.all(addings)) expect(all.at(-1)?.type).toBe('add-end')
      }),
      { numRuns: 40 },
    )
  })
})
