import { expect, test } from 'vitest'
import { isFunctionWord } from '../../text/function-words.ts'

test('pronouns say nothing themselves, of whomever they are said', () => {
  const pronouns = 'he she it they him her them his its their himself herself itself themselves i me my you your we our'
  expect(pronouns.split(' ').filter((word) => !isFunctionWord(word))).toEqual([])
})

test('what a sentence is about joins nothing', () => {
  expect(['patient', 'court', 'dose', 'rent', 'stopped'].filter(isFunctionWord)).toEqual([])
})
