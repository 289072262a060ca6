import { expect, test } from 'vitest'
import { usableEntailment } from '../../../assistant/answers/judge-entailment.ts'
import { readCatalogue } from '../../../models/catalogue.ts'
import { type JudgedPair, scoreEntailment } from '../../../bench/score-entailment.ts'

const pairs = (follows: boolean, odds: readonly number[]): readonly JudgedPair[] =>
  odds.map((one) => ({ follows, odds: one, why: 'swapped' }))

test('the limit is chosen on one half and what a yes is worth is counted on the other', () => {
  const chosen = [...pairs(true, [3, 3, 2, 2, 2, 1]), ...pairs(false, [1, 0, 0, -1])]
  const measured = [...pairs(true, [4, 3, 2, 0]), ...pairs(false, [2, 1, -3])]
  expect(scoreEntailment(chosen, measured)).toMatchObject({
    atLeast: 2,
    chosenOn: { pairs: 10, right: 5, of: 5 },
    measuredOn: { pairs: 7, right: 3, of: 4 },
    precision: 0.75,
    recall: 0.75,
    wrongYes: { swapped: 1 },
    isGoodEnough: false,
  })
})

test('one lucky yes does not choose the limit', () => {
  const chosen = [...pairs(true, [9, 2, 2, 2, 2, 2, 2, 2]), ...pairs(false, [3, 0, 0])]
  expect(scoreEntailment(chosen, chosen).atLeast).toBe(2)
})

test('no model of the catalogue is asked whose figures are short of that', () => {
  const measured = readCatalogue().flatMap((model) =>
    model.kind === 'language' && model.language.entailment ? [[model.id, usableEntailment(model.language)]] : [],
  )
  expect(measured).toEqual([['qwen2.5-coder-1.5b-instruct-q4_k_m', null]])
})

test('a model is asked only where its yes was measured to be right often enough, on enough pairs', () => {
  const worth = (right: number, of: number) => usableEntailment({ entailment: { atLeast: 1, right, of } })
  expect(worth(29, 31)).toEqual({ atLeast: 1, right: 29, of: 31 })
  expect(worth(24, 31)).toBeNull()
  expect(worth(5, 5)).toBeNull()
  expect(worth(0, 0)).toBeNull()
  expect(usableEntailment({})).toBeNull()
})
