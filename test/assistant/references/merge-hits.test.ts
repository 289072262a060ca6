import { expect, test } from 'vitest'
import { mergeHits } from '../../../assistant/references/merge-hits.ts'

const QUESTION = 'When may a guardian be appointed?'
const NEAR = 'A guardian may be appointed by the court.'
const FAR = 'The weather was fine.'

const hit = (name: string, text: string, similarity: number | null) => ({ name, text, context: '', similarity })
const list = (letter: string, text: string, similarity: number | null, count = 5) =>
  Array.from({ length: count }, (_, at) => hit(`${letter}${at + 1}`, text, similarity))
const names = (hits: readonly { name: string }[]) => hits.map(({ name }) => name).join(' ')

test('an unrelated reference library pushes nothing of the matter out', () => {
  expect(names(mergeHits(QUESTION, list('m', NEAR, 0.6), [list('r', FAR, 0.2)], 5))).toBe('m1 m2 m3 m4 m5')
  expect(names(mergeHits(QUESTION, list('m', NEAR, 0.6), [list('r', NEAR, 0.65)], 5))).toBe('m1 m2 m3 m4 m5')
})

test('a reference library that is closer gives two of five', () => {
  expect(names(mergeHits(QUESTION, list('m', NEAR, 0.4), [list('r', NEAR, 0.6)], 5))).toBe('r1 r2 m1 m2 m3')
})

test('and all of them where the matter has nothing on the question', () => {
  expect(names(mergeHits(QUESTION, list('m', FAR, 0.1), [list('r', NEAR, 0.6)], 5))).toBe('r1 r2 r3 r4 r5')
  expect(names(mergeHits(QUESTION, [], [list('r', FAR, 0.1)], 3))).toBe('r1 r2 r3')
})

test('each library keeps its own order, whatever single passages score', () => {
  const own = [hit('m1', FAR, 0.1), hit('m2', NEAR, 0.7)]
  expect(names(mergeHits(QUESTION, own, [[hit('r1', NEAR, 0.5)]], 3))).toBe('m1 m2 r1')
  const lists = [[hit('r1', NEAR, 0.9)], [hit('q1', NEAR, 0.95)]]
  expect(names(mergeHits(QUESTION, list('m', NEAR, 0.5, 1), lists, 5))).toBe('q1 r1 m1')
})

test('what was found by words alone is compared by words alone', () => {
  expect(names(mergeHits(QUESTION, list('m', FAR, 0.9, 2), [list('r', NEAR, null, 2)], 4))).toBe('r1 r2 m1 m2')
  expect(names(mergeHits(QUESTION, list('m', NEAR, 0.1, 2), [list('r', NEAR, null, 2)], 4))).toBe('m1 m2 r1 r2')
})

test('few hits fill up from what there is', () => {
  expect(names(mergeHits(QUESTION, list('m', NEAR, 0.6, 1), [list('r', FAR, 0.1, 2)], 5))).toBe('m1 r1 r2')
  expect(mergeHits(QUESTION, [], [], 5)).toEqual([])
})
