import { expect, it } from 'vitest'
import { markWords, searchedWords, snippet } from '../../wording/snippet.ts'

const marked = (text: string, words: string) =>
  markWords(text, searchedWords(words)).flatMap(({ text: run, isMarked }) => (isMarked ? [run] : []))

it('a number is marked whole, with its decimals and its thousands, and no part of another one', () => {
  expect(marked('Temperature 36.7 °C, pulse 36', '36.7 °C')).toEqual(['36.7'])
  expect(marked('Kreatinin 1,43 mg/dl am 43. Tag', '1,43 mg/dl')).toEqual(['1,43'])
  expect(marked('A fee of 1.200 euros, 200 of it paid.', '200')).toEqual(['200'])
})

it('a snippet begins near the words that were searched, and ends a sentence before its full stop', () => {
  expect(snippet('It weighs 58. Then more.', ['58'])).toEqual([
    { text: 'It weighs ', isMarked: false },
    { text: '58', isMarked: true },
    { text: '. Then more.', isMarked: false },
  ])
})
