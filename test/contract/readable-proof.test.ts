import { describe, expect, test } from 'vitest'
import type { Ground, Proof, ProofStep } from '../../contract/proof.ts'
import { readableProof } from '../../contract/readable-proof.ts'

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
      if (step.kind === 'sum') return `${step.result.low} to ${step.result.high}`
      return step.kind === 'left-out' ? step.text : step.kind
    }),
  )
}

describe('of several rules that might conclude something', () => {
  test('one that rests on more than the rules above names what is new, and says that there is more above', () => {
    expect(read(byRule('a', ask('Was it sent?')), byRule('b', ask('Was it sent?'), ask('When?')))).toEqual([
      ['Was it sent?'],
      ['When?', 'Also depends on facts and questions above.'],
    ])
  })

  test('one that rests on nothing new says so', () => {
    expect(read(byRule('a', ask('When?')), byRule('b', ask('When?')))).toEqual([
      ['When?'],
      ['Depends on the same facts and questions as the rules above.'],
    ])
  })

  test('one that holds in two ways shows the points of each, and those that are alike once', () => {
    const scored = (low: string) => byRule('a', points(low, '9'), ask('When?'))
    expect(read(scored('1'), scored('7'), scored('7'))).toEqual([['1 to 9', '7 to 9', 'When?']])
  })
})
