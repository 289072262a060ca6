import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { gateFact, gateGoal } from '../../../kb/compile/gate-fact.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { exampleStatus } from '../../../kb/infer/example-status.ts'
import { readFactText, readGoalText } from '../../../kb/language/read-fact-text.ts'
import { USUAL_OPTIONS } from './usual-options.ts'
import { worded } from '../worded-problem.ts'

const PACK = `
pack: roots
title: Roots
version: "0.1"
language: en
licence: Apache-2.0
names: { thing: open }
vocabulary:
  size: { args: [thing, number], unique: [0], absent: ask, say: "{0} has {1}", ask: "How large is {0}?" }
  root: { args: [thing, { number: , decimals: 2 }], unique: [0], say: "the root of {0} is {1}" }
  exact: { args: [thing, number], unique: [0], say: "the exact root of {0} is {1}" }
  perhaps: { args: [thing, { number: , decimals: 2 }], unique: [0], say: "the root of {0} may be {1}" }
  red: { args: [thing], absent: ask, say: "{0} is red", ask: "Is {0} red?" }
rules:
  - { id: root, status: approved, then: "root(?t, ?r)", if: ["size(?t, ?s)", "?r := sqrt(?s)"], source: definition }
  - { id: exact, status: approved, then: "exact(?t, ?r)", if: ["size(?t, ?s)", "?r := sqrt(?s)"], source: definition }
  - id: perhaps
    status: approved
    then: perhaps(?t, ?r)
    if: ["red(?t)", "size(?t, ?s)", "?r := sqrt(?s)"]
    source: definition
`

function statusOf(facts: readonly string[], goal: string): string {
  const { program, problems } = compilePacks([{ name: 'roots', files: [{ path: 'pack.yaml', text: PACK }] }])
  if (!program) throw new Error(JSON.stringify(problems))
  const stated = facts.map((text, index) => {
    const { fact, problem } = gateFact(readFactText(text).statement, program.vocabulary)
    if (!fact) throw new Error(worded(problem).message)
    return { ...fact, id: String(index) }
  })
  const { atom, problem } = gateGoal(readGoalText(goal).goal, program.vocabulary)
  if (!atom) throw new Error(worded(problem).message)
  return exampleStatus(createInference(program, stated, USUAL_OPTIONS), atom)
}

it.each([
  ['root(t, 1.41)', 'yes', 'reads the same'],
  ['root(t, 1.42)', 'no', 'reads otherwise'],
  ['root(t, 1.4)', 'no', 'fewer digits are another number'],
  ['root(t, 1.414)', 'no', 'with more digits than are declared it must be exact'],
  ['exact(t, 1.41)', 'no', 'a place without declared digits is exact'],
])('an example that expects %s of the root of 2 is met: %s, since %s', (goal, expected) => {
  expect(statusOf(['size(t, 2)'], goal)).toBe(expected)
})

it('stays open while the input is not known', () => {
  expect(statusOf(['unknown size(t, 2)'], 'root(t, 1.41)')).toBe('unknown')
  expect(statusOf(['size(t, 2)'], 'perhaps(t, 1.41)')).toBe('unknown')
  expect(statusOf(['size(t, 2)'], 'perhaps(t, 1.42)')).toBe('no')
})

it('is met by the rounded root of any number and by no other of two digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(-0.01, 0.01, 0.5), (size, apart) => {
      const root = Math.round(Math.sqrt(size) * 100) / 100
      expect(statusOf([`size(t, ${size})`], `root(t, ${root})`)).toBe('yes')
      expect(statusOf([`size(t, ${size})`], `root(t, ${(root + apart).toFixed(2)})`)).toBe('no')
    }),
    { numRuns: 60 },
  )
})
