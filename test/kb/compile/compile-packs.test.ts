import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { dayOf } from '../../../kb/values/plain-date.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { goalStatus } from '../../../kb/infer/evaluate/condition-status.ts'
import { USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { readFactText, readGoalText } from '../../../kb/language/read-fact-text.ts'
import { gateFact, gateGoal } from '../../../kb/compile/gate-fact.ts'
import { convert } from '../../../kb/units/convert.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { packOf, PACK, RULES } from './good-pack.ts'
import { worded } from '../worded-problem.ts'

/** The good pack with a rule more. */
function compiledWith(rule: string) {
  const { program, problems, untested } = compilePacks([packOf({ 'rules.yaml': `${RULES}  - ${rule}\n` })])
  expect(problems).toEqual([])
  if (!program) throw new Error('it did not compile')
  return { program, untested, rule: program.rules.at(-1) }
}

/** Does the goal follow from the facts, by a rule more? */
function asks(rule: string, facts: readonly string[], goal: string): 'yes' | 'no' | 'unknown' {
  const { program } = compiledWith(rule)
  const gated = facts.map((text, index) => {
    const { fact, problem } = gateFact(readFactText(text).statement, program.vocabulary)
    if (!fact) throw new Error(worded(problem).message)
    return { id: String(index), ...fact }
  })
  const { atom, problem } = gateGoal(readGoalText(goal).goal, program.vocabulary)
  if (!atom) throw new Error(worded(problem).message)
  const inference = createInference(program, gated, {
    asOf: dayOf('2026-06-03') ?? 0,
    jurisdiction: null,
    statuses: new Set(['draft']),
    budget: USUAL_BUDGET,
    now: () => performance.now(),
  })
  return goalStatus(inference.ask(atom))
}

describe('a compiled rule', () => {
  it('keeps what its author wrote, with the place', () => {
    const { rule } = compiledWith(
      '{id: x, title: T, status: approved, then: "recommend(?p, oral_anticoagulation)", if: ["has(?p, af)"], unless: ["has(?p, bleeding)"], say: "for {p}", source: S, source_read: yes, valid_from: 2026-01-01, jurisdiction: England}',
    )
    expect(rule).toMatchObject({
      id: 'x',
      title: 'T',
      pack: 'good',
      order: 3,
      status: 'approved',
      conditions: [
        { kind: 'atom', negated: false, relation: 'has', text: 'has(?p, af)', place: { line: 5, column: 91 } },
      ],
      exceptions: [{ relation: 'has', text: 'has(?p, bleeding)' }],
      say: 'for {p}',
      source: 'S',
      sourceRead: true,
      validFrom: dayOf('2026-01-01'),
      validTo: null,
      jurisdiction: 'England',
    })
  })

  it('is a draft until its author says more', () => {
    expect(compiledWith('{id: x, then: "parent(a, b)"}').rule).toMatchObject({
      status: 'draft',
      sourceRead: false,
      source: null,
    })
  })

  it('takes the jurisdiction of its pack, unless it says null', () => {
    const rules = 'rules:\n  - {id: a, then: "parent(a, b)"}\n  - {id: b, then: "parent(a, c)", jurisdiction: null}\n'
    const { program } = compilePacks([packOf({ 'pack.yaml': `${PACK}jurisdiction: Wales\n`, 'rules.yaml': rules })])
    expect(program?.rules.map(({ jurisdiction }) => jurisdiction)).toEqual(['Wales', null])
  })

  it('knows the day of the question without declaring it', () => {
    expect(
      asks('{id: x, then: "due(?p, ?d)", if: ["has(?p, af)", "today(?d)"]}', ['has(p, af)'], 'due(p, 2026-06-03)'),
    ).toBe('yes')
  })

  it.each([
    ['tied by a comparison', '["has(?p, af)", "score(?p, ?s)", "score(chief, ?t)", "?s > ?t"]'],
    ['tied by a calculation', '["score(?p, ?s)", "steps(chief, ?t)", "?u := ?s + ?t", "?u > 3"]'],
    ['tied by an exception', '["has(?p, af)", "has(?q, bleeding)"], unless: ["parent(?q, ?p)"]'],
    ['about nobody', '["has(?p, af)", "has(chief, bleeding)", "parent(?_, chief)"]'],
    ['named in the sentence', '["has(?p, af)", "today(?d)"], say: "{p} on {d}"'],
  ])('may have conditions %s', (_, conditions) => {
    expect(compiledWith(`{id: x, then: "recommend(?p, oral_anticoagulation)", if: ${conditions}}`).rule?.id).toBe('x')
  })

  it('says which relations depend on themselves', () => {
    expect([...compiledWith('{id: x, then: "parent(a, b)"}').program.recursive]).toEqual([
      ['ancestor', new Set(['ancestor'])],
    ])
  })

  it('is untested until it has a positive, a negative and an exception example', () => {
    const example = (more: string) => `{title: t, as_of: 2026-01-01, facts: ["has(p, af)"], ${more}}`
    const rule = (...examples: readonly string[]) =>
      `{id: x, then: "recommend(?p, oral_anticoagulation)", if: ["has(?p, af)"], unless: ["has(?p, bleeding)"]${examples.length > 0 ? `, examples: [${examples.join(', ')}]` : ''}}`
    const goal = '"recommend(p, oral_anticoagulation)"'
    const [holds, not] = [example(`expect: {holds: [${goal}]}`), example(`expect: {not: [${goal}]}`)]
    const exception = example(`expect: {not: [${goal}]}, exception: yes`)
    expect(compiledWith(rule()).untested.get('x')).toEqual(['positive', 'negative', 'exception'])
    expect(compiledWith(rule(holds)).untested.get('x')).toEqual(['negative', 'exception'])
    expect(compiledWith(rule(holds, not)).untested.get('x')).toEqual(['exception'])
    expect(compiledWith(rule(holds, not, exception)).untested.get('x')).toBeUndefined()
  })
})

describe('units in a compiled rule', () => {
  const recommend = (condition: string) =>
    `{id: x, then: "recommend(?p, oral_anticoagulation)", if: ${JSON.stringify(condition.split(' & '))}}`
  const GOAL = 'recommend(p, oral_anticoagulation)'

  it.each([
    ['weight(?p, ?w) & ?w >= 58000 g', 'weight(p, 58 kg)', 'yes'],
    ['weight(?p, ?w) & ?w > 58000 g', 'weight(p, 58 kg)', 'no'],
    ['weight(?p, ?w) & 58000 g <= ?w', 'weight(p, 58 kg)', 'yes'],
    ['creatinine(?p, ?c) & ?c >= 88.4 umol/L', 'creatinine(p, 1 mg/dL)', 'yes'],
    ['creatinine(?p, ?c) & ?c > 88.4 umol/L', 'creatinine(p, 1 mg/dL)', 'no'],
    ['creatinine(?p, ?c) & ?n := ?c in umol/L & ?n = 88.4', 'creatinine(p, 1 mg/dL)', 'yes'],
    ['bilirubin(?p, ?c) & ?n := ?c in umol/L & ?n = 17.1', 'bilirubin(p, 1 mg/dL)', 'yes'],
    ['temperature(?p, ?t) & ?t = 95 °F', 'temperature(p, 35 °C)', 'yes'],
    ['temperature(?p, ?t) & ?n := ?t in °F & ?n = 95', 'temperature(p, 35 °C)', 'yes'],
    ['weight(?p, ?w) & ?d := ?w + 500 g & ?d = 58.5 kg', 'weight(p, 58 kg)', 'yes'],
    ['weight(?p, ?w) & ?d := max(?w, 60000 g) & ?d = 60 kg', 'weight(p, 58 kg)', 'yes'],
    ['weight(?p, ?w) & ?d := 2 * ?w / 4 & ?d = 29 kg', 'weight(p, 58 kg)', 'yes'],
    ['weight(?p, ?w) & ?d := ((?w in g) / 2) as mg & ?d = 29 g', 'weight(p, 58 kg)', 'yes'],
    ['length(?p, ?l) & ?l >= 1.8 m', 'length(p, 180 cm)', 'yes'],
    ['age(?p, ?a) & ?a >= 900 months', 'born(p, 1948-02-11)', 'yes'],
    ['weight(?p, 58000 g)', 'weight(p, 58 kg)', 'yes'],
  ])('%s of %s: %s', (condition, fact, expected) => {
    expect(asks(recommend(condition), [fact], GOAL)).toBe(expected)
  })

  it('converts a variable as convert does, whatever the number', () => {
    const units = fc.constantFrom(
      ['weight', 'kg', 'g'],
      ['weight', 'kg', 'lb'],
      ['creatinine', 'mg/dL', 'µmol/L'],
      ['length', 'cm', 'inch'],
      ['temperature', '°C', '°F'] as const,
    )
    const number = fc.integer({ min: 30, max: 40_000 }).map((one) => new Decimal(one).dividedBy(100))
    fc.assert(
      fc.property(units, number, ([relation, from, to], amount) => {
        const substance = relation === 'creatinine' ? 'creatinine' : null
        const other = convert(amount, from, to, substance)
        const rule = recommend(
          `${relation}(?p, ?v) & ?n := ?v in ${to} & ?n >= ${other.toFixed()} & ?n <= ${other.toFixed()}`,
        )
        expect(asks(rule, [`${relation}(p, ${amount.toFixed()} ${from})`], GOAL)).toBe('yes')
      }),
      { numRuns: 60 },
    )
  })
})

it('stops at five hundred problems, and says so', () => {
  const rule = (index: number) =>
    `  - {id: r${index}, then: "wrong${index}(?p)", if: ["has(?p, af)", "has(?p, bleeding)"]}\n`
  const rules = Array.from({ length: 3000 }, (_, index) => rule(index)).join('')
  const { problems } = compilePacks([packOf({ 'rules.yaml': `rules:\n${rules}` })])
  expect(problems.length).toBe(501)
  expect(problems.map(worded).at(-1)).toMatchObject({
    code: 'TOO_LARGE',
    line: 502,
    fix: 'Correct those that are shown first.',
  })
})
