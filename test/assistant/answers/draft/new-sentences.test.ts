import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSentences } from '../../../../assistant/answers/draft/draft-parts.ts'

const WRITTEN = 'The rent is £700 a month [S1]. It is due on the first day [S1].'

test('what was said already is left out, with its marks', () => {
  expect(newSentences('The rent is £700 a month [S2]. Dogs are not allowed in the lift [S2][S3].', WRITTEN)).toBe(
    'Dogs are not allowed in the lift. [S2][S3]',
  )
})

test('nearly the same words with another number are something new', () => {
  expect(newSentences('The rent is £750 a month [S2].', WRITTEN)).toBe('The rent is £750 a month. [S2]')
})

test('a sentence is not said twice within a part', () => {
  expect(newSentences('Dogs are not allowed [S2]. Dogs are not allowed [S3].', '')).toBe('Dogs are not allowed. [S2]')
})

test.each([
  ['The court granted the application for judgment [S1].', 'The court dismissed the application for judgment [S2].'],
  ['The appeal was allowed [S1].', 'The appeal was not allowed [S2].'],
  ['The tenant may not sublet the flat [S1].', 'The tenant may sublet the flat [S2].'],
  ['The tenant failed to pay the rent [S1].', 'The tenant did pay the rent [S2].'],
  ['The claimant refused to sign [S1].', 'The claimant is to sign [S2].'],
  ['Dogs are allowed in the yard if the landlord agrees [S1].', 'Dogs are allowed in the yard [S2].'],
  ['The landlord paid Roe [S1].', 'Roe paid the landlord [S2].'],
  ['Roe and Doe must pay [S1].', 'Doe must pay [S2].'],
])('what turns a sentence round is something new: %s %s', (written, text) => {
  expect(newSentences(text, written)).not.toBe('')
})

test('nothing is left out that is not said word for word in its order', () => {
  const word = fc.constantFrom(...'tenant landlord Roe Doe pays not if refused 5 7 rent to'.split(' '))
  const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `It says ${words.join(' ')}`)
  fc.assert(
    fc.property(sentence, sentence, (written, text) => {
      expect(newSentences(`${text} [S2].`, `${written} [S1].`)).toBe(text === written ? '' : `${text}. [S2]`)
    }),
  )
})
