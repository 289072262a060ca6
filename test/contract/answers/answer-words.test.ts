import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  insteadWords,
  isNotAnswered,
  openPartWords,
  scopeOf,
  scopeWords,
  shownState,
  whetherAnswered,
  whatClauseSays,
  whichAnswers,
  whetherComplete,
  notFoundWords,
} from '../../../contract/answers/answer-words.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import { someAnswer, someSource } from '../../renderer/samples.ts'
import { MESSAGES as GERMAN } from '../../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../../wording/messages/en/messages.ts'
import { setLanguage } from '../../../wording/translate.ts'

afterEach(() => setLanguage(ENGLISH))

const sources = [someSource(), someSource({ source: 'S2' }), someSource({ source: 'S3', documentId: 'd2' })]
const beside = someSource({ source: 'S4', documentId: 'hash', reference: 'Statutes' })

test('the scope counts passages and their documents, of those that were searched', () => {
  const scope = scopeOf(sources, { documents: 30 })
  expect(scope).toEqual({ passages: 3, documents: 2, of: 30 })
  expect(scopeWords(scope, sources)).toBe('3 passages of 2 of 30 documents')
})

test('passages of a reference library are said apart, as its documents were not counted', () => {
  const scope = scopeOf([...sources, beside], { documents: 2 })
  expect(scope).toEqual({ passages: 3, documents: 2, of: 2 })
  expect(scopeWords(scope, [...sources, beside])).toBe(
    '3 passages of 2 of 2 documents, 1 passage of reference libraries',
  )
})

test('one document is said once, nothing found is said, and without documents nothing is', () => {
  expect(scopeWords({ passages: 1, documents: 1, of: 1 }, sources)).toBe('1 passage of 1 document')
  expect(scopeWords(scopeOf([], { documents: 9 }), [])).toBe('No passage of 9 documents')
  expect(scopeWords(scopeOf([], { documents: 0 }), [])).toBe('')
  expect(scopeWords(null, sources)).toBe('')
})

test.each([
  ['how is notice given?', 'Not answered: how is notice given'],
  ['whether notice was given', 'Not answered: whether notice was given'],
  [whetherComplete('List all parties'), 'Not confirmed: whether “List all parties” is complete'],
  [whetherAnswered('who pays'), 'Not confirmed: whether this answers “who pays”'],
  [whatClauseSays('4.1', 'Deed of variation'), '“Deed of variation” changes clause 4.1'],
  [whichAnswers('who pays'), 'Your documents give different answers to “who pays”'],
])('what an answer leaves open is told as what it is: %s', (part, words) => {
  expect(openPartWords(part)).toBe(words)
})

test('what is left open is stored in English, and told in the language of the window', () => {
  const stored = [whetherComplete('alle Parteien'), whetherAnswered('wer zahlt'), 'wer zahlt?']
  setLanguage(GERMAN)
  expect(stored.map(openPartWords)).toEqual([
    'Nicht bestätigt: ob „alle Parteien“ vollständig beantwortet ist',
    'Nicht bestätigt: ob dies „wer zahlt“ beantwortet',
    'Nicht beantwortet: wer zahlt',
  ])
})

test('what nobody has shown is told apart from what is not answered, whatever the question', () => {
  fc.assert(
    fc.property(fc.string(), (part) => {
      expect([whetherAnswered(part), whetherComplete(part)].some(isNotAnswered)).toBe(false)
      expect(isNotAnswered(`how ${part}`)).toBe(true)
    }),
  )
})

test('a row of a table is given cell by cell, a sentence as it is written', () => {
  const row = { of: 'The table says', words: 'Furosemide, 40 mg twice daily, Increased' }
  expect(insteadWords({ instead: 'Furosemide\t40 mg twice daily\tIncreased' })).toEqual(row)
  expect(insteadWords({ instead: '| Furosemide | 40 mg\ntwice daily |  | Increased |' })).toEqual(row)
  expect(insteadWords({ instead: 'Furosemide was\n  increased.' })).toEqual({
    of: 'The document says',
    words: 'Furosemide was increased.',
  })
  expect(insteadWords({ instead: null })).toBeNull()
})

describe('where nothing was found', () => {
  const of = (searched: Partial<Answer['searched']>, passages: Answer['passages'] = []) =>
    notFoundWords({ searched: { ...someAnswer().searched, vectors: true, ...searched }, passages })
  const passage = { source: 'S1', document: 'lease.pdf', page: 1, start: 0, end: 9 }

  test('the documents do not say it, where what was asked was looked for by meaning too', () => {
    expect(of({})).toBe('Your documents do not say.')
    expect(of({ unknownWords: ['zeppelin'] })).toBe('Your documents do not say.')
  })

  test('that they do not say it is not known where only words were looked for, and no document has one', () => {
    expect(of({ vectors: false, unknownWords: ['medicines'] })).toBe(
      'Not found by words alone. Your documents may say it in other words.',
    )
    expect(of({ vectors: false, unknownWords: [] })).toBe('Your documents do not say.')
  })

  test('nor where they are in another language than the question', () => {
    expect(of({ otherLanguages: ['de', 'fr'] }, [passage])).toBe(
      'Not found in this language. The nearest passages are in German and French. Ask in the language of the document.',
    )
    expect(of({ otherLanguages: ['de'] })).toContain('Your documents are in German.')
    setLanguage(GERMAN)
    expect(of({ otherLanguages: ['en'] })).toContain('auf Englisch')
  })
})

describe('an answer in part is shown as a possible one', () => {
  const shown = (question: string, ...open: readonly string[]) =>
    shownState({ state: 'answered-in-part', question, notAnswered: [...open] })

  test.each([
    ['the whole question', 'Who pays the costs?', [whetherAnswered('who pays the costs')]],
    [
      'each of its parts',
      'Who pays the costs, and when?',
      [whetherAnswered('who pays the costs'), whetherAnswered('when')],
    ],
    ['all but whom it is asked of', 'According to the lease of Ashton, who pays?', [whetherAnswered('who pays')]],
  ])('where %s may only be answered', (_, question, open) => {
    expect(shown(question, ...open)).toBe('possible')
  })

  test.each([
    ['another part is answered', 'Who pays the costs, and when?', [whetherAnswered('when')]],
    ['another part is answered behind it', 'When does it end, and who pays?', [whetherAnswered('when does it end')]],
    ['a part is not answered', 'Who pays, and when?', [whetherAnswered('who pays'), 'when']],
    ['a list may go on', 'List all costs.', [whetherComplete('List all costs')]],
  ])('and not where %s', (_, question, open) => {
    expect(shown(question, ...open)).toBe('answered-in-part')
  })

  test('and no other state is', () => {
    expect(shownState({ state: 'not-written', question: 'Who?', notAnswered: [] })).toBe('not-written')
  })
})
