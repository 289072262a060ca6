import { messageText } from '../../../wording/message-text.ts'
import { truncate } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { createReadingQueue } from '../../../assistant/reading/queue/reading-queue.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { startReader } from '../../library/read/start-reader.ts'
import { row as sheetRow, typedXlsx } from '../../library/read/typed-xlsx.ts'
import { enqueue, matterInUse, type MatterInUse, noOffice } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

const row = ({ matter }: MatterInUse, documentId: string) => matter.store.documents.get(documentId, null)
const idle = (use: MatterInUse) => until(() => !use.queue.progress().running)

describe('taking a document in', () => {
  test('of more than is read keeps nothing of it, and the next one is read', async () => {
    await using use = await matterInUse()
    const path = await use.write('film.mov', '')
    await truncate(path, 201_000_000)
    const large = enqueue(use, path, 'film.mov')
    const good = enqueue(use, await use.write('good.txt', 'the tenant gave notice'), 'good.txt')
    use.queue.run()
    await idle(use)
    expect(row(use, large)).toMatchObject({ state: 'failed', sha256: '', error: { code: 'gate' } })
    const { error } = row(use, large)
    expect(error && messageText(error.message)).toContain('201\u00A0MB, the limit is 200')
    expect(row(use, good).state).toBe('ready')
  })

  test('that the system does not give is a failure of that document alone, whatever its name for it', async () => {
    await using use = await matterInUse()
    const file = await use.write('file.txt', 'x')
    const odd = enqueue(use, `${file}/below`, 'below')
    const good = enqueue(use, file, 'file.txt')
    use.queue.run()
    await idle(use)
    expect(row(use, odd)).toMatchObject({ state: 'failed', error: { code: 'unreadable', retry: true } })
    expect(row(use, good).state).toBe('ready')
    expect(use.queue.progress().paused).toBe(false)
  })

  test('again gives it the vectors that it lacks, though it is unchanged', async () => {
    await using use = await matterInUse()
    const file = await use.write('a.txt', 'the tenant gave notice')
    const id = enqueue(use, file, 'a.txt')
    use.queue.run()
    await idle(use)
    const embedder = createHashEmbedder()
    const { revision } = embedder.info
    expect(use.matter.store.vectors.count(revision).missing).toBe(1)
    await use.matter.library.useEmbedder(embedder)
    const { matter, foreground } = use
    const options = { matter, reader: createTextReader(), embedder: async () => embedder, foreground }
    await using queue = createReadingQueue({ ...options, ocrDataFolder: null, office: noOffice, now: () => new Date() })
    queue.add(id, file)
    queue.run()
    await until(() => row(use, id).state === 'ready' && matter.store.vectors.count(revision).missing === 0)
    await until(() => !queue.progress().running)
    expect(await matter.library.search({ question: 'notice', limit: 1 })).toMatchObject({ usedVectors: true })
  })

  test('with the bytes of another says what was found in them, but what is said of a name is of that name only', async () => {
    await using reader = startReader()
    await using use = await matterInUse({ reader: reader.reader })
    const bytes = typedXlsx({ sheets: [{ name: 'Secret', state: 'hidden', rows: sheetRow(1, ['Reserve']) }] })
    const read = async (name: string) => {
      const id = enqueue(use, await use.write(name, bytes), name)
      use.queue.run()
      await until(() => !use.queue.progress().running)
      return row(use, id)
    }
    const [first, copy, misnamed, again] = [
      await read('a.xlsx'),
      await read('b.XLSX'),
      await read('c.pdf'),
      await read('d.xlsx'),
    ]
    const hidden = 'Sheet "Secret" is hidden; it was read too.'
    const noticed = ({ notices }: typeof first) => notices.map(({ text }) => messageText(text))
    expect([first, copy, again].map(noticed)).toEqual([[hidden], [hidden], [hidden]])
    expect(noticed(misnamed)).toEqual([expect.stringContaining('The name ends in .pdf'), hidden])
    expect(new Set([first, copy, misnamed, again].map(({ mediaType }) => mediaType)).size).toBe(1)
    expect(copy.textVersionId).toBe(first.textVersionId)
  })
})
