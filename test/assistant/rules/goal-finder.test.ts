import { expect, test } from 'vitest'
import { createGoalFinder } from '../../../assistant/rules/goal-finder.ts'
import type { GoalView } from '../../../assistant/rules/kernel/kernel-methods.ts'
import type { Embedder } from '../../../models/embedder.ts'

const GOALS = [
  { relation: 'bmi', pack: 'p', asks: ['What is the body mass index?', 'Is she overweight?'] },
  { relation: 'due', pack: 'p', asks: ['When is the defence due?'] },
].map((goal): GoalView => ({ phrases: [], fillers: [], isCalculator: true, ...goal }))

/** Counts the texts that it is given; those with "due" lie one way, all others another. */
function countingEmbedder() {
  const read: string[] = []
  const sizes: number[] = []
  const embed = async (texts: readonly string[]) => {
    read.push(...texts)
    sizes.push(texts.length)
    return texts.map((text) => Float32Array.from(text.includes('due') ? [0, 1] : [1, 0]))
  }
  return { read, sizes, embedder: { info: { revision: '1' }, embed } as unknown as Embedder }
}

test('the phrases of goals that were read before are not read again when somebody asks', async () => {
  const { read, embedder } = countingEmbedder()
  const finder = createGoalFinder()
  await finder.prepare(GOALS, embedder, new AbortController().signal)
  expect(read).toEqual(GOALS.flatMap(({ asks }) => asks))
  read.length = 0
  const found = await finder.find('When is it due?', GOALS, embedder)
  expect(found.map(({ relation }) => relation)).toEqual(['due'])
  for (const phrase of GOALS.flatMap(({ asks }) => asks)) expect(read).not.toContain(phrase)
})

test('many phrases are read a few at a time, so that a question may come between', async () => {
  const { sizes, embedder } = countingEmbedder()
  const asks = Array.from({ length: 40 }, (_, at) => `phrase ${at}`)
  await createGoalFinder().prepare([{ ...(GOALS[0] as GoalView), asks }], embedder, new AbortController().signal)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(8)
})
