import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameWord } from '../../text/word-forms.ts'

const word = fc.stringMatching(/^[a-z]{1,12}$/)

test('a word is a form of itself, and being a form of each other goes both ways', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(isSameWord(one, one)).toBe(true)
      expect(isSameWord(one, other)).toBe(isSameWord(other, one))
    }),
  )
})

test('numbers are the same only as they are written', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (one, other) => {
      expect(isSameWord(String(one), String(other))).toBe(one === other)
    }),
  )
})

test.each([
  ['sentenced', 'sentencing'],
  ['convicted', 'conviction'],
  ['admitted', 'admission'],
  ['parties', 'party'],
  ['paid', 'pay'],
  ['colour', 'colors'],
  ['diagnosed', 'diagnosis'],
  ['occupations', 'occupation'],
])('%s and %s are forms of one word', (one, other) => {
  expect(isSameWord(one, other)).toBe(true)
})

test.each([
  ['party', 'part'],
  ['lessor', 'lessee'],
  ['contract', 'contradict'],
  ['hypertension', 'hypotension'],
  ['state', 'station'],
  ['employer', 'employee'],
  ['mitral', 'mitre'],
])('%s and %s are not', (one, other) => {
  expect(isSameWord(one, other)).toBe(false)
})
