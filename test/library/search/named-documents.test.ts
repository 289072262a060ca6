import { expect, test } from 'vitest'
import type { WordsTable } from '../../../library/index/words-table.ts'
import { namedDocuments } from '../../../library/search/named-documents.ts'
import { wordsOf } from '../../../library/search/naming-words.ts'

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

const documents: Pick<WordsTable, 'search'> = {
  search: async (word, limit) =>
    new Map(
      TEXTS.flatMap((text, at): [number, number][] => (wordsOf(text).includes(word) ? [[at, 1]] : [])).slice(0, limit),
    ),
}

const named = async (question: string) =>
  (
    await namedDocuments(question, {
      documents,
      documentCount: TEXTS.length,
      namesOf: (at) => HEADS[at] ?? new Set(),
      textOf: (at, atMost) => (TEXTS[at] ?? '').slice(0, atMost),
    })
  ).map(({ document, words }) => [document, ...[...words].toSorted()])

test('a question names each document whose head has a name of it', async () => {
  expect(await named('Whose sentence is longer by the judgments of Riverside and Preston, Morgan or Harris?')).toEqual([
    [2, 'morgan', 'riverside'],
    [3, 'harris', 'preston'],
  ])
})

test('a name that stands in the text of a document that is named does not name another one as well', async () => {
  expect(await named('What sentence did Gonzalez get by the judgment of Ashton?')).toEqual([[0, 'ashton']])
})

test('initials tell people of one surname apart, whatever else they are in', async () => {
  expect(await named('Was M. White or Torres born earlier?')).toEqual([
    [9, 'white'],
    [5, 'torres'],
  ])
  expect(await named('Who is N. White?')).toEqual([[8, 'white']])
})

test('a surname with initials that no document has names those with the surname', async () => {
  expect(await named('Is Q. Harris the accused?')).toEqual([[3, 'harris']])
})

test('words that many documents have, and words without a capital, name none', async () => {
  expect(await named('What is a Judgment, and what is a morgan?')).toEqual([])
})
