import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { BAD_REASONING, BAD_SHAPES } from './bad-reasoning.ts'
import { BAD_CONDITIONS, BAD_UNITS, type BadRule } from './bad-rules.ts'
import { marked, packOf, RULES } from './good-pack.ts'
import { worded } from '../worded-problem.ts'

function expectRefused(_: string, rule: string, code: string, fix: RegExp): void {
  const isAtRule = rule.startsWith('¦')
  const { text, line, column } = marked(`${RULES}  - ${isAtRule ? `¦{${rule.slice(1)}` : `{${rule}`}}\n`)
  const { program, problems } = compilePacks([packOf({ 'rules.yaml': text })])
  const expected = { file: 'good/rules.yaml', line, column, code, fix: expect.stringMatching(fix) }
  expect(problems.map(worded)).toEqual([expect.objectContaining(expected)])
  expect(program).toBeNull()
}

describe('the gate refuses, at its place and with a way out,', () => {
  it.each<BadRule>(BAD_CONDITIONS)('%s', expectRefused)
  it.each<BadRule>(BAD_UNITS)('%s', expectRefused)
  it.each<BadRule>(BAD_REASONING)('%s', expectRefused)
  it.each<BadRule>(BAD_SHAPES)('%s', expectRefused)
})

it('accepts the pack to which the bad rules are added', () => {
  expect(compilePacks([packOf()]).problems).toEqual([])
})
