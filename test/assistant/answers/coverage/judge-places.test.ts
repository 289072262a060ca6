import { describe, expect, test } from 'vitest'
import type { Reranker } from '../../../../models/reranker.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asked, kindsOf, matterWith } from '../strategies/asking.ts'

const LEASE = `# Lease

The Tenant may moor one boat at the pontoon from April to October.

The pontoon was built of oak in the year 1988.

Either side may bring the arrangement to a close with 30 days’ warning.
`
const ODDS = { rerankerWeight: 0.125, denied: -0.5, likely: 0, sure: 0.25 }
const QUESTION = 'How long is the warning that ends the contract between them?'
const RIGHT = 'Either side may bring the arrangement to a close with 30 days’ warning.'

/** All places alike, and none of them likely enough to answer by itself. */
const scoring = (odds: number): Reranker => ({
  info: { id: 'scripted', sha256: 's' },
  score: async (_, texts) => texts.map(() => odds),
})
const reranker = scoring(-2)

/** A model that says with these odds that a text states the answer, and that writes `says`. */
const model = (odds: (text: string) => number, says = '') =>
  createScriptedModel({
    says: [says],
    paraphrases: false,
    placeOdds: ODDS,
    scores: (turns, continuation) => {
      const text = turns.at(-1)?.text ?? ''
      const yes = 1 / (1 + Math.exp(-odds(text)))
      return Math.log((/yes/i.test(continuation) ? yes : 1 - yes) / 4)
    },
  })

describe('a model that is asked whether single places state the answer', () => {
  test('leads to the one of which it is sure, writes nothing, and does not claim that it is the answer', async () => {
    await using use = await matterWith(LEASE)
    const sure = model((text) => (text.includes('30 days') ? 2 : -2))
    const { answer, events } = await asked(use, sure, { question: QUESTION }, { reranker })
    expect(answer.state).toBe('answered-in-part')
    expect(answer.notAnswered).toEqual([expect.stringContaining('whether this answers')])
    expect(answer.claims.map(({ text }) => text)).toEqual([RIGHT])
    expect(sure.asked).toEqual([])
    expect(kindsOf(events)).toContain('reading')
    expect(answer.tokens.calls).toBeGreaterThan(0)
  })

  test('shows the one that is likely, and does not claim that it is the answer', async () => {
    await using use = await matterWith(LEASE)
    const unsure = model((text) => (text.includes('30 days') ? 0.45 : -2))
    const { answer } = await asked(use, unsure, { question: QUESTION }, { reranker })
    expect(answer.state).toBe('answered-in-part')
    expect(answer.claims.map(({ text }) => text)).toEqual([RIGHT])
    expect(answer.notAnswered).toEqual([expect.stringContaining('whether this answers')])
  })

  test.each([
    ['that is likely', 0.1, 0],
    ['of which the model itself rather says no, however near the reranker finds it,', -0.1, 4],
  ] as const)('a place %s is not claimed to be the answer where the draft chooses it too', async (_, odds, near) => {
    await using use = await matterWith(LEASE)
    const drafting = model(
      (text) => (text.includes('30 days') ? odds : -2),
      'It is brought to a close with 30 days [S1].',
    )
    const { answer } = await asked(use, drafting, { question: QUESTION }, { reranker: scoring(near) })
    expect(answer.claims.map(({ text }) => text)).toEqual([RIGHT])
    expect(answer.state).toBe('answered-in-part')
  })

  test('is not believed where the place tells another kind of thing', async () => {
    await using use = await matterWith(LEASE)
    const wrong = model((text) => (text.includes('oak') ? 3 : -2))
    const { answer } = await asked(use, wrong, { question: QUESTION }, { reranker })
    expect(answer.state).not.toBe('answered')
  })

  test('takes back what it wrote of a place that does not answer, as it says itself', async () => {
    await using use = await matterWith(LEASE)
    const contradicting = model(() => -3, 'It was built of oak in the year 1988 [S1].')
    const { answer } = await asked(use, contradicting, { question: QUESTION }, { reranker })
    expect(answer.claims.map(({ text }) => text)).not.toContain('It was built of oak in the year 1988')
    expect(answer.state).not.toBe('answered')
  })

  test('says nothing of a place that is too long for it, and goes on', async () => {
    await using use = await matterWith(LEASE)
    const sure = model((text) => (text.includes('30 days') ? 2 : -2))
    const failing = {
      ...sure,
      scoreApart: async (...given: Parameters<typeof sure.scoreApart>) => {
        if (given[0].at(-1)?.text.includes('oak')) throw Object.assign(new Error('too long'), { code: 'TOO_LONG' })
        return sure.scoreApart(...given)
      },
    }
    const { answer } = await asked(use, failing, { question: QUESTION }, { reranker })
    expect(answer.claims.map(({ text }) => text)).toEqual([RIGHT])
    expect(answer.notAnswered).toEqual([expect.stringContaining('whether this answers')])
  })

  test('that fails for another reason fails the answer', async () => {
    await using use = await matterWith(LEASE)
    const broken = { ...model(() => 2), scoreApart: () => Promise.reject(new Error('the model ended')) }
    await expect(asked(use, broken, { question: QUESTION }, { reranker })).rejects.toThrow('the model ended')
  })

  test('is not believed of another time than the one that is asked for', async () => {
    await using use = await matterWith(
      '# Letter\n\nShe takes 2.5 mg of apixaban twice daily.\n\nShe walks with two sticks.\n',
    )
    const sure = model((text) => (text.includes('2.5 mg') ? 2 : -2))
    const question = 'How much apixaban did she get each day before the operation?'
    const { answer } = await asked(use, sure, { question }, { reranker })
    expect(answer.state).toBe('answered-in-part')
  })

  test('is not asked in a language in which its word was not measured', async () => {
    await using use = await matterWith('# Mietvertrag\n\nDer Bootssteg wurde im Sommer mit neuen Planken belegt.\n')
    const says = model(() => 3)
    const english = { ...says, info: { ...says.info, placeOdds: { ...ODDS, languages: ['en'] } } }
    const question = 'Wer hat den Bootssteg mit neuen Planken belegen lassen?'
    const { events } = await asked(use, english, { question }, { reranker })
    expect(kindsOf(events)).not.toContain('reading')
  })

  test('is not asked where its word was not measured', async () => {
    await using use = await matterWith(LEASE)
    const unmeasured = { ...model(() => 3), info: { ...model(() => 3).info, placeOdds: undefined } }
    const { events, answer } = await asked(use, unmeasured, { question: QUESTION }, { reranker })
    expect(kindsOf(events)).not.toContain('reading')
    expect(answer.state).not.toBe('answered')
  })
})

describe('a sentence by which the rules find the question answered', () => {
  const REBUILT = 'The pontoon was rebuilt on 3 May 2019.'
  const WHEN = 'When was the pontoon rebuilt?'

  test.each([
    ['answers it where the model says so too', 1, []],
    ['answers it where the model rather doubts it', -0.3, []],
    ['is only shown where the model denies that it does', -2, [expect.stringContaining('whether this answers')]],
  ])('%s', async (_, odds, left) => {
    await using use = await matterWith(`${LEASE}\n${REBUILT}\n`)
    const { answer } = await asked(
      use,
      model(() => odds),
      { question: WHEN },
      { reranker },
    )
    expect(answer.claims.map(({ text }) => text)).toEqual([REBUILT])
    expect(answer.notAnswered).toEqual(left)
    expect(answer.state).toBe(left.length === 0 ? 'answered' : 'answered-in-part')
  })

  test('answers it without a model whose word was measured', async () => {
    await using use = await matterWith(`${LEASE}\n${REBUILT}\n`)
    const denying = model(() => -3)
    const unmeasured = { ...denying, info: { ...denying.info, placeOdds: undefined } }
    const { answer, events } = await asked(use, unmeasured, { question: WHEN }, { reranker })
    expect(kindsOf(events)).not.toContain('reading')
    expect(answer.state).toBe('answered')
  })

  test.each([
    ['that has the label of what is asked', 'Landlord: Harrow Quay Ltd\n\nTenant: Ida Moss\n', 'Who is the landlord?'],
    [
      'that is a row of a table',
      '| Medicine | Dose |\n| --- | --- |\n| Ramipril | 5 mg |\n| Bisoprolol | 2.5 mg |\n',
      'What is the dose of ramipril?',
    ],
  ])('is not put to the model %s', async (_, text, question) => {
    await using use = await matterWith(`# Particulars\n\n${text}`)
    const { answer, events } = await asked(
      use,
      model(() => -3),
      { question },
      { reranker },
    )
    expect(kindsOf(events)).not.toContain('reading')
    expect(answer.state).toBe('answered')
  })
})
