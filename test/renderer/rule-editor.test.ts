import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RuleCheck, RuleRow } from '../../contract/knowledge/rule.ts'
import { readAtom, variablesIn, writeAtom } from '../../renderer/knowledge/condition-field.tsx'
import { nameFrom } from '../../renderer/knowledge/new-rule.tsx'
import { findRules } from '../../renderer/knowledge/rule-list.tsx'
import { offsetOf } from '../../renderer/knowledge/rule-editor.tsx'
import { nextStepProblem } from '../../renderer/knowledge/use-shown-rule.ts'
import { verbatim } from '../../wording/message.ts'

describe('a condition as a form shows it', () => {
  test('what the form reads it writes back as it was', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/)
    const argument = fc.oneof(
      name,
      name.map((one) => `?${one}`),
      fc.constantFrom('?_', '75 years', '1.5 mg/dL', '2026-06-01', 'min(?a, ?b)'),
    )
    fc.assert(
      fc.property(name, fc.array(argument, { maxLength: 5 }), fc.boolean(), (relation, args, negated) => {
        // "not" before a parenthesis would be another thing.
        fc.pre(relation !== 'not')
        expect(readAtom(writeAtom({ negated, relation, args }))).toEqual({ negated, relation, args })
      }),
    )
  })

  test('comparisons, computed values and what cannot be read stay text', () => {
    for (const text of ['?s >= ?t', '?a := years_between(?b, ?c)', 'has(?p', 'has(?p, af) and x(?p)', '', 'Has(?p)'])
      expect([text, readAtom(text)]).toEqual([text, null])
  })

  test('it offers the variables of the rule in their order, each once', () => {
    expect(variablesIn(['has(?p, af)', '?s >= ?t', 'score(?p, ?s)', '?_'])).toEqual(['?p', '?s', '?t'])
  })
})

describe('the next step of a rule', () => {
  const check = (change: Partial<RuleCheck>): RuleCheck => ({
    problems: [],
    examples: [],
    examplesMissing: [],
    sentence: 'If …',
    yaml: '',
    diff: { cases: 0, same: 0, newGrounds: 0, changed: [] },
    ...change,
  })
  const row = (status: RuleRow['status']) => ({ status }) as RuleRow
  const problem = { file: '', line: 1, column: 1, rule: null, code: '', message: verbatim(''), fix: verbatim('') }
  const failed = { rule: '', title: '', kind: 'ask' as const, expected: 'ask', got: 'holds', passed: false }

  test('waits while it is checked, and names what stands against it', () => {
    const of = (change: Partial<Parameters<typeof nextStepProblem>[0]>) =>
      nextStepProblem({ row: row('draft'), check: check({}), isChecking: false, isChanged: false, ...change })
    expect(of({})).toBeNull()
    expect(of({ isChecking: true })).toBe('Checking …')
    expect(of({ check: check({ problems: [problem] }) })).toBe('1 problem to solve first.')
    expect(of({ check: check({ examples: [failed] }) })).toBe('1 test fails.')
    expect(of({ check: check({ examplesMissing: ['exception'] }) })).toBe(
      'One test is missing: a case with the exception.',
    )
  })

  test('a draft may be saved before all its tests are written', () => {
    const missing = check({ examplesMissing: ['exception'] })
    expect(nextStepProblem({ row: row('draft'), check: missing, isChecking: false, isChanged: true })).toBeNull()
    expect(nextStepProblem({ row: row('tested'), check: missing, isChecking: false, isChanged: false })).not.toBeNull()
  })
})

test('a problem leads to its line and column in the text', () => {
  const text = 'a: 1\nif: ["x"]\nend'
  expect(text.slice(offsetOf(text, 2, 5))).toBe('["x"]\nend')
  expect(offsetOf(text, 1, 1)).toBe(0)
  expect(offsetOf(text, 2, 99)).toBe('a: 1\nif: ["x"]'.length)
  expect(offsetOf(text, 9, 1)).toBe(text.length)
})

test('a rule gets its name from its title', () => {
  expect(nameFrom('Receipt by an agent')).toBe('receipt-by-an-agent')
  expect(nameFrom('12.4 Zustellung, förmlich!')).toBe('zustellung-formlich')
})

test('rules are found by any words of title, name and pack', () => {
  const packs = new Map([['af-demo', 'Atrial fibrillation']])
  const rules = [
    { title: 'Break notice is late', rule: 'late', pack: 'lease-notices' },
    { title: 'Offer anticoagulation', rule: 'af-oac', pack: 'af-demo' },
  ] as RuleRow[]
  expect(findRules(rules, packs, 'LATE lease')).toEqual([rules[0]])
  expect(findRules(rules, packs, 'late demo')).toEqual([])
  expect(findRules(rules, packs, 'fibrillation offer')).toEqual([rules[1]])
  expect(findRules(rules, packs, ' ')).toEqual(rules)
})
