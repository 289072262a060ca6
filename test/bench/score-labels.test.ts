import { expect, test } from 'vitest'
import { type Compared, scoreLabels } from '../../bench/score-labels.ts'

const one = (label: Compared['label'], outcome: Compared['outcome'], half: Compared['half'] = 'first'): Compared => ({
  label,
  outcome,
  half,
})
const of = (lines: ReturnType<typeof scoreLabels>, half: string, what: string) =>
  lines.find((line) => line.half === half && line.of === what)

test('agreement is counted by half, and with and without the questions that nothing answers', () => {
  const lines = scoreLabels([
    one('right', 'right'),
    one('wrong', 'wrong'),
    one('half', 'right', 'second'),
    one('refused', 'wrong-refusal', 'second'),
    one('should-refuse', 'should-refuse'),
    one('right-refusal', 'should-refuse', 'second'),
  ])
  expect(of(lines, 'first', 'answerable')).toMatchObject({ n: 2, agreed: 2, agreement: 1, kappa: 1 })
  expect(of(lines, 'second', 'answerable')).toMatchObject({ n: 2, agreed: 1, agreement: 0.5 })
  expect(of(lines, 'both', 'all')).toMatchObject({ n: 6, agreed: 4, agreement: 0.667 })
})

test('the table has a row for each label and a column for what the scorer said', () => {
  const lines = scoreLabels([one('half', 'right'), one('half', 'right'), one('wrong', 'half')])
  expect(of(lines, 'both', 'answerable')).toMatchObject({
    labels: ['right', 'half', 'wrong', 'refused'],
    table: [
      [0, 0, 0, 0],
      [2, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
    ],
  })
})

test('where nothing was found, nothing is claimed', () => {
  expect(of(scoreLabels([]), 'both', 'all')).toMatchObject({ n: 0, agreement: null, kappa: null })
})
