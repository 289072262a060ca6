import { expect, test } from 'vitest'
import { createIndexEntries } from '../../../library/index/index-entries.ts'

test('the entries of an index never use a number twice, so that a late hit of a removed document finds nothing', () => {
  const entries = createIndexEntries()
  const first = entries.add('a', new Set(['alpha']), [10, 11])
  const row = first.rows.get(10) as number
  expect(entries.row(row)).toEqual({ passageId: 10, documentId: 'a', document: first.number })
  expect(entries.remove('a')).toBe(first)
  const second = entries.add('a', new Set(), [10])
  expect([entries.row(row), entries.numbered(first.number)]).toEqual([undefined, undefined])
  expect(second.number).not.toBe(first.number)
  expect([entries.count, entries.remove('b')]).toEqual([1, undefined])
})
