import { describe, expect, it } from 'vitest'
import { BudgetError, USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import type { Budget } from '../../../kb/infer/budget.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal, buildProgram } from '../build-program.ts'
import type { ProgramText } from '../build-program.ts'
import { USUAL_OPTIONS } from './usual-options.ts'

function limitMet(text: ProgramText, facts: readonly string[], goal: string, budget: Partial<Budget> = {}): string {
  const program = buildProgram(text)
  const inference = createInference(
    program,
    facts.map((fact) => buildFact(fact)),
    { ...USUAL_OPTIONS, budget: { ...USUAL_BUDGET, ...budget }, now: () => performance.now() },
  )
  try {
    proofsOf(inference, buildGoal(goal, program))
    return 'answered'
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error
    return error.limit
  }
}

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

describe('a hostile program is stopped within its budget, and says so', () => {
  const cross: ProgramText = {
    relations: { n: { places: ['k'] }, all: { places: ['k', 'k', 'k', 'k'] } },
    rules: [{ concludes: 'all(?a, ?b, ?c, ?d)', if: ['n(?a)', 'n(?b)', 'n(?c)', 'n(?d)'] }],
  }
  const names = numbered(3000).map((index) => `n(a${index})`)

  it('when it crosses thousands of facts', () => {
    expect(limitMet(cross, names, 'all(?a, ?b, ?c, ?d)')).toBe('answers')
    expect(limitMet(cross, names, 'all(?a, ?b, ?c, ?d)', { answers: 1e9, steps: 10_000 })).toBe('steps')
    expect(limitMet(cross, names, 'all(?a, ?b, ?c, ?d)', { answers: 1e9, steps: 1e12, timeMs: 200 })).toBe('time')
  })

  it('when it looks through as much for nothing', () => {
    const rules = [{ concludes: 'all(?a, ?b, ?c, ?c)', if: ['n(?a)', 'n(?b)', 'n(?c)', '?a != ?a'] }]
    const counting = [{ concludes: 'all(?a, ?a, ?a, ?a)', if: ['n(?a)', 'n(?b)', 'n(?c)', '?b != ?b'] }]
    expect(limitMet({ ...cross, rules }, names, 'all(?a, ?b, ?c, ?d)', { answers: 1e9 })).toMatch(/answered|steps|time/)
    expect(limitMet({ ...cross, rules: counting }, names, 'all(?a, ?b, ?c, ?d)')).toMatch(/steps|time/)
  })

  it('when inputs that nobody recorded cross', () => {
    const text: ProgramText = {
      relations: { n: { places: ['k'] }, rel: { places: ['k', 'k', 'k'], absent: 'ask' }, some: { places: ['k'] } },
      rules: [{ concludes: 'some(?a)', if: ['rel(?a, ?b, ?c)'] }],
    }
    expect(limitMet(text, names.slice(0, 100), 'some(?a)')).toBe('answers')
  })

  it('when rules rest on rules a thousand deep', () => {
    const relations = Object.fromEntries(numbered(1001).map((index) => [`r${index}`, { places: ['k'] }]))
    const rules = numbered(1000).map((index) => ({ concludes: `r${index}(?x)`, if: [`r${index + 1}(?x)`] }))
    expect(limitMet({ relations, rules }, ['r1000(a)'], 'r0(a)')).toBe('depth')
    expect(limitMet({ relations, rules }, ['r1000(a)'], 'r900(a)')).toBe('answered')
  })

  it('when rules of many conditions rest on one another', () => {
    const relations = Object.fromEntries(numbered(200).map((index) => [`r${index}`, { places: ['k'] }]))
    const rules = numbered(199).map((index) => ({
      concludes: `r${index}(?x)`,
      if: [...numbered(40).map((other) => `r199(?y${other})`), `r${index + 1}(?x)`],
    }))
    expect(limitMet({ relations, rules }, ['r199(a)'], 'r0(a)')).toBe('depth')
  })

  it('when a relation of a million pairs follows from a chain', () => {
    const text: ProgramText = {
      relations: { e: { places: ['k', 'k'] }, p: { places: ['k', 'k'] } },
      rules: [
        { concludes: 'p(?x, ?y)', if: ['e(?x, ?y)'] },
        { concludes: 'p(?x, ?z)', if: ['p(?x, ?y)', 'p(?y, ?z)'] },
      ],
    }
    const chain = numbered(2000).map((index) => `e(a${index}, a${index + 1})`)
    expect(limitMet(text, chain, 'p(a0, a2000)')).toMatch(/answers|steps|time/)
  })

  it('when numbers are huge', () => {
    const text: ProgramText = {
      relations: { v: { places: ['k', 'number'] }, w: { places: ['k', 'number'] } },
      rules: [{ concludes: 'w(?x, ?z)', if: ['v(?x, ?y)', '?z := pow(pow(?y, ?y), pow(?y, ?y))'] }],
    }
    expect(limitMet(text, ['v(a, 99999999999)'], 'w(a, ?z)')).toBe('answered')
  })
})

it('answers recursion thousands of rounds deep', () => {
  const text: ProgramText = {
    relations: { e: { places: ['k', 'k'] }, p: { places: ['k'] } },
    rules: [{ concludes: 'p(?y)', if: ['p(?x)', 'e(?x, ?y)'] }],
  }
  const chain = ['p(a0)', ...numbered(5000).map((index) => `e(a${index}, a${index + 1})`)]
  expect(limitMet(text, chain, 'p(a5000)', { timeMs: 60_000 })).toBe('answered')
})

it('says that it was stopped, and after how much', () => {
  expect(new BudgetError('steps', { steps: 12, timeMs: 3.4, answers: 0 }).message).toBe(
    'Stopped: too many steps after 12 steps and 3 ms',
  )
})

it('answers after it was stopped, as if nothing had been', () => {
  const program = buildProgram({
    relations: { n: { places: ['k'] }, pair: { places: ['k', 'k'] } },
    rules: [{ concludes: 'pair(?a, ?b)', if: ['n(?a)', 'n(?b)'] }],
  })
  const facts = numbered(50).map((index) => buildFact(`n(a${index})`))
  const inference = createInference(program, facts, { ...USUAL_OPTIONS, budget: { ...USUAL_BUDGET, answers: 100 } })
  expect(() => inference.ask(buildGoal('pair(?a, ?b)', program))).toThrow(BudgetError)
  expect(inference.ask(buildGoal('pair(a1, ?b)', program))).toHaveLength(50)
})
