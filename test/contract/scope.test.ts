import { expect, test } from 'vitest'
import { scopeOf, scopeWords } from '../../contract/scope.ts'
import { someSource } from '../renderer/samples.ts'

const sources = [someSource(), someSource({ source: 'S2' }), someSource({ source: 'S3', documentId: 'd2' })]
const beside = someSource({ source: 'S4', documentId: 'hash', reference: 'Statutes' })

test('the scope counts passages and their documents, of those that were searched', () => {
  const scope = scopeOf(sources, { documents: 30 })
  expect(scope).toEqual({ passages: 3, documents: 2, of: 30 })
  expect(scopeWords(scope, sources)).toBe('3 passages of 2 of 30 documents')
})

test('passages of a reference library are said apart, as its documents were not counted', () => {
  const scope = scopeOf([...sources, beside], { documents: 2 })
  expect(scope).toEqual({ passages: 3, documents: 2, of: 2 })
  expect(scopeWords(scope, [...sources, beside])).toBe(
    '3 passages of 2 of 2 documents, 1 passage of reference libraries',
  )
})

test('one document is said once, nothing found is said, and without documents nothing is', () => {
  expect(scopeWords({ passages: 1, documents: 1, of: 1 }, sources)).toBe('1 passage of 1 document')
  expect(scopeWords(scopeOf([], { documents: 9 }), [])).toBe('No passage of 9 documents')
  expect(scopeWords(scopeOf([], { documents: 0 }), [])).toBe('')
  expect(scopeWords(null, sources)).toBe('')
})
