import { expect, test } from 'vitest'
import { insteadWords } from '../../contract/quoted-words.ts'

test('a row of a table is given cell by cell, a sentence as it is written', () => {
  const row = { of: 'The table says', words: 'Furosemide, 40 mg twice daily, Increased' }
  expect(insteadWords({ instead: 'Furosemide\t40 mg twice daily\tIncreased' })).toEqual(row)
  expect(insteadWords({ instead: '| Furosemide | 40 mg\ntwice daily |  | Increased |' })).toEqual(row)
  expect(insteadWords({ instead: 'Furosemide was\n  increased.' })).toEqual({
    of: 'The document says',
    words: 'Furosemide was increased.',
  })
  expect(insteadWords({ instead: null })).toBeNull()
})
