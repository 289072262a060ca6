import { describe, expect, test } from 'vitest'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import type { RemoteReader } from '../../../library/remote-reader.ts'
import { matterInUse } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

describe('a reading that is paused between two pages', () => {
  test('lets go of the reader, so that it can go on', async () => {
    const reader = createTextReader()
    let held = 0
    const counted: RemoteReader = {
      async *read(source, signal) {
        if (held > 0) throw new Error('The reader is still held by the reading before.')
        held += 1
        try {
          return yield* reader.read(source, signal)
        } finally {
          held -= 1
        }
      },
    }
    await using use = await matterInUse({ reader: counted })
    const path = await use.write('a.txt', 'one\ftwo\fthree')
    // The pause comes when a page is being stored, and the reader has nothing to do.
    const stop = use.queue.events.add(({ type }) => {
      if (type === 'change' && reader.pagesRead.length === 1) use.queue.pause()
    })
    const events = await Array.fromAsync(
      addPaths([path], { matter: use.matter, queue: use.queue, now: () => new Date() }),
    )
    stop()
    expect(events.at(-1)).toMatchObject({ type: 'add-end', paused: 1 })
    use.queue.resume()
    await until(() => use.matter.store.documents.list(null)[0]?.state === 'ready')
    expect(reader.pagesRead).toEqual(['a.txt 1', 'a.txt 2', 'a.txt 3'])
  })
})
