import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageSegments, coverageWords, pageRuns, sumCoverage } from '../../renderer/library/coverage.ts'
import { canRetry, documentNote, sortDocuments } from '../../renderer/library/document-states.ts'
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
  expect(coverageWords(coverageSegments(someDocument({ pages: 40 })))).toBe('36 pages text, 2 empty, 2 waiting')
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
    someDocument({ document: 'b', state: 'unchanged' }),
    someDocument({ document: 'a', state: 'ready' }),
    someDocument({ document: 'c', state: 'reading' }),
    someDocument({ document: 'd', state: 'failed' }),
  ]
  expect(sortDocuments(rows).map(({ document }) => document)).toEqual(['d', 'c', 'a', 'b'])
})

test('a document says why it failed, and offers another try only where one makes sense', () => {
  const error = { code: 'damaged', message: 'The file is damaged.', retry: false } as const
  const failed = someDocument({ state: 'failed', error })
  expect(documentNote(failed)).toBe('The file is damaged.')
  expect(canRetry(failed)).toBe(false)
  expect(canRetry(someDocument({ state: 'partial' }))).toBe(true)
  expect(documentNote(someDocument({ passagesEmbedded: 10 }))).toBe(
    'found by words; 10 of 40 passages by meaning as well',
  )
  expect(documentNote(someDocument({ passagesEmbedded: 0 }))).toBe('')
})

function page(number: number, state: 'text' | 'failed') {
  return {
    page: number,
    label: null,
    state,
    reason: state === 'failed' ? 'time' : null,
    characters: 10,
  }
}
