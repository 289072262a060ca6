import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentWords } from '../../../../text/words.ts'
import { wantedWords, writtenWords } from '../../../../assistant/answers/draft/answerability.ts'

test('what is looked for in the documents are the words of the question as they are written', () => {
  expect(wantedWords('Which technologies had the status “stopped”?')).toEqual(['technologies', 'status', 'stopped'])
})

test('nor are what is to be found out about what is there, a number, or politeness', () => {
  expect(wantedWords('Please tell me, under which conditions are the four largest tenants liable?')).toEqual([
    'tenants',
    'liable',
  ])
})

test('words that say what to do, and small words, are not looked for', () => {
  expect(wantedWords('Summarise and compare how the claims against them differ.')).toEqual(['claims'])
  expect(wantedWords('How many months of notice must the tenant have?')).toEqual(['months', 'notice', 'tenant'])
})

test('a word is shown as it is written in the question first, and once', () => {
  expect(writtenWords('Was James fined, and which fines did JAMES pay to Dr Müller?')).toEqual([
    'James',
    'fined',
    'fines',
    'pay',
    'Dr',
    'Müller',
  ])
  expect(wantedWords('Which court sentenced James?')).toEqual(['court', 'sentenced', 'James'])
})

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('James', 'the', 'Courts', 'court', 'Müllers', '3.5', '2019', 'glass', 'ß', 'ﬁle', 'a', '“is”'),
    )
    .map((words) => words.join(' ')),
)

test('words that are shown are never folded: each is in the question just so, and none of its words is missing', () => {
  fc.assert(
    fc.property(texts, (question) => {
      const written = question.match(/[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*/gu) ?? []
      for (const word of [...writtenWords(question), ...wantedWords(question)]) expect(written).toContain(word)
      const folded = (words: readonly string[]) => new Set(words.flatMap((word) => contentWords(word)))
      expect(folded(writtenWords(question))).toEqual(folded(written))
    }),
  )
})
