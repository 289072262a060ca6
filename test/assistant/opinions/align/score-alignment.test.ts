import { expect, test } from 'vitest'
import { type ScoredPair, scoreAlignment } from '../../../../bench/score-alignment.ts'

const side = { text: 'It was.', cites: [] }
const pair = (id: number, change: Partial<ScoredPair>): ScoredPair => {
  return { id, a: side, b: side, label: 'agree', state: 'agree', by: 'rule', ...change }
}

test('the half held out is counted apart, what stays unclear is not right, and the model’s pairs are counted by themselves', () => {
  const pairs = [
    pair(1, {}),
    pair(2, { state: 'differ' }),
    pair(3, { by: 'model' }),
    pair(5, { by: 'model', state: 'unclear' }),
  ]
  const lines = [...scoreAlignment('a judge', pairs)]
  expect(lines.map(({ half, right, pairs: of, unclear }) => [half, right, of, unclear])).toEqual([
    ['developed', 0, 1, 0],
    ['held out', 2, 3, 1],
    ['all', 2, 4, 1],
  ])
  expect(lines.at(-1)).toMatchObject({
    accuracy: 0.5,
    judged: { right: 1, of: 2 },
    confused: { 'agree → differ': 1, 'agree → unclear': 1 },
  })
})
