import { describe, expect, test } from 'vitest'
import {
  findFinding,
  nameCandidates,
  withoutCommon,
} from '../../../../assistant/opinions/differential/local-differential.ts'
import { judgeCandidate, sampleFirst } from '../../../../assistant/opinions/differential/judge-candidate.ts'
import type { Claim } from '../../../../contract/answers/answer.ts'
import type { Support } from '../../../../contract/opinions/differential.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'

const NEVER = new AbortController().signal
const SENTENCES = ['The left leg is swollen.', 'There is no fever.', 'She may have one swollen leg.'].map((text) => ({
  source: 'S1',
  text,
}))

describe('a recorded finding is cited', () => {
  test('by a sentence that has its words and turns nothing round', () => {
    expect(findFinding('swollen leg', 'yes', SENTENCES)?.text).toBe('The left leg is swollen.')
    expect(findFinding('one swollen leg', 'yes', SENTENCES)).toBe(null)
    expect(findFinding('fever', 'yes', SENTENCES)).toBe(null)
    expect(findFinding('the', 'yes', SENTENCES)).toBe(null)
  })

  test('where it is not so, by a denial and by nothing else', () => {
    expect(findFinding('fever', 'no', SENTENCES)?.text).toBe('There is no fever.')
    expect(findFinding('swollen leg', 'no', SENTENCES)).toBe(null)
  })
})

const judged = (says: string) =>
  judgeCandidate(
    {
      question: 'Why?',
      name: 'a clot',
      sentences: '1. …',
      count: 3,
      asksMore: true,
      model: createScriptedModel({ says: [says] }),
    },
    NEVER,
  )

test('what a model says of a candidate counts as far as its numbers are of sentences, on one side only', async () => {
  expect(await judged('For: 1, 3, 3, 9\nAgainst: 3, 2\nMissing: an ECG\nWould decide it: a scan\n')).toEqual({
    for: [0],
    against: [1],
    missing: ['an ECG'],
    decides: ['a scan'],
  })
  expect(await judged('For: none\nAgainst: none\nMissing: 2, 9, 1\nWould decide it: Nothing.\n')).toEqual({
    for: [],
    against: [],
    missing: [],
    decides: [],
  })
  expect(await judged('I cannot say.')).toEqual({ for: [], against: [], missing: [], decides: [] })
})

test('of a line that was cut off only whole sentences stay', async () => {
  const cut = 'A CT scan of the chest. The explanation for her breathlessness is that she has been lying for'
  expect((await judged(`For: 1\nAgainst: none\nMissing: an ECG\nWould decide it: ${cut}\n`)).decides).toEqual([
    'A CT scan of the chest.',
  ])
  expect((await judged('For: 1\nAgainst: none\nMissing: an ECG\nWould decide it: a scan of the')).decides).toEqual([])
})

test('a name that only repeats a sentence is no candidate', async () => {
  const model = createScriptedModel({ says: ['- Left leg swollen\n- a clot in the lung\n- Clot in the lung\n'] })
  expect(await nameCandidates('Why?', SENTENCES, model, NEVER)).toEqual(['Clot in the lung'])
})

test('each sample has another order, and the same seed the same', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const firstIn = async (seed: number) => {
    const says = (turns: readonly { readonly text: string }[]) =>
      /Candidates:\n- (.*)/.exec(turns.at(-1)?.text ?? '')?.[1] ?? ''
    return sampleFirst({ question: 'Why?', names, sentences: '', seed, model: createScriptedModel({ says }) }, NEVER)
  }
  const firsts = await Promise.all([1, 2, 3, 4, 5].map(firstIn))
  expect(new Set(firsts).size).toBeGreaterThan(1)
  expect(await firstIn(1)).toBe(firsts[0])
  const stray = createScriptedModel({ says: ['something else'] })
  expect(await sampleFirst({ question: 'Why?', names, sentences: '', seed: 1, model: stray }, NEVER)).toBe(null)
})

test('a sentence on the same side of every candidate tells nothing, and a recorded fact stays', () => {
  const said = (text: string): Support => ({ text, claim: { text } as Claim })
  const fact: Support = { text: 'the patient shows fever', claim: { text: 'She has fever.' } as Claim }
  const item = (name: string, ...reasons: readonly Support[]) => ({
    name,
    for: [...reasons],
    against: [said('y')],
    missing: [],
    decides: [],
    cannotMiss: false,
  })
  const items = [item('a', said('x'), said('z'), fact), item('b', said('x'), fact), item('c', said('x'), fact)]
  expect(withoutCommon(items).map((one) => [one.for.map(({ text }) => text), one.against])).toEqual([
    [['z', fact.text], []],
    [[fact.text], []],
    [[fact.text], []],
  ])
  expect(withoutCommon(items.slice(0, 2))).toEqual(items.slice(0, 2))
})
