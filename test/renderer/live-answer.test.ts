import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerEvent, Source } from '../../contract/answers/answer.ts'
import {
  applyAnswerEvent,
  draftAfterClaim,
  draftSentences,
  isWriting,
  startLiveAnswer,
  withoutMarks,
} from '../../renderer/ask/live-answer.ts'
import { someAnswer, someClaim, someSource } from './samples.ts'

const { searched } = someAnswer()
const start = startLiveAnswer(
  { key: 'k', matter: 'm', question: 'q', follows: null, documents: [], asOf: null, how: { strategy: null, list: '' } },
  new Date(0),
)

describe('an answer that is being written', () => {
  test('shows evidence that may settle into another order until there is a word, and no later', () => {
    const [one, two] = [someSource(), { ...someSource(), source: 'S2' }]
    const found = (ms: number, ...sources: Source[]): AnswerEvent => ({
      type: 'evidence',
      sources,
      searched,
      evidenceMs: ms,
    })
    const settled = applyAnswerEvent(applyAnswerEvent(start, found(80, one, two)), found(900, two, one))
    expect(settled.sources).toEqual([two, one])
    expect(settled.evidenceMs).toBe(80)
    const written = applyAnswerEvent(settled, { type: 'answer-delta', text: 'Notice' })
    expect(applyAnswerEvent(written, found(80, one, two)).sources).toEqual([two, one])
  })

  test('turns what was written into a sentence with its verdict once that was checked', () => {
    const written = applyAnswerEvent(start, { type: 'answer-delta', text: 'Notice takes six months. [S1] It was' })
    expect(draftSentences(written.draft)).toEqual({ complete: ['Notice takes six months.'], writing: 'It was' })
    const checked = applyAnswerEvent(written, { type: 'claim', ...someClaim() })
    expect(checked.claims).toEqual([someClaim()])
    expect(draftSentences(checked.draft)).toEqual({ complete: [], writing: 'It was' })
  })

  test('puts the verdict that the model gives afterwards in the place of the first one', () => {
    const one = someClaim({ index: 0, verdict: 'unchecked' })
    const two = someClaim({ index: 1, text: 'It was served.' })
    const judged = { ...one, verdict: 'supported' as const, judged: { right: 31, of: 33 } }
    const written = { ...start, claims: [one, two], draft: 'Notice takes six months. Not yet a claim' }
    const live = applyAnswerEvent(written, { type: 'claim', ...judged })
    expect(live).toEqual({ ...written, claims: [judged, two] })
  })

  test('forgets that the model was loaded with its first word, and ends with the finished answer', () => {
    const loading = applyAnswerEvent(start, { type: 'model-loading', model: 'small' })
    expect(loading.loading).toBe('small')
    const written = applyAnswerEvent(loading, { type: 'answer-delta', text: 'Not' })
    expect(written.loading).toBeNull()
    expect(isWriting(written)).toBe(true)
    const ended = applyAnswerEvent(written, { type: 'answer-end', ...someAnswer(), routing: null })
    expect(ended).toMatchObject({ finished: someAnswer(), draft: '' })
    expect(isWriting(ended)).toBe(false)
  })
})

describe('the draft', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const sentence = fc
    .tuple(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('.', '!', '?'),
      fc.constantFrom('before', 'behind'),
    )
    .map(([words, stop, place]) => {
      const text = words.join(' ')
      return { claim: `${text}${stop}`, raw: place === 'before' ? `${text} [S1]${stop}` : `${text}${stop} [S1][S2]` }
    })

  test('is used up exactly by the claims, whatever the chunks and wherever the marks stand', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        let draft = sentences.map(({ raw }) => raw).join(' ')
        for (const [index, { claim }] of sentences.entries()) {
          draft = draftAfterClaim(draft, claim)
          const rest = sentences.slice(index + 1).map(({ raw }) => raw)
          expect(draft).toBe(rest.join(' '))
        }
      }),
    )
  })

  test('loses no letter when it is cut into sentences', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 5 }), fc.nat(60), (sentences, length) => {
        const draft = sentences
          .map(({ raw }) => raw)
          .join(' ')
          .slice(0, length)
        const { complete, writing } = draftSentences(draft)
        expect(letters([...complete, writing].join(''))).toBe(letters(draft.replace(/\[S?\d?\]?/g, '')))
      }),
    )
  })

  test('shows no mark, not even one that has only begun', () => {
    expect(withoutMarks('It was late. [S1][S2]')).toBe('It was late.')
    expect(withoutMarks('It was late [S')).toBe('It was late')
    expect(withoutMarks('It was late [S1].')).toBe('It was late.')
  })

  test('drops the first sentence when the claim was worded differently', () => {
    expect(draftAfterClaim('One thing. [S1] Another', 'Something else entirely.')).toBe('Another')
  })
})

function letters(text: string): string {
  return text.replace(/[^a-z]/g, '')
}
