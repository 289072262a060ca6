import { expect, test } from 'vitest'
import { quotableSentences } from '../../../../assistant/answers/strategies/extract.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'

const passage = (text: string) =>
  ({
    source: 'S1',
    text,
    start: 0,
    end: text.length,
    read: null,
    document: 'a.txt',
    documentId: 'a',
    page: null,
  }) as unknown as PassageSource

test('a short sentence can be quoted, a heading can not', () => {
  const found = quotableSentences([passage('MEDICINES\n\nAllergic to penicillin.\n\nDose: 5 mg daily.\n\nRent: £900')])
  expect(found.map(({ letter, citation }) => [letter, citation.quote])).toEqual([
    ['a', 'Allergic to penicillin.'],
    ['b', 'Dose: 5 mg daily.'],
    ['c', 'Rent: £900'],
  ])
})

test('as many as there are letters, small ones first', () => {
  const text = Array.from({ length: 60 }, (_, at) => `Payment ${at} was made.`).join('\n\n')
  const letters = quotableSentences([passage(text)]).map(({ letter }) => letter)
  expect([letters.length, letters[0], letters[26], letters.at(-1)]).toEqual([52, 'a', 'A', 'Z'])
})
