import { expect, test } from 'vitest'
import { differingWords } from '../../renderer/ask/answer/claim-list.tsx'

test('a sentence with another value than a rule computes is not to be relied on, unless it is the words of a document', () => {
  expect(differingWords('close', ['R1'])).toBe('R1 computes another value. Do not rely on this sentence.')
  expect(differingWords('unsupported', ['R1', 'R2'])).toBe(
    'R1 and R2 compute another value. No passage says this. Do not rely on this sentence.',
  )
  expect(differingWords('verbatim', ['R1'])).toBe('R1 computes another value. The document says this in these words.')
})
