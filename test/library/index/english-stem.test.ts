import { expect, test } from 'vitest'
import { englishStem } from '../../../library/index/english-stem.ts'

const stems = (words: string) => words.split(' ').map(englishStem).join(' ')

test('forms of one word have one stem', () => {
  expect(stems('tenant tenants')).toBe('tenant tenant')
  expect(stems('notice notices noticed noticing')).toBe('notic notic notic notic')
  expect(stems('convict convicted convicting convictions')).toBe('convict convict convict convict')
  expect(stems('hop hopped hopping hope hoped hoping')).toBe('hop hop hop hope hope hope')
  expect(stems('party parties tie ties tied')).toBe('parti parti tie tie tie')
  expect(stems('relation relational conditional conditionally')).toBe('relat relat condit condit')
  expect(stems('usefulness hopefully callousness')).toBe('use hope callous')
  expect(stems('agreed agreement bled controlled rolling')).toBe('agre agreement bled control roll')
  expect(stems('happy happily saying say dying die')).toBe('happi happili say say die die')
})

test('words that only look alike keep stems of their own', () => {
  expect(stems('news new sky skies organ organisation past paste')).toBe('news new sky sky organ organis past paste')
  expect(stems('general generous universe university evening even')).toBe(
    'general generous univers universiti evening even',
  )
})

test('short words, numbers and words of other languages pass', () => {
  expect(stems('a is 1990 2.5 straße')).toBe('a is 1990 2.5 straße')
  expect(englishStem('')).toBe('')
})
