import { describe, expect, it, test } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { marked, packOf } from './good-pack.ts'
import { worded } from '../worded-problem.ts'

const HEAD = 'candidates:\n'
const ONE = '  - {id: a, name: A, if: ["has(?p, af)"], source: x, '
const finding = (text: string) => `${HEAD}${ONE}findings: [${text}]}\n`
const GOOD = '{add: 1, say: bleeds, when: ["has(?p, bleeding)"]}'

type Bad = readonly [what: string, text: string, code: string, fix: RegExp]

const BAD: readonly Bad[] = [
  ['a relation that does not exist', finding('{add: 1, say: x, when: ["¦hass(?p, af)"]}'), 'UNKNOWN_RELATION', /"has"/],
  [
    'a name that does not exist',
    finding('{add: 1, say: x, when: ["has(?p, ¦bleedng)"]}'),
    'UNKNOWN_NAME',
    /"bleeding"/,
  ],
  ['too few values', finding('{add: 1, say: x, when: ["¦has(?p)"]}'), 'ARITY', /./],
  ['a number without its unit', finding('{add: 1, say: x, when: ["weight(?p, ¦60)"]}'), 'UNIT', /60 kg/],
  ['a variable of nobody', finding('{add: 1, say: x, when: ["has(¦?q, bleeding)"]}'), 'ONLY_ONCE', /./],
  ['a finding twice', finding(`${GOOD}, ¦${GOOD.replace('bleeds', 'other words')}`), 'DUPLICATE', /Keep one/],
  [
    'a weight without a source',
    `${HEAD}  - {id: a, name: A, if: ["has(?p, af)"], findings: [¦${GOOD}]}\n`,
    'MISSING_KEY',
    /source:/,
  ],
  ['a weight that is no number', finding('{add: ¦much, say: x, when: ["has(?p, bleeding)"]}'), 'TYPE', /digits/],
  ['a weight of nothing', finding('{¦add: 0, say: x, when: ["has(?p, bleeding)"]}'), 'RANGE', /above or below/],
  [
    'a finding that counts the same whether it holds or not',
    finding('{add: 1, ¦absent: 1, say: x, when: ["has(?p, bleeding)"]}'),
    'RANGE',
    /below 0/,
  ],
  ['a finding without a condition', finding('¦{add: 1, say: x}'), 'MISSING_KEY', /when:/],
  ['no findings', `${HEAD}  - ¦{id: a, name: A, if: ["has(?p, af)"], source: x}\n`, 'MISSING_KEY', /findings:/],
  [
    'nothing in which it may be considered',
    `${HEAD}  - ¦{id: a, name: A, source: x, findings: [${GOOD}]}\n`,
    'MISSING_KEY',
    /if:/,
  ],
  ['no id', `${HEAD}  - ¦{name: A, if: ["has(?p, af)"], source: x, findings: [${GOOD}]}\n`, 'MISSING_KEY', /id:/],
  [
    'an id with a space',
    `${HEAD}  - {id: ¦"a b", name: A, if: ["has(?p, af)"], source: x, findings: [${GOOD}]}\n`,
    'WRONG_SHAPE',
    /letters/,
  ],
  ['a misspelt key', `${HEAD}${ONE}¦canot_miss: yes, findings: [${GOOD}]}\n`, 'UNKNOWN_KEY', /"cannot_miss"/],
  [
    'an id twice',
    `${HEAD}${ONE}findings: [${GOOD}]}\n${ONE.replace('id: a', 'id: ¦a')}findings: [${GOOD}]}\n`,
    'DUPLICATE',
    /its own|an id/,
  ],
  ['a list that is none', 'candidates: ¦{a: 1}\n', 'WRONG_SHAPE', /list/],
]

describe('the gate refuses a candidate with', () => {
  it.each(BAD)('%s', (_, text, code, fix) => {
    const { text: plain, line, column } = marked(text)
    const { problems, program, candidates } = compilePacks([packOf({ 'candidates/all.yaml': plain })])
    expect(program).toBe(null)
    expect(candidates).toEqual([])
    const found = problems.find((problem) => problem.code === code)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(found).toMatchObject({ file: 'good/candidates/all.yaml', line, column })
    expect(found && worded(found).fix).toMatch(fix)
  })
})

test('a good candidate passes, and its problems would stand under its id', () => {
  expect(compilePacks([packOf({ 'candidates/all.yaml': finding(GOOD) })])).toMatchObject({
    problems: [],
    candidates: [{ id: 'a', pack: 'good', cannotMiss: false }],
  })
  const bad = compilePacks([packOf({ 'candidates/all.yaml': finding('{add: 1, say: x, when: ["hass(?p, af)"]}') })])
  expect(bad.problems[0]?.rule).toBe('a')
})
