import { verbatim } from '../../../wording/message.ts'
import { expect, test } from 'vitest'
import { codeOfFailure, once } from '../temporary-home.ts'
import { addDocument, newMatter, rowCounts } from './new-matter.ts'
import { timesAsLong } from '../../times-as-long.ts'

const ADDED = { state: 'queued', mediaType: 'text/plain', bytes: 3, addedAt: '2026-01-01' } as const
const COUNTS = { pages: 0, pagesDone: 0, pagesWithText: 0, pagesByOcr: 0, pagesEmpty: 0, pagesFailed: 0 }

test('a document is its root and path; adding it again gives the same one', async () => {
  await using setting = await newMatter()
  const { documents } = setting.matter
  const documentId = documents.add({ root: 'docs', path: 'a/b.txt', ...ADDED })
  expect(documents.add({ root: 'docs', path: 'a/b.txt', ...ADDED, state: 'ready', bytes: 9 })).toBe(documentId)
  expect(documents.list(null)).toEqual([
    {
      documentId,
      document: 'a/b.txt',
      root: 'docs',
      path: 'a/b.txt',
      ...ADDED,
      ...COUNTS,
      sha256: '',
      characters: 0,
      passages: 0,
      passagesEmbedded: 0,
      error: null,
      notices: [],
      textVersionId: null,
      parent: null,
      sameAs: null,
      ocr: null,
      ocrPages: [],
      password: null,
      modifiedMs: null,
      accepted: false,
      previous: null,
    },
  ])
  expect(documents.at('docs', 'a/b.txt')?.documentId).toBe(documentId)
  expect(documents.at('docs', 'b.txt')).toBeNull()
})

test('two documents of the same path are told apart by their roots', async () => {
  await using setting = await newMatter()
  const { documents } = setting.matter
  const first = documents.add({ root: 'A', path: 'x.txt', ...ADDED })
  const second = documents.add({ root: 'B', path: 'x.txt', ...ADDED })
  const other = documents.add({ root: 'B', path: 'y.txt', ...ADDED })
  expect(documents.list(null).map(({ document }) => document)).toEqual(['A/x.txt', 'B/x.txt', 'y.txt'])
  const found = ['A/x.txt', 'B/x.txt', 'y.txt', 'B/y.txt', 'x.txt', first].map(
    (name) => documents.find(name, null)?.documentId,
  )
  expect(found).toEqual([first, second, other, other, undefined, first])
})

const HIDDEN = { kind: 'hidden-text', text: verbatim('a "warning"') } as const

test('what an earlier version noticed without saying what it is about is still told', async () => {
  await using setting = await newMatter()
  const { documents, database } = setting.matter
  const id = documents.add({ root: 'A', path: 'x.txt', ...ADDED })
  database.prepare('UPDATE documents SET warnings = ?').run('["3 comments"]')
  expect(documents.get(id, null)).toMatchObject({
    notices: [{ kind: 'other', text: verbatim('3 comments') }],
  })
})

test('sentences that an older version kept are said as they are', async () => {
  await using setting = await newMatter()
  const { documents, database } = setting.matter
  const id = documents.add({ root: 'A', path: 'x.txt', ...ADDED })
  const notices = '[{"kind":"damaged","text":"A part is missing."}]'
  const error = '{"code":"time","message":"It took too long.","retry":true}'
  database.prepare('UPDATE documents SET warnings = ?, error = ?').run(notices, error)
  expect(documents.get(id, null)).toMatchObject({
    notices: [{ kind: 'damaged', text: verbatim('A part is missing.') }],
    error: { code: 'time', message: verbatim('It took too long.'), retry: true },
  })
})

test('changes keep what they do not name', async () => {
  await using setting = await newMatter()
  const { documents } = setting.matter
  const id = documents.add({ root: 'A', path: 'x.txt', ...ADDED })
  const error = { code: 'time', message: verbatim('took longer than 60 s and was stopped'), retry: true } as const
  documents.change(id, { state: 'partial', error, notices: [HIDDEN], pages: 4, pagesDone: 2, pagesFailed: 1 })
  documents.change(id, { pagesDone: 4 })
  expect(documents.get(id, null)).toMatchObject({
    state: 'partial',
    error,
    notices: [HIDDEN],
    ...COUNTS,
    pages: 4,
    pagesDone: 4,
    pagesFailed: 1,
    bytes: 3,
  })
  documents.change(id, { error: null })
  expect(documents.get(id, null).error).toBeNull()
  const unknown = [
    () => documents.change('nobody', {}),
    () => documents.get('nobody', null),
    () => documents.setContent(id, 'no hash'),
    () => documents.publish(id, 1),
  ]
  expect(await Promise.all(unknown.map(codeOfFailure))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'RangeError'])
})

test('ten thousand documents are listed in a time in proportion to their number', async () => {
  const holding = async (count: number) => {
    const setting = await newMatter()
    const { documents, database } = setting.matter
    database.transaction(() => {
      for (let index = 0; index < count; index += 1)
        documents.add({ root: 'docs', path: `folder/${index}.txt`, ...ADDED })
    })
    return setting
  }
  await using few = await holding(1000)
  await using many = await holding(10_000)
  expect(many.matter.documents.list('revision').length).toBe(10_000)
  const listing =
    ({ matter }: typeof few) =>
    () =>
      matter.documents.list('revision')
  expect(await timesAsLong(listing(many), listing(few), 30)).toBeLessThan(30)
})

test('removing a document leaves no row of it in any table', async () => {
  await using setting = await newMatter()
  let { matter } = setting
  const empty = rowCounts(matter)
  const { documentId, textVersionId, sha256, passageIds } = await addDocument(matter, 'a.txt', 'some words')
  matter.jobs.add({ documentId, path: 'a.txt', kind: 'read', queuedAt: '2026-01-01' })
  const answer = { answerId: 'a', question: 'q', askedAt: '2026-01-01', follows: null, model: null }
  matter.answers.save(answer, [textVersionId])
  // An earlier and a later content of the same document go with it.
  const later = await matter.originals.write(once(Buffer.from('later')), 'text/plain')
  matter.documents.setContent(documentId, later.sha256)
  matter = await setting.reopen()
  const removed = await matter.removal.remove(documentId)
  expect(removed).toEqual({ documentId, contentIds: expect.any(Array), textVersionIds: [textVersionId], passageIds })
  expect(removed.contentIds.length).toBe(2)
  expect(matter.removal.countLeft(removed)).toBe(0)
  expect(rowCounts(matter)).toEqual({ ...empty, answers: 1, embedders: 1 })
  expect(matter.originals.find(sha256)).toBeNull()
  expect(await codeOfFailure(() => matter.removal.remove(documentId))).toBe('NOT_FOUND')
})

test('leftovers in any table are counted', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { documentId } = await addDocument(matter, 'a.txt', 'some words')
  const { database } = matter
  const removed = await matter.removal.remove(documentId)
  database.pragma('foreign_keys = OFF')
  const [content, version, passage] = [removed.contentIds[0], removed.textVersionIds[0], removed.passageIds[0]]
  database.execute(`
    INSERT INTO chunks VALUES (${content}, 0, x'00');
    INSERT INTO pages VALUES (${version}, 1, 1, NULL, 'text', NULL, 0, NULL, NULL, '', NULL, '[]', NULL, NULL);
    INSERT INTO attachments VALUES (${version}, 'a', ${content});
    INSERT INTO cross_references VALUES (${version}, 0, 1, 2, 3);
    INSERT INTO vectors VALUES (1, ${passage}, x'00');
    INSERT INTO embedded VALUES (${version}, 1, 1);
    INSERT INTO answer_text_versions VALUES ('a', ${version});
    INSERT INTO earlier_content VALUES ('other', ${content});`)
  expect(matter.removal.countLeft(removed)).toBe(9)
})

test('a document that shares its bytes leaves them to the other', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const first = await addDocument(matter, 'a.txt', 'same words')
  const second = await addDocument(matter, 'b.txt', 'same words')
  const removed = await matter.removal.remove(first.documentId)
  expect(removed).toEqual({ documentId: first.documentId, contentIds: [], textVersionIds: [], passageIds: [] })
  expect(matter.removal.countLeft(removed)).toBe(0)
  expect(Buffer.from(matter.originals.read(second.sha256, 0, 99)).toString()).toBe('same words')
  expect(matter.documents.list('revision')).toMatchObject([{ document: 'b.txt', passages: 2, passagesEmbedded: 2 }])
  await matter.removal.remove(second.documentId)
  expect(matter.documents.totals()).toEqual({ documents: 0, bytes: 0 })
  expect(matter.originals.find(second.sha256)).toBeNull()
})

test('a name with a line break is one line, and the document is found by it', async () => {
  await using made = await newMatter()
  const { documents } = made.matter
  const given = { root: 'r', state: 'queued' as const, mediaType: 'text/plain', bytes: 1, addedAt: '' }
  const id = documents.add({ ...given, path: 'lease.pdf\nready  forged.pdf' })
  const [row] = documents.list(null)
  expect(row?.document).toBe('lease.pdf␊ready  forged.pdf')
  expect(documents.find(row?.document ?? '', null)?.documentId).toBe(id)
  expect(documents.find('lease.pdf', null)).toBeNull()
})
