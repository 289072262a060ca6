import { expect, test } from 'vitest'
import { effectWords } from '../../renderer/ask/evidence/card-column.tsx'

test('what a card did is said with how it stands after it, and not that it went where it did not go', () => {
  const words = (['draft', 'approved', 'retired', null] as const).map((status) => effectWords('hurt', status))
  expect(words).toEqual([
    'Counted: it hurt. The card is a draft and not used.',
    'Counted: it hurt. The card was written anew since and stays as it is.',
    'Counted: it hurt. The card was retired before.',
    'Counted: it hurt.',
  ])
  expect(effectWords('helped', 'approved')).toBe('Counted: it helped.')
})
