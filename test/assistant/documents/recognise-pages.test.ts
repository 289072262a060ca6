import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recogniseDocument, recognisePages, takeOwnText } from '../../../assistant/documents/read-again.ts'
import { replaceDocument } from '../../../assistant/documents/replace-document.ts'
import { ocrData, scanOf } from '../../library/read/ocr/scans.ts'
import { scanPdf } from '../../library/read/ocr/scan-pdf.ts'
import { startReader } from '../../library/read/start-reader.ts'
import { typedPdf } from '../../library/read/typed-pdf.ts'
import { once } from '../../store/temporary-home.ts'
import { enqueue, matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { codeOf } from '../whole-assistant.ts'
import { until } from '../../patience.ts'

const NOTICE = 'The tenant shall give notice of six months to the Wexcombe office before the lease comes to its end.'
/** What the file says that the page says: so many words that it is not taken for a mere stamp. */
const LAYER = 'word '.repeat(70).trim()
const TYPED = 'A page that is typed.'

const life = new AsyncDisposableStack()
let dataFolder = ''
let pdf: Buffer
beforeAll(async () => {
  ;({ dataFolder } = life.use(await ocrData()))
  const image = await scanOf([NOTICE])
  pdf = scanPdf([{ text: TYPED }, { image, layer: LAYER }, { image, layer: LAYER }])
})
afterAll(() => life[Symbol.asyncDispose]())

const idle = (use: MatterInUse) => until(() => !use.queue.progress().running)
const row = ({ matter }: MatterInUse, id: string) => matter.store.documents.get(id, null)
const texts = ({ matter }: MatterInUse, textVersionId: number | null) =>
  matter.store.pages.text(textVersionId ?? 0).map(({ text }) => text)
const recognise = async (use: MatterInUse, id: string, pages: readonly number[]) => {
  recognisePages(use.matter, use.queue, id, pages)
  await idle(use)
}

const disposable = (dispose: () => void): Disposable => ({ [Symbol.dispose]: dispose })

/** A matter with the document in it, and the pages that were read since it was. */
async function reading(stack: AsyncDisposableStack) {
  const { reader } = stack.use(startReader())
  const pagesRead: (number | null)[] = []
  const counted: typeof reader = {
    ...reader,
    async *read(source, signal) {
      const items = reader.read(source, signal)
      for (let next = await items.next(); ; next = await items.next()) {
        if (next.done) return next.value
        if ('page' in next.value) pagesRead.push(next.value.page)
        yield next.value
      }
    },
  }
  const use = stack.use(await matterInUse({ reader: counted, ocrDataFolder: dataFolder }))
  const id = enqueue(use, await use.write('mixed.pdf', pdf), 'mixed.pdf')
  use.queue.run()
  await idle(use)
  expect(texts(use, row(use, id).textVersionId)).toEqual([TYPED, LAYER, LAYER])
  pagesRead.length = 0
  return { use, id, pagesRead }
}

describe('pages of a PDF that a person wants read by OCR', () => {
  test('are read alone, take the place of their text layer, and stay so; what cites the old text keeps it', async () => {
    await using stack = new AsyncDisposableStack()
    const { use, id, pagesRead } = await reading(stack)
    const cited = row(use, id).textVersionId
    const answer = { answerId: 'a', question: '', askedAt: '', follows: null, model: null }
    use.matter.store.answers.save(answer as never, [cited!])

    await recognise(use, id, [2])
    expect(pagesRead).toEqual([2])
    const now = row(use, id)
    expect(now).toMatchObject({ state: 'ready', pages: 3, pagesWithText: 2, pagesByOcr: 1, ocrPages: [2] })
    expect(texts(use, now.textVersionId)).toEqual([TYPED, NOTICE, LAYER])
    use.matter.store.textVersions.removeUnreferenced()
    expect(texts(use, cited)).toEqual([TYPED, LAYER, LAYER])
    const { hits } = await use.matter.library.search({ question: 'six months Wexcombe', limit: 1 })
    expect(hits[0]?.text).toContain('Wexcombe')

    await use.reopen()
    use.queue.add(id, await use.write('mixed.pdf', pdf))
    use.queue.run()
    await idle(use)
    expect(row(use, id).textVersionId, 'added again after a restart').toBe(now.textVersionId)

    await recognise(use, id, [3])
    expect(pagesRead, 'page 2 stays as it was recognised').toEqual([2, 3])
    expect(texts(use, row(use, id).textVersionId)).toEqual([TYPED, NOTICE, NOTICE])
    expect(use.matter.store.textVersions.get(row(use, id).textVersionId!).options).toContain('"pages":[2,3]')

    const other = await use.matter.store.originals.write(once(typedPdf([[[72, 90, 12, 'New.']]])), 'application/pdf')
    await replaceDocument(use.matter, use.queue, id, { name: 'mixed.pdf', original: other })
    use.queue.run()
    await idle(use)
    expect(row(use, id), 'the pages of another file').toMatchObject({ ocrPages: [], pagesWithText: 1 })
  })

  test('are read by their own text again when the whole document is read in another way', async () => {
    await using stack = new AsyncDisposableStack()
    const { use, id } = await reading(stack)
    await recognise(use, id, [2])
    expect(texts(use, row(use, id).textVersionId)[1]).not.toBe(LAYER)
    recogniseDocument(use.matter, use.queue, id, 'never')
    await idle(use)
    expect(row(use, id).ocrPages).toEqual([])
    expect(texts(use, row(use, id).textVersionId)).toEqual([TYPED, LAYER, LAYER])
  })

  test('can be taken back to their own text, alone; what cites the recognised text keeps it, and so do the other pages', async () => {
    await using stack = new AsyncDisposableStack()
    const { use, id, pagesRead } = await reading(stack)
    await recognise(use, id, [2, 3])
    const cited = row(use, id).textVersionId
    const answer = { answerId: 'a', question: '', askedAt: '', follows: null, model: null }
    use.matter.store.answers.save(answer as never, [cited!])
    pagesRead.length = 0

    takeOwnText(use.matter, use.queue, id, [2])
    await idle(use)
    expect(pagesRead).toEqual([2])
    expect(row(use, id)).toMatchObject({ state: 'ready', pages: 3, pagesWithText: 2, pagesByOcr: 1, ocrPages: [3] })
    expect(texts(use, row(use, id).textVersionId)).toEqual([TYPED, LAYER, NOTICE])
    use.matter.store.textVersions.removeUnreferenced()
    expect(texts(use, cited)).toEqual([TYPED, NOTICE, NOTICE])

    takeOwnText(use.matter, use.queue, id, [3])
    await idle(use)
    expect(pagesRead).toEqual([2, 3])
    expect(row(use, id)).toMatchObject({ state: 'ready', pagesWithText: 3, pagesByOcr: 0, ocrPages: [] })
    expect(texts(use, row(use, id).textVersionId)).toEqual([TYPED, LAYER, LAYER])
    const { hits } = await use.matter.library.search({ question: 'six months Wexcombe', limit: 1 })
    expect(hits.map(({ text }) => text).join()).not.toContain('Wexcombe')

    await use.reopen()
    use.queue.add(id, await use.write('mixed.pdf', pdf))
    const shown = row(use, id).textVersionId
    use.queue.run()
    await idle(use)
    expect(row(use, id).textVersionId, 'added again after a restart').toBe(shown)
  })

  test('stay read by OCR when the way back is stopped, and it is refused for pages that nobody asked for', async () => {
    await using stack = new AsyncDisposableStack()
    const { use, id } = await reading(stack)
    await recognise(use, id, [2])
    takeOwnText(use.matter, use.queue, id, [2])
    use.queue.cancel(id)
    await idle(use)
    expect(row(use, id)).toMatchObject({ state: 'ready', ocrPages: [2] })
    expect(texts(use, row(use, id).textVersionId)).toEqual([TYPED, NOTICE, LAYER])
    expect(() => takeOwnText(use.matter, use.queue, id, [2, 3])).toThrow(
      'Page 3 of "mixed.pdf" was not read by OCR on demand. There is nothing to undo.',
    )
    expect(row(use, id).ocrPages, 'nothing is half done').toEqual([2])
  })

  test('are named while they are read, not those that the document has already', async () => {
    await using stack = new AsyncDisposableStack()
    const { use, id } = await reading(stack)
    const told: string[] = []
    using _telling = disposable(
      use.queue.events.add(() => {
        const { stage, page, pagesDone, pages } = use.queue.progress()
        told.push(`${stage} page ${page} of ${pages}, ${pagesDone} there`)
      }),
    )
    await recognise(use, id, [2])
    expect(told).toContain('recognising page 2 of 3, 2 there')
    expect(told.filter((words) => words.includes('page 3') || words.includes('page 1'))).toEqual([])
  })

  test('are wanted no longer once their reading was stopped; those that were read before stay', async () => {
    await using stack = new AsyncDisposableStack()
    const { use, id } = await reading(stack)
    await recognise(use, id, [2])
    recognisePages(use.matter, use.queue, id, [3])
    use.queue.cancel(id)
    await idle(use)
    expect(row(use, id)).toMatchObject({ state: 'ready', ocrPages: [2] })
    expect(texts(use, row(use, id).textVersionId)[2]).toBe(LAYER)
  })

  test('are refused where they are not there, and where the document is no PDF or not read yet', async () => {
    await using use = await matterInUse()
    const id = enqueue(use, await use.write('note.txt', 'Typed.'), 'note.txt')
    const refusal = (pages: readonly number[]) => codeOf(async () => recognisePages(use.matter, use.queue, id, pages))
    expect(await refusal([1])).toBe('WRONG_USE')
    use.queue.run()
    await idle(use)
    expect(await refusal([1])).toBe('WRONG_USE')
    use.matter.store.documents.change(id, { mediaType: 'application/pdf' })
    expect(() => recognisePages(use.matter, use.queue, id, [1, 4])).toThrow('has no page 4. Its last page is 1')
  })
})
