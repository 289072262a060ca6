import { rm } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { removeDocument } from '../../../assistant/reading/take-attachments.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { enqueue, isIdle, matterInUse, textsFound } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

describe('removing a document', () => {
  test('leaves nothing in store or index and says 0, also while it is being read', async () => {
    const reader = createTextReader({ pageMs: 15 })
    await using use = await matterInUse({ reader, embedder: createHashEmbedder(8) })
    const one = enqueue(use, await use.write('one.txt', 'alpha words here'), 'one.txt')
    const two = enqueue(use, await use.write('two.txt', 'beta\fgamma\fdelta'), 'two.txt')
    const three = enqueue(use, await use.write('three.txt', 'epsilon'), 'three.txt')
    use.queue.run()
    await until(() => reader.pagesRead.includes('two.txt 1'))
    expect(await removeDocument(use.matter, use.queue, two)).toBe(0)
    expect(await removeDocument(use.matter, use.queue, one)).toBe(0)
    await until(isIdle(use))
    expect(use.matter.store.documents.list(null).map(({ documentId }) => documentId)).toEqual([three])
    expect(await textsFound(use, 'alpha beta')).toEqual(['epsilon'])
    expect(use.matter.store.ledger.list().filter(({ kind }) => kind === 'document-removed')).toMatchObject([
      { data: { documentId: two, left: 0 } },
      { data: { documentId: one, left: 0 } },
    ])
    // Nothing stumbles over what it forgot.
    use.queue.retry(null)
    use.queue.pause()
    use.queue.resume()
  })

  test('keeps the text of another document with the same bytes', async () => {
    await using use = await matterInUse()
    const one = enqueue(use, await use.write('one.txt', 'the very same words'), 'one.txt')
    enqueue(use, await use.write('two.txt', 'the very same words'), 'two.txt')
    use.queue.run()
    await until(isIdle(use))
    expect(await removeDocument(use.matter, use.queue, one)).toBe(0)
    expect(await textsFound(use, 'very same')).toEqual(['the very same words'])
  })

  test('of which the file is gone is no different', async () => {
    await using use = await matterInUse()
    const file = await use.write('one.txt', 'text')
    const id = enqueue(use, file, 'one.txt')
    use.queue.run()
    await until(isIdle(use))
    await rm(file)
    expect(await removeDocument(use.matter, use.queue, id)).toBe(0)
  })
})
