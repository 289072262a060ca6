import { afterAll, expect, test } from 'vitest'
import { comparedReadings } from '../../../assistant/drafts/compared-readings.ts'
import { redlineDocuments } from '../../../assistant/drafts/redline-documents.ts'
import { removePrevious } from '../../../assistant/documents/replace-document.ts'
import { findDocument } from '../../../assistant/documents/find-document.ts'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import { removeWithInside } from '../../../assistant/reading/take-attachments.ts'
import { startReader } from '../../library/read/start-reader.ts'
import { type MatterInUse, matterInUse } from '../matter-in-use.ts'
import { codeOf } from '../whole-assistant.ts'

const started = startReader()
afterAll(() => started[Symbol.asyncDispose]())

const ASKED = { before: null, after: 'lease.txt' }

async function add(use: MatterInUse, text: string): Promise<void> {
  const path = await use.write('lease.txt', text)
  const options = { matter: use.matter, queue: use.queue, now: () => new Date(), ocr: null }
  for await (const _event of addPaths([path], options, new AbortController().signal));
}

const textsOf = (use: MatterInUse) =>
  comparedReadings(use.matter, ASKED).map(({ pages }) => pages.map(({ text }) => text).join('\f'))

test('a file that is added again in a changed form is compared with what it was, also after a start', async () => {
  await using use = await matterInUse()
  await add(use, 'The rent is 500 pounds.')
  expect(await codeOf(async () => comparedReadings(use.matter, ASKED))).toBe('NOT_FOUND')
  await add(use, 'The rent is 600 pounds.')
  expect(textsOf(use)).toEqual(['The rent is 500 pounds.', 'The rent is 600 pounds.'])
  await use.reopen()
  expect(textsOf(use)).toEqual(['The rent is 500 pounds.', 'The rent is 600 pounds.'])
  await add(use, 'The rent is 600 pounds.')
  expect(textsOf(use)).toEqual(['The rent is 500 pounds.', 'The rent is 600 pounds.'])
  expect(await use.matter.library.search({ question: '500 pounds', limit: 5 })).toMatchObject({
    hits: [{ passage: { text: 'The rent is 600 pounds.' } }],
  })
})

test('the version before is removed alone, recorded, and no byte of it is left', async () => {
  await using use = await matterInUse()
  await add(use, 'The rent is 500 pounds.')
  const { sha256 } = findDocument(use.matter, 'lease.txt')
  await add(use, 'The rent is 600 pounds.')
  expect(await removePrevious(use.matter, 'lease.txt')).toEqual({ document: 'lease.txt', kept: false })
  const { store } = use.matter
  expect(store.originals.find(sha256)).toBeNull()
  expect(store.ledger.list().at(-1)).toMatchObject({
    kind: 'version-removed',
    data: { sha256, bytes: 23, kept: false },
  })
  expect(await codeOf(() => removePrevious(use.matter, 'lease.txt'))).toBe('NOT_FOUND')
  expect(store.pages.wholeText(findDocument(use.matter, 'lease.txt').textVersionId ?? 0)).toContain('600')
})

test('a document that is removed takes its version before along', async () => {
  await using use = await matterInUse()
  await add(use, 'The rent is 500 pounds.')
  const { sha256, documentId } = findDocument(use.matter, 'lease.txt')
  await add(use, 'The rent is 600 pounds.')
  await removeWithInside(documentId, use)
  expect(use.matter.store.originals.find(sha256)).toBeNull()
  expect(use.matter.store.ledger.list().at(-1)).toMatchObject({ kind: 'document-removed', data: { left: 0 } })
})

test('a redline of a version whose file is damaged is refused as such; its text can still be compared', async () => {
  await using use = await matterInUse()
  await add(use, 'The rent is 500 pounds.')
  await add(use, 'The rent is 600 pounds.')
  const { store } = use.matter
  const { previous } = findDocument(use.matter, 'lease.txt')
  store.database
    .prepare('DELETE FROM chunks WHERE content = (SELECT content FROM text_versions WHERE id = ?)')
    .run(previous?.textVersion ?? 0)
  expect(textsOf(use)).toEqual(['The rent is 500 pounds.', 'The rent is 600 pounds.'])
  const author = { name: 'Ann', date: '2026-12-01' }
  const made = { matter: use.matter, writer: started.reader, author, format: 'docx', fontsFolder: '' } as const
  expect(await codeOf(() => redlineDocuments(ASKED, made, new AbortController().signal))).toBe('DAMAGED')
})

test('a version before whose rows are damaged or gone harms no document', async () => {
  await using use = await matterInUse()
  await add(use, 'The rent is 500 pounds.')
  await add(use, 'The rent is 600 pounds.')
  const { store } = use.matter
  const { previous } = findDocument(use.matter, 'lease.txt')
  store.database.prepare("UPDATE pages SET blocks = 'no list' WHERE text_version = ?").run(previous?.textVersion ?? 0)
  expect(textsOf(use)).toEqual(['The rent is 500 pounds.', 'The rent is 600 pounds.'])
  store.database.prepare('DELETE FROM text_versions WHERE id = ?').run(previous?.textVersion ?? 0)
  expect(await codeOf(async () => comparedReadings(use.matter, ASKED))).toBe('NOT_FOUND')
  expect(findDocument(use.matter, 'lease.txt')).toMatchObject({ state: 'ready', previous: null })
})
