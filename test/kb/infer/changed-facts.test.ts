import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createInference, type Inference } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal, buildProgram } from '../build-program.ts'
import { createRandom } from '../random.ts'
import { DERIVED_NAMES, randomIncomplete } from './random-incomplete.ts'
import { randomProgram } from './random-program.ts'
import { USUAL_OPTIONS } from './usual-options.ts'

const SEEDS = fc.integer({ min: 1, max: 1_000_000 })

function answers(inference: Inference, goals: readonly string[]): readonly unknown[] {
  return goals.map((goal) => proofsOf(inference, buildGoal(goal, inference.program)))
}

/** Some facts away, some that were kept back added: `before` and `after` hold the same otherwise. */
function changed(stated: readonly string[], seed: number) {
  const facts = createRandom(seed)
    .shuffled(stated)
    .map((text, at): Fact => ({ ...buildFact(text), id: String(at) }))
  const [added, removed, others] = [facts.slice(0, 2), facts.slice(2, 3), facts.slice(3)]
  return { added, removed, before: [...removed, ...others], after: [...others, ...added] }
}

test('after a change of the facts everything follows as from the changed facts alone', () => {
  fc.assert(
    fc.property(SEEDS, fc.integer(), (seed, order) => {
      const { text, facts, goals } = randomProgram(seed)
      const program = buildProgram(text)
      const { added, removed, before, after } = changed(facts, order)
      const inference = createInference(program, before, USUAL_OPTIONS)
      answers(inference, goals)
      const next = inference.with({ add: added, remove: new Set(removed.map(({ id }) => id)) })
      expect(answers(next, goals)).toEqual(answers(createInference(program, after, USUAL_OPTIONS), goals))
    }),
    { numRuns: 100 },
  )
})

test('the same of what is not known, change after change', () => {
  const goals = DERIVED_NAMES.map((name) =>
    ['link', 'score', 'n', 'limit'].includes(name) ? `${name}(?x, ?y)` : `${name}(p)`,
  )
  fc.assert(
    fc.property(SEEDS, fc.integer(), (seed, order) => {
      const { text, facts } = randomIncomplete(seed)
      const program = buildProgram(text)
      const { added, removed, before, after } = changed(facts, order)
      const inference = createInference(program, before, USUAL_OPTIONS)
      answers(inference, goals)
      const without = inference.with({ add: [], remove: new Set(removed.map(({ id }) => id)) })
      answers(without, goals)
      const next = without.with({ add: added, remove: new Set() })
      expect(answers(next, goals)).toEqual(answers(createInference(program, after, USUAL_OPTIONS), goals))
      expect(next.conflicts()).toEqual(createWithConflicts(program, after, goals))
    }),
    { numRuns: 100 },
  )
})

function createWithConflicts(program: Inference['program'], facts: readonly Fact[], goals: readonly string[]) {
  const inference = createInference(program, facts, USUAL_OPTIONS)
  answers(inference, goals)
  return inference.conflicts()
}
