import { expect, test } from 'vitest'
import { type ScoredPair, scoreAlignment } from '../../../../bench/score-alignment.ts'

const side = { text: 'It was.', cites: [] }
const pair = (id: number, change: Partial<ScoredPair>): ScoredPair => {
  return { id, a: side, b: side, label: 'agree', state: 'agree', by: 'rule', ...change }
}

test('what stays unclear is not right, the model’s pairs are counted by themselves, and so is what rules wrongly call the same', () => {
  const pairs = [
    pair(1, {}),
    pair(2, { state: 'differ' }),
    pair(3, { by: 'model' }),
    pair(4, { by: 'model', state: 'unclear' }),
    pair(5, { label: 'other' }),
    pair(6, { label: 'other', by: 'model' }),
  ]
  expect(scoreAlignment('a judge', 'a set', pairs)).toMatchObject({
    set: 'a set',
    pairs: 6,
    right: 2,
    accuracy: 1 / 3,
    unclear: 1,
    wrongAgree: 1,
    judged: { right: 1, of: 3 },
    confused: { 'agree → differ': 1, 'agree → unclear': 1, 'other → agree': 2 },
  })
})
