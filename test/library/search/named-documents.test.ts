import { expect, test } from 'vitest'
import { namedDocuments } from '../../../library/search/named-documents.ts'
import { wordsOf } from '../../../library/search/question-words.ts'

const TEXTS = [
  'Judgment of the Ashton Court. Later Gonzalez was sentenced.',
  'Judgment of the Glenwood Court against Gonzalez.',
  'Judgment of the Riverside Court against Morgan.',
  'Judgment of the Preston Court against Harris.',
  'Judgment of the Bayside Court against Martin.',
  'Judgment of the Sterling Court against Torres.',
  'Judgment of the Quailwood Court against Nelson.',
  'Judgment of the Vandalia Court against Brown.',
  'Judgment of Judge N. White against Walker.',
  'Judgment of the Oldham Court against M. White.',
]
/** Only the first sentence is the head. */
const HEADS = TEXTS.map((text) => new Set(wordsOf(/^.*?\p{Ll}\./u.exec(text)?.[0] ?? '')))

const documentsWith = (word: string, limit: number) =>
  TEXTS.flatMap((text, at) => (wordsOf(text).includes(word) ? [at] : [])).slice(0, limit)

const named = (question: string) =>
  namedDocuments(question, {
    documentsWith,
    documentCount: TEXTS.length,
    namesOf: (at) => HEADS[at] ?? new Set(),
    textOf: (at, atMost) => (TEXTS[at] ?? '').slice(0, atMost),
  }).map(({ document, words }) => [document, ...[...words].toSorted()])

test('a question names each document whose head has a name of it', () => {
  expect(named('Whose sentence is longer by the judgments of Riverside and Preston, Morgan or Harris?')).toEqual([
    [2, 'morgan', 'riverside'],
    [3, 'harris', 'preston'],
  ])
})

test('a name that stands in the text of a document that is named does not name another one as well', () => {
  expect(named('What sentence did Gonzalez get by the judgment of Ashton?')).toEqual([[0, 'ashton']])
})

test('initials tell people of one surname apart, whatever else they are in', () => {
  expect(named('Was M. White or Torres born earlier?')).toEqual([
    [9, 'white'],
    [5, 'torres'],
  ])
  expect(named('Who is N. White?')).toEqual([[8, 'white']])
})

test('a surname with initials that no document has names those with the surname', () => {
  expect(named('Is Q. Harris the accused?')).toEqual([[3, 'harris']])
})

test('words that many documents have, and words without a capital, name none', () => {
  expect(named('What is a Judgment, and what is a morgan?')).toEqual([])
})

test('when something was names no document that has the month in its head', () => {
  const texts = ['Clinic letter of 11 March 2025. The potassium is 4.7.', 'Results. 18/03/25 5.2', 'Ward note', 'Plan']
  const of = (question: string) =>
    namedDocuments(question, {
      documentsWith: (word) => texts.flatMap((text, at) => (wordsOf(text).includes(word) ? [at] : [])),
      documentCount: texts.length,
      namesOf: (at) => new Set(wordsOf(texts[at] ?? '')),
      textOf: (at) => texts[at] ?? '',
    }).map(({ document }) => document)
  expect(of('What was the potassium on the 18th of March?')).toEqual([])
  expect(of('What does the letter of March say of it?')).toEqual([0])
})
