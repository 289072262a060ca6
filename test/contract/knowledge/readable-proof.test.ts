import { describe, expect, test } from 'vitest'
import type { Ground, Proof, ProofStep } from '../../../contract/knowledge/proof.ts'
import { stepsBelow } from '../../../contract/knowledge/proof-steps.ts'
import { readableProof } from '../../../contract/knowledge/readable-proof.ts'

function byRule(rule: string, ...steps: ProofStep[]): Ground {
  return {
    rule,
    title: rule,
    pack: 'p',
    source: null,
    sourceRead: false,
    reviewed: true,
    validFrom: null,
    validTo: null,
    steps,
  }
}

function ask(question: string): ProofStep {
  return {
    kind: 'missing',
    sentence: question,
    input: { relation: 'r', args: [], question, choices: [], decides: false },
  }
}

function points(low: string, high: string): ProofStep {
  return { kind: 'sum', result: { low, high }, parts: [] }
}

/** Of each rule, what stands below it, in short. */
function read(...grounds: Ground[]): readonly (readonly string[])[] {
  const proof: Proof = { sentence: 'It is due.', holds: 'unknown', grounds }
  return readableProof(proof).grounds.map(({ steps }) =>
    steps.map((step) => {
      if (step.kind === 'missing') return step.input.question
      if (step.kind === 'conclusion') return step.proof.sentence
      if (step.kind === 'see-above') return `See above: ${step.sentence}`
      if (step.kind === 'sum') return `${step.result.low} to ${step.result.high}`
      return step.kind === 'left-out' ? step.text : step.kind
    }),
  )
}

describe('of several rules that might conclude something', () => {
  test('one that rests on more than the rules above names what is new, and says that there is more above', () => {
    expect(read(byRule('a', ask('Was it sent?')), byRule('b', ask('Was it sent?'), ask('When?')))).toEqual([
      ['Was it sent?'],
      ['When?', 'The questions listed under the rules above matter for this rule too.'],
    ])
  })

  test('one that rests on nothing new says so', () => {
    expect(read(byRule('a', ask('When?')), byRule('b', ask('When?')))).toEqual([
      ['When?'],
      ['This rule depends on the same facts and questions as the rules above.'],
    ])
  })

  test('one that waits for what another waits for as well refers to it, with its questions below it', () => {
    const ends: Proof = {
      sentence: 'The period ends on 1 May.',
      holds: 'unknown',
      grounds: [byRule('x', ask('When?'))],
    }
    const grounds = [
      byRule('a', { kind: 'conclusion', proof: ends }),
      byRule('b', { kind: 'see-above', sentence: ends.sentence }),
    ]
    expect(read(...grounds)).toEqual([['The period ends on 1 May.'], ['See above: The period ends on 1 May.']])
    const { grounds: shown } = readableProof({ sentence: 'It is due.', holds: 'unknown', grounds })
    expect(shown[0]?.steps.flatMap(stepsBelow)).toEqual([ask('When?')])
  })

  test('one that holds in two ways shows the points of each, those that are alike once, below what has to be so first', () => {
    const scored = (low: string) => byRule('a', points(low, '9'), ask('When?'))
    expect(read(scored('1'), scored('7'), scored('7'))).toEqual([['When?', '1 to 9', '7 to 9']])
  })
})

test('of an open score, each item is one line, in the order of its author, with what it rests on below', () => {
  const part = (item: number, say: string, low: string, high: string, ...steps: ProofStep[]) => ({
    say,
    item,
    points: { low, high },
    holds: 'unknown' as const,
    steps,
  })
  const fact: ProofStep = { kind: 'fact', sentence: 'The pulse is 80.', facts: ['f'] }
  const parts = [
    part(0, 'pulse ≤ 40', '0', '0', fact),
    part(0, 'pulse ≥ 131', '0', '0', fact),
    part(1, 'oxygen', '0', '2', ask('Is oxygen given?')),
  ]
  const proof: Proof = {
    sentence: 'The score is 0 to 2.',
    holds: 'unknown',
    grounds: [byRule('a', { kind: 'sum', result: { low: '0', high: '2' }, parts })],
  }
  const [sum] = readableProof(proof).grounds[0]?.steps ?? []
  expect(
    sum?.kind === 'sum' ? sum.parts.map(({ say, steps }) => [say, ...steps.map(({ kind }) => kind)]) : null,
  ).toEqual([
    ['pulse, none of these: ≤ 40; ≥ 131', 'fact'],
    ['oxygen', 'missing'],
  ])
})

test('what is not met since it is recorded as no is that record', () => {
  const no: ProofStep = { kind: 'recorded-absent', sentence: 'The patient has no diabetes.', facts: ['f'] }
  const denied = { ...byRule('', no), title: 'Recorded as no' }
  const fails = (...grounds: Ground[]): ProofStep => ({
    kind: 'fails',
    text: 'The patient has diabetes.',
    proofs: [{ sentence: 'The patient has diabetes.', holds: 'no', grounds }],
  })
  const shown = (...steps: ProofStep[]) =>
    readableProof({ sentence: 'It is due.', holds: 'no', grounds: [byRule('a', ...steps)] }).grounds[0]?.steps
  expect(shown(fails(denied))).toEqual([no])
  // By the definition of a word as well.
  expect(shown(fails({ ...byRule('d', fails(denied)), isDefinition: true }))).toEqual([no])
  expect(shown(fails(byRule('b', fails(denied))))?.map(({ kind }) => kind)).toEqual(['fails'])
})
