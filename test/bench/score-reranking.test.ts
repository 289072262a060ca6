import { expect, test } from 'vitest'
import { type RankedPassage, type RerankingRow, scoreReranking } from '../../bench/score-reranking.ts'

const passage = (isHit: boolean, yes: number, likelihood: number): RankedPassage => ({ isHit, yes, likelihood })
const row = (id: string, passages: readonly RankedPassage[]): RerankingRow => ({
  set: 'one',
  id,
  model: 'scripted',
  passages,
  searchMs: 40,
  yesSeconds: 30,
  likelihoodSeconds: 5,
  wallSeconds: 70,
})

const ROWS = [
  // Moved up by its yes, left where it is by the question.
  row('better', [passage(false, -1, -3), passage(true, 2, -9)]),
  row('worse', [passage(true, -1, -3), passage(false, 2, -9)]),
  row('equal odds', [passage(true, 0, -3), passage(false, 0, -9)]),
  row('nowhere', [passage(false, -1, -3), passage(false, 2, -9)]),
]

test('what a model moves up or down counts against the order of search, and equal odds change nothing', () => {
  const [search, yes, , likelihood] = scoreReranking(ROWS)
  expect(search).toMatchObject({
    way: 'search',
    hit1: 2,
    of: 4,
    anyOfThem: 3,
    medianSeconds: { search: 0.04, yes: 30 },
  })
  expect(yes).toMatchObject({ way: 'odds of yes', hit1: 2, gain: 0, better: 1, worse: 1, byChance: 1 })
  expect(likelihood).toMatchObject({ way: 'probability of the question', hit1: 2, better: 0, worse: 0 })
})

test('without a question there is nothing to tell', () => expect(scoreReranking([])).toEqual([]))

test('fused with search, a passage both put high wins over one that only the model does', () => {
  const [, yes, fused] = scoreReranking([row('one', [passage(true, 4, 0), passage(false, 0, 0), passage(false, 5, 0)])])
  expect(yes).toMatchObject({ way: 'odds of yes', hit1: 0 })
  expect(fused).toMatchObject({ way: 'odds of yes, fused with search', hit1: 1 })
})
