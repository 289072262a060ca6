import { expect, test } from 'vitest'
import { effectWords } from '../../renderer/ask/evidence/card-column.tsx'

test('what a lesson did is said with how it stands after it, and not that it went where it did not go', () => {
  const words = (['draft', 'approved', 'retired', null] as const).map((status) => effectWords('hurt', status))
  expect(words).toEqual([
    'Marked harmful. Returned to draft.',
    'Marked harmful. The lesson was rewritten since and stays as it is.',
    'Marked harmful. The lesson was already retired.',
    'Marked harmful.',
  ])
  expect(effectWords('helped', 'approved')).toBe('Marked helpful.')
})
