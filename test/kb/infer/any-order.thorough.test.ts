import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createInference } from '../../../kb/infer/inference.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import { sayProof } from '../../../kb/prove/say-proof.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal, buildProgram } from '../build-program.ts'
import { createRandom } from '../random.ts'
import { randomIncomplete, DERIVED_NAMES } from './random-incomplete.ts'
import { randomProgram } from './random-program.ts'
import type { ProgramText } from '../build-program.ts'
import { USUAL_OPTIONS } from './usual-options.ts'

const SEEDS = fc.integer({ min: 1, max: 1_000_000 })

function proofs(text: ProgramText, facts: readonly string[], goals: readonly string[]): readonly string[] {
  const program = buildProgram(text)
  const stated = facts.map((fact) => buildFact(fact))
  return goals.flatMap((goal) => {
    const inference = createInference(program, stated, USUAL_OPTIONS)
    return proofsOf(inference, buildGoal(goal, program)).flatMap((proof) => [...sayProof(proof), JSON.stringify(proof)])
  })
}

test('facts in any order give the same conclusions and the same proofs', () => {
  fc.assert(
    fc.property(SEEDS, fc.integer(), (seed, order) => {
      const { text, facts, goals } = randomProgram(seed)
      const shuffled = createRandom(order).shuffled(facts)
      expect(proofs(text, shuffled, goals)).toEqual(proofs(text, facts, goals))
    }),
    { numRuns: 150 },
  )
})

test('facts in any order give the same of what is not known', () => {
  const goals = DERIVED_NAMES.map((name) =>
    ['link', 'score', 'n', 'limit'].includes(name) ? `${name}(?x, ?y)` : `${name}(p)`,
  )
  fc.assert(
    fc.property(SEEDS, fc.integer(), (seed, order) => {
      const { text, facts } = randomIncomplete(seed)
      const shuffled = createRandom(order).shuffled(facts)
      expect(proofs(text, shuffled, goals)).toEqual(proofs(text, facts, goals))
    }),
    { numRuns: 150 },
  )
})
