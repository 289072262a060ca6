import { expect, test } from 'vitest'
import { storedAnswer } from '../../../assistant/answers/stored-answer.ts'
import { Answer } from '../../../contract/answers/answer.ts'
import { someAnswer, someClaim } from '../../renderer/samples.ts'

/** As answers were kept before sentences were confirmed or contradicted. */
function old(state: string, verdicts: readonly string[], change: Partial<Answer> = {}): unknown {
  const { notAnswered: _, scope: __, offer: ___, ...rest } = someAnswer(change)
  const claims = verdicts.map((verdict, index) => {
    const { instead: ____, ...claim } = someClaim({ index })
    return { ...claim, verdict, judged: verdict === 'entailed' ? { right: 31, of: 33 } : null }
  })
  return JSON.parse(JSON.stringify({ ...rest, state, claims })) as unknown
}

test.each([
  ['answered', ['verbatim', 'close'], 'answered'],
  ['answered', ['verbatim', 'unchecked'], 'answered-in-part'],
  ['answered', ['unchecked'], 'uncertain'],
  ['answered', ['entailed'], 'uncertain'],
  ['uncertain', ['verbatim', 'unsupported'], 'answered-in-part'],
  ['uncertain', ['unchecked'], 'uncertain'],
  ['not-found', [], 'not-found'],
  ['not-found', ['unsupported'], 'not-found'],
  ['stopped', ['unchecked'], 'stopped'],
  ['extractive', [], 'extractive'],
])('an answer kept as %s with sentences %s is shown as %s', (state, verdicts, shown) => {
  expect(storedAnswer(old(state, verdicts)).state).toBe(shown)
})

test('an uncertain answer whose every sentence is confirmed did not answer its question', () => {
  const answer = storedAnswer(old('uncertain', ['verbatim'], { question: 'When was it signed?' }))
  expect(answer).toMatchObject({ state: 'answered-in-part', notAnswered: ['When was it signed?'] })
})

test('a sentence that the model alone judged is not confirmed any more, and the answer fits the contract', () => {
  const answer = storedAnswer(old('answered', ['verbatim', 'entailed']))
  expect(answer.claims[1]).toMatchObject({ verdict: 'unchecked', judged: null, instead: null })
  expect(Answer.parse(answer)).toEqual(answer)
})

test('the words that were looked for are shown as they are written in the question, and not as stems', () => {
  const { searched } = someAnswer()
  const stems = { question: 'Was James fined?', searched: { ...searched, words: ['jame', 'fined'] } }
  expect(storedAnswer(old('not-found', [], stems)).searched.words).toEqual(['James', 'fined'])
})

test('an answer of today comes back as it is', () => {
  const answer = someAnswer({ state: 'answered-in-part', notAnswered: ['who pays'] })
  expect(storedAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
})
