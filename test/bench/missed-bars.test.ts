import { expect, test } from 'vitest'
import { type Bar, readBars } from '../../bench/bars.ts'
import type { Measurement } from '../../bench/measurement.ts'
import { missedBars } from '../../bench/missed-bars.ts'
import { runMeasures } from '../../bench/run-measures.ts'

const BARS: readonly Bar[] = [
  { bench: 'rules', of: { engine: 'own', facts: 100 }, figure: 'medianMs', atMost: 1 },
  { bench: 'answers', of: {}, figure: 'recall', atLeast: 0.9 },
]
const rules = (change: object = {}): Measurement => ({
  bench: 'rules',
  engine: 'own',
  facts: 100,
  question: 'dose',
  medianMs: 1,
  ...change,
})

test('a figure at its bar reaches it, and one beyond is named with its question, figure and bar', () => {
  expect(missedBars('rules', [rules()], BARS)).toEqual([])
  expect(missedBars('rules', [rules(), rules({ question: 'age', medianMs: 1.2 })], BARS)).toEqual([
    'rules, engine own, facts 100, age: medianMs 1.2; the bar is at most 1',
  ])
  expect(missedBars('answers', [{ bench: 'answers', recall: 0.89 }], BARS)).toEqual([
    'answers: recall 0.89; the bar is at least 0.9',
  ])
})

test('what is compared with, and other sizes, have no bar', () => {
  const others = [rules({ engine: 'prolog', medianMs: 9 }), rules({ facts: 1000, medianMs: 9 })]
  expect(missedBars('rules', [rules(), ...others], BARS)).toEqual([])
})

test('what was not measured, or is no number, is missed', () => {
  expect(missedBars('rules', [], BARS)).toEqual([
    'rules, engine own, facts 100: medianMs was not measured; the bar is at most 1',
  ])
  for (const medianMs of [null, undefined, Number.NaN, '0.5'])
    expect(missedBars('rules', [rules({ medianMs })], BARS)).toHaveLength(1)
})

test('every measurement is told as it comes, and what is missed after its bench', async () => {
  const lines: string[] = []
  const measures = {
    async *rules() {
      yield rules({ medianMs: 2 })
    },
    async *answers() {
      yield { bench: 'answers', recall: 1 }
    },
  }
  const missed = await runMeasures(['rules', 'answers'], measures, BARS, {
    measurement: ({ bench }) => lines.push(bench),
    missed: (line) => lines.push(line),
  })
  expect(lines).toEqual(['rules', missed[0], 'answers'])
  expect(missed).toHaveLength(1)
})

test('each bar that is kept beside the benches has a limit', () => {
  for (const { bench, atMost, atLeast } of readBars()) expect([bench, atMost ?? atLeast]).not.toContain(undefined)
})
