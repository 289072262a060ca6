import { expect, test } from 'vitest'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asked, kindsOf, matterWith } from './asking.ts'

const LEASE = 'The tenant may end this lease on 24 March 2026 by giving six months notice.\n'
const ANSWER = 'The tenant may end this lease on 24 March 2026 [S1].'
const RECALLED = 'A break clause lets one party finish a tenancy early.'

test('what is recalled stands before the question and is shown, and the answer cites the passages alone', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: [RECALLED, ANSWER] })
  const { events, answer } = await asked(use, model, { strategy: 'recall-then-answer' })
  expect(kindsOf(events).indexOf('approach')).toBeLessThan(kindsOf(events).indexOf('answer-delta'))
  const [recalling, drafting] = model.asked.map(({ turns }) => turns.at(-1)?.text ?? '')
  expect(recalling).not.toContain('24 March')
  expect(drafting?.indexOf(RECALLED)).toBeGreaterThan(drafting?.indexOf('[S1]') ?? 0)
  expect(drafting?.indexOf(RECALLED)).toBeLessThan(drafting?.indexOf('Question:') ?? 0)
  expect(answer).toMatchObject({
    state: 'answered',
    strategy: 'recall-then-answer',
    approach: { wanted: 'recall-then-answer', by: 'user', recalled: RECALLED },
    claims: [{ verdict: 'verbatim' }],
  })
  const words = (text = '') => text.split(/\s+/).length
  expect(answer.tokens.calls).toBe(2)
  // Both prompts are waited for before the first word.
  expect(answer.tokens.firstPrompt).toBe(answer.tokens.prompt)
  expect(answer.tokens.firstPrompt).toBeGreaterThan(words(recalling) + words(drafting))
})

test('an answer that only repeats what was recalled is not written', async () => {
  await using use = await matterWith(LEASE)
  const again = 'A break clause lets one party finish a tenancy early [S1].'
  const model = createScriptedModel({ says: [RECALLED, again] })
  const { answer } = await asked(use, model, { strategy: 'recall-then-answer' })
  expect(answer.state).toBe('not-written')
  expect(answer.claims.map(({ text }) => text)).not.toContain(again.replace(' [S1]', ''))
})

test('a sentence that was cut off is not recalled; where nothing is left, the answer is written', async () => {
  await using use = await matterWith(LEASE)
  const cut = createScriptedModel({ says: [`${RECALLED} A lease may not`, ANSWER] })
  expect((await asked(use, cut, { strategy: 'recall-then-answer' })).answer.approach?.recalled).toBe(RECALLED)
  const nothing = createScriptedModel({ says: ['A lease may', ANSWER] })
  const { answer } = await asked(use, nothing, { strategy: 'recall-then-answer' })
  expect(answer).toMatchObject({ strategy: 'direct', approach: { wanted: 'recall-then-answer', recalled: '' } })
})

test('a follow-up is asked below what the model was shown', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: [RECALLED, ANSWER, ANSWER] })
  const { answer } = await asked(use, model, { strategy: 'recall-then-answer' })
  await asked(use, model, { question: 'And how much notice?', follows: answer.answerId })
  const earlier = model.asked.findLast(({ probabilities }) => !probabilities)?.turns ?? []
  expect(earlier.some(({ text }) => text.includes(RECALLED))).toBe(true)
})
