import { verbatim } from '../../wording/message.ts'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { DocumentState } from '../../contract/document.ts'
import {
  coverageSegments,
  coverageWords,
  firstPageOf,
  hasPagesOf,
  pageRuns,
  sumCoverage,
} from '../../renderer/library/page-coverage.tsx'
import {
  acceptablePages,
  canRetry,
  documentNote,
  stateShown,
  passageWords,
  rowAction,
  rowName,
  takesPassword,
} from '../../renderer/library/document-states.ts'
import {
  arrangeDocuments,
  type ArrangedRow,
  FIRST_SORTING,
  type Folder,
  inFolders,
  pressedSorting,
  type SortKey,
  type Sorting,
} from '../../renderer/library/arrange-documents.ts'
import { someDocument } from './samples.ts'

test('the strip’s parts add up to the page count, and none of them is empty', () => {
  const counts = fc.record({
    pagesWithText: fc.nat(50),
    pagesByOcr: fc.nat(50),
    pagesEmpty: fc.nat(5),
    pagesFailed: fc.nat(5),
  })
  fc.assert(
    fc.property(counts, fc.nat(100), (done, waiting) => {
      const counted = Object.values(done).reduce((total, count) => total + count, 0)
      const segments = coverageSegments({ ...done, pages: counted + waiting, pagesDone: counted })
      expect(segments.reduce((total, { pages }) => total + pages, 0)).toBe(counted + waiting)
      expect(segments.every(({ pages }) => pages > 0)).toBe(true)
    }),
  )
})

test('coverage is said in words', () => {
  expect(coverageWords(coverageSegments(someDocument({ pages: 40 })))).toBe('40 pages: 36 text, 2 empty and 2 waiting')
  expect(coverageWords([])).toBe('no pages yet')
  expect(sumCoverage([someDocument(), someDocument()]).pagesWithText).toBe(72)
})

test('pages read alike stand in one row', () => {
  expect(pageRuns([page(1, 'text'), page(2, 'text'), page(3, 'failed'), page(4, 'text')])).toEqual([
    { from: 1, to: 2, state: 'text', reason: null, characters: 20 },
    { from: 3, to: 3, state: 'failed', reason: 'time', characters: 10 },
    { from: 4, to: 4, state: 'text', reason: null, characters: 10 },
  ])
})

test('what needs a person comes first', () => {
  const rows = [
    someDocument({ documentId: '1', document: 'b', state: 'unchanged' }),
    someDocument({ documentId: '2', document: 'a', state: 'ready' }),
    someDocument({ documentId: '3', document: 'c', state: 'reading' }),
    someDocument({ documentId: '4', document: 'd', state: 'failed' }),
  ]
  expect(arrangeDocuments(rows).map(({ row }) => row.document)).toEqual(['d', 'c', 'a', 'b'])
})

test('what the user accepted or stopped asks for nothing any more, and keeps its state', () => {
  const error = { code: 'cancelled', message: verbatim('Reading was stopped.'), retry: true } as const
  const rows = [
    someDocument({ documentId: '1', document: 'z', state: 'partial', accepted: true }),
    someDocument({ documentId: '2', document: 'b', state: 'ready' }),
    someDocument({ documentId: '3', document: 'a', state: 'failed', error }),
    someDocument({ documentId: '4', document: 'c', state: 'partial' }),
  ]
  expect(arrangeDocuments(rows).map(({ row }) => row.document)).toEqual(['c', 'a', 'b', 'z'])
  expect(documentNote(rows[0]!)).toBe('Accepted as it is.')
})

test('a document says how its passages are found, and never of how few by meaning as if that were a fault', () => {
  const words = (passages: number, passagesEmbedded: number) =>
    passageWords(someDocument({ passages, passagesEmbedded }))
  expect([words(0, 0), words(4, 0), words(4, 3), words(4, 4)]).toEqual([
    'none',
    '4, found by words',
    '4, found by words; 3 of them by meaning as well',
    '4, found by words and by meaning',
  ])
})

test('the row of a document offers what is most likely to help', () => {
  const again = { code: 'time', message: verbatim('It took too long.'), retry: true } as const
  const never = { code: 'damaged', message: verbatim('It is damaged.'), retry: false } as const
  const offered = [
    someDocument({ state: 'queued' }),
    someDocument({ state: 'recognising' }),
    someDocument({ state: 'needs-password', error: { ...again, code: 'password' } }),
    someDocument({ state: 'failed', error: again }),
    someDocument({ state: 'failed', error: never }),
    someDocument({ state: 'partial' }),
    someDocument({ state: 'partial', parent: 'm' }),
    someDocument({ state: 'failed', error: never, parent: 'm' }),
    someDocument({ state: 'partial', accepted: true }),
    someDocument({ state: 'unsupported' }),
    someDocument(),
  ].map(rowAction)
  expect(offered).toEqual(['skip', 'skip', 'skip', 'retry', 'replace', 'replace', 'retry', null, null, 'remove', null])
})

test('pages that were read can be accepted, once, where others are missing', () => {
  const counts = { pages: 4, pagesWithText: 2, pagesByOcr: 1, pagesEmpty: 0 }
  const accepted = (change: Parameters<typeof someDocument>[0]) =>
    acceptablePages(someDocument({ ...counts, ...change }))
  expect(accepted({ state: 'failed' })).toBe(3)
  expect(accepted({ state: 'partial' })).toBe(3)
  expect(accepted({ state: 'failed', pagesWithText: 0, pagesByOcr: 0 })).toBeNull()
  expect(accepted({ state: 'partial', accepted: true })).toBeNull()
  expect(accepted({ state: 'ready' })).toBeNull()
})

test('what lies in a document stands below it, and a mail whose attachment failed is among the first', () => {
  const mail = someDocument({ documentId: 'm', document: 'z.eml' })
  const inside = someDocument({ documentId: 'p', document: 'z.eml/plan.pdf', parent: 'm', state: 'failed' })
  const deeper = someDocument({ documentId: 'q', document: 'z.eml/box.zip/note.txt', parent: 'gone' })
  const arranged = arrangeDocuments([someDocument({ documentId: 'a', document: 'a' }), deeper, inside, mail])
  expect(arranged.map(({ row, depth, parent }) => [rowName(row, parent), depth])).toEqual([
    ['z.eml', 0],
    ['plan.pdf', 1],
    ['a', 0],
    ['z.eml/box.zip/note.txt', 0],
  ])
  expect(documentNote({ ...inside, sameAs: 'old.pdf' }, mail)).toBe('In z.eml. Same file as old.pdf.')
})

test('a kind of pages leads to the documents that have it, and to its first page', () => {
  const rows = [page(1, 'text'), page(2, 'failed'), page(3, 'failed')]
  expect(firstPageOf(rows, 'failed')).toBe(2)
  expect(firstPageOf(rows, 'ocr')).toBeNull()
  expect(hasPagesOf(someDocument({ pages: 40 }), 'waiting')).toBe(true)
  expect(hasPagesOf(someDocument({ pages: 40 }), 'failed')).toBe(false)
})

test('a password is asked for only where it would help', () => {
  const error = { code: 'password', message: verbatim('It is locked.'), retry: true } as const
  expect(takesPassword(someDocument({ state: 'needs-password', error }))).toBe(true)
  expect(takesPassword(someDocument({ state: 'needs-password', error: { ...error, retry: false } }))).toBe(false)
})

test('a document says why it failed, and offers another try only where one makes sense', () => {
  const error = { code: 'damaged', message: verbatim('The file is damaged.'), retry: false } as const
  const failed = someDocument({ state: 'failed', error })
  expect(
    documentNote(someDocument({ notices: ['A sheet is hidden; it was read too.', 'One more.'].map(noticed) })),
  ).toBe('A sheet is hidden; it was read too. One more.')
  expect(documentNote(failed)).toBe('The file is damaged.')
  expect(canRetry(failed)).toBe(false)
  expect(canRetry(someDocument({ state: 'partial' }))).toBe(true)
  expect(documentNote(someDocument({ passagesEmbedded: 10 }))).toBe(
    'Found by words; 10 of 40 passages by meaning as well.',
  )
  expect(documentNote(someDocument({ passagesEmbedded: 0 }))).toBe('')
})

const noticed = (text: string) => ({ kind: 'other' as const, text: verbatim(text) })

function page(number: number, state: 'text' | 'failed') {
  return {
    page: number,
    label: null,
    state,
    reason: state === 'failed' ? verbatim('time') : null,
    characters: 10,
  }
}

const inFolder = (document: string, change: Parameters<typeof someDocument>[0] = {}) =>
  someDocument({ documentId: document, document, ...change })
const named = (folders: readonly Folder[]) =>
  folders.map(({ path, rows }) => [path, rows.map(({ row }) => row.document)] as const)

test('documents are sorted by name, pages or day, and the other way round when the head is pressed again', () => {
  const rows = [
    inFolder('Lease 10.pdf', { pages: 3, addedAt: '2026-06-01T08:00:00Z' }),
    inFolder('Lease 9.pdf', { pages: 40, addedAt: '2026-06-03T08:00:00Z' }),
    inFolder('box.zip', { pages: 0, addedAt: '2026-06-02T08:00:00Z' }),
    inFolder('box.zip/big.pdf', { parent: 'box.zip', pages: 900, addedAt: '2026-06-09T08:00:00Z' }),
  ]
  const by = (sorting: Sorting) => arrangeDocuments(rows, sorting).map(({ row }) => row.document)
  const sorting = (key: SortKey) => pressedSorting(FIRST_SORTING, key)
  const box = ['box.zip', 'box.zip/big.pdf']
  expect(by(sorting('name'))).toEqual([...box, 'Lease 9.pdf', 'Lease 10.pdf'])
  expect(by(sorting('pages'))).toEqual(['Lease 9.pdf', 'Lease 10.pdf', ...box])
  expect(by(sorting('added'))).toEqual(['Lease 9.pdf', ...box, 'Lease 10.pdf'])
  expect(by(pressedSorting(sorting('added'), 'added'))).toEqual(['Lease 10.pdf', ...box, 'Lease 9.pdf'])
  expect(by(pressedSorting(sorting('added'), 'name'))).toEqual(by(sorting('name')))
})

test('documents stand by the folders that they came from, those that came alone first', () => {
  const rows = [
    inFolder('Letters/b.pdf'),
    inFolder('note.txt'),
    inFolder('Bank/2024/q3.pdf', { state: 'failed' }),
    inFolder('Letters/mail.eml'),
    inFolder('Letters/mail.eml/a.pdf', { parent: 'Letters/mail.eml' }),
  ]
  const letters = ['Letters', ['Letters/b.pdf', 'Letters/mail.eml', 'Letters/mail.eml/a.pdf']]
  expect(named(inFolders(rows, { by: 'name', isReversed: false }))).toEqual([
    ['', ['note.txt']],
    ['Bank/2024', ['Bank/2024/q3.pdf']],
    letters,
  ])
  expect(named(inFolders(rows.slice(0, 4), { by: 'name', isReversed: true })).map(([path]) => path)).toEqual([
    '',
    'Letters',
    'Bank/2024',
  ])
  expect(named(inFolders(rows, FIRST_SORTING)).map(([path]) => path)).toEqual(['', 'Bank/2024', 'Letters'])
})

test('the work of sorting grows with the documents: each state is ranked once, and no name makes rules of its own', () => {
  const count = 500
  let looks = 0
  const rows = Array.from({ length: count }, (_, at) => {
    const row = inFolder(`${at % 7}/${(at * 37) % count}.pdf`, { parent: at % 5 === 4 ? `${at - 1}` : null })
    const counted = { ...row, documentId: String(at) }
    return Object.defineProperty(counted, 'state', { get: () => ((looks += 1), 'ready') })
  })
  const ofEachName = vi.spyOn(String.prototype, 'localeCompare')
  inFolders(rows, FIRST_SORTING)
  const ranked = looks
  const compared = ofEachName.mock.calls.length
  ofEachName.mockRestore()
  inFolders(rows.slice(0, count / 2), FIRST_SORTING)
  expect(compared).toBe(0)
  expect(ranked).toBe(2 * (looks - ranked))
})

test('however documents are sorted, each stands once and what lies in one stands below it', () => {
  const state = fc.constantFrom(...DocumentState.options)
  const rows = fc
    .array(fc.record({ folder: fc.constantFrom('', 'a/', 'b/c/'), state, pages: fc.nat(9), under: fc.nat(5) }))
    .map((all) =>
      all.map(({ folder, under, ...rest }, at) => {
        const parent = under < at && under > 2 ? String(under) : null
        return someDocument({ documentId: String(at), document: `${folder}${at}`, parent, ...rest })
      }),
    )
  const sorting = fc.record({
    by: fc.constantFrom<SortKey>('attention', 'name', 'pages', 'added'),
    isReversed: fc.boolean(),
  })
  fc.assert(
    fc.property(rows, sorting, (all, how) => {
      const arranged = inFolders(all, how).flatMap((folder) => folder.rows)
      expect(arranged.map(({ row }) => row.documentId).toSorted()).toEqual(
        all.map(({ documentId }) => documentId).toSorted(),
      )
      const above = ({ depth }: ArrangedRow, at: number) =>
        arranged.slice(0, at).findLast((one) => one.depth === depth - 1)?.row ?? null
      expect(arranged.map(above)).toEqual(arranged.map(({ parent }) => parent))
    }),
  )
})

test('a document without a word is not shown as ready, and says that it holds no text', () => {
  const empty = someDocument({
    state: 'ready',
    pages: 1,
    pagesWithText: 0,
    pagesByOcr: 0,
    pagesEmpty: 1,
    pagesFailed: 0,
  })
  expect(stateShown(empty)).toMatchObject({ words: 'no text', tone: 'warn' })
  expect(documentNote(empty)).toBe('It holds no text, so no answer can come from it.')
  expect(stateShown(someDocument({ state: 'ready' }))).toMatchObject({ words: 'ready', tone: 'ok' })
})
