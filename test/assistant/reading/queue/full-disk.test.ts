import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import { cannotWrite } from '../../../../store/store-errors.ts'
import { enqueue, isIdle, matterInUse, type MatterInUse } from '../../matter-in-use.ts'
import { until } from '../../../patience.ts'

/** From now on the store refuses every change, or none. */
const refuseAll = ({ matter }: MatterInUse, isOn: boolean) =>
  matter.store.database.pragma(`query_only = ${isOn ? 1 : 0}`)

const states = ({ matter }: MatterInUse) => matter.store.documents.list(null).map(({ state }) => state)
const adding = ({ matter, queue, folder }: MatterInUse) =>
  Array.fromAsync(addPaths([join(folder, 'files')], { matter, queue, now: () => new Date() }))

describe('a queue whose store takes no more', () => {
  test.each([
    ['nothing else was asked', () => {}],
    ['a pause', ({ queue }: MatterInUse) => queue.pause()],
    ['a cancelling', ({ queue }: MatterInUse) => queue.cancel(null)],
  ])('reads on after a resume, though not even the end of the reading could be written: %s', async (_, ask) => {
    await using use = await matterInUse()
    enqueue(use, await use.write('a.txt', 'the rent is due'), 'a.txt')
    const stop = use.queue.events.add(({ type }) => {
      if (type !== 'change') return
      stop()
      ask(use)
      refuseAll(use, true)
    })
    use.queue.run()
    await until(() => !use.queue.progress().running)
    refuseAll(use, false)
    use.queue.resume()
    await until(isIdle(use))
    expect(states(use)).toEqual(['ready'])
  })

  test('leaves alone what was cancelled when there was room again', async () => {
    await using use = await matterInUse()
    enqueue(use, await use.write('a.txt', 'the rent is due'), 'a.txt')
    const stop = use.queue.events.add(({ type }) => {
      if (type !== 'change') return
      stop()
      refuseAll(use, true)
    })
    use.queue.run()
    await until(() => !use.queue.progress().running)
    refuseAll(use, false)
    use.queue.cancel(null)
    use.queue.resume()
    enqueue(use, await use.write('b.txt', 'the rent is paid'), 'b.txt')
    use.queue.run()
    await until(isIdle(use))
    expect(states(use)).toEqual(['failed', 'ready'])
  })

  test('takes a folder whole or not at all, and can be used afterwards', async () => {
    await using use = await matterInUse()
    for (let at = 0; at < 60; at += 1) await use.write(`${at}.txt`, `the rent of ${at} is due`)
    const { database } = use.matter.store
    database.pragma(`max_page_count = ${Number(database.pragma('page_count'))}`)
    expect(cannotWrite(await adding(use).catch((error: unknown) => error))).toBe(true)
    expect(states(use)).toEqual([])
    expect(use.queue.progress()).toMatchObject({ documents: 0, running: false })
    database.pragma(`max_page_count = ${2 ** 31}`)
    use.queue.pause()
    use.queue.resume()
    expect((await adding(use)).at(-1)).toMatchObject({ type: 'add-end', documents: 60, ready: 60 })
  })
})
