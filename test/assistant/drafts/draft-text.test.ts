import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftText } from '../../../assistant/drafts/draft-text.ts'

const cut = (...paragraphs: readonly string[]) => {
  const { sentences } = draftText([{ page: null, label: null, text: paragraphs.join('\n\n'), blocks: [] }])
  return sentences.map(({ paragraph, text }) => [paragraph, text])
}

describe('the figures that a paragraph begins with', () => {
  test.each([
    '25 June 2021: the rent of £38,400 was paid by Marian Larkspur.',
    '3. Mai 2021 wurde sie eingestellt.',
    '30 Tage nach Zugang endet die Frist.',
    '5 mg of warfarin was given.',
    '12 Months after the notice the lease ends.',
  ])('stay in the sentence where they say when or how much: %s', (sentence) => {
    expect(cut(sentence)).toEqual([['1', sentence]])
  })

  test('are its number with a stop or a bracket, or in a sequence', () => {
    expect(cut('1. One is here.', '2) Two is here.', '(3) Three is here.')).toEqual([
      ['1', 'One is here.'],
      ['2', 'Two is here.'],
      ['3', 'Three is here.'],
    ])
    expect(cut('12.4 The lease ends.', '12.5 The rent is due.', '13 The tenant pays.')).toEqual([
      ['12.4', 'The lease ends.'],
      ['12.5', 'The rent is due.'],
      ['13', 'The tenant pays.'],
    ])
    expect(cut('12 Angry tenants came.', 'They left.')).toEqual([
      ['1', '12 Angry tenants came.'],
      ['2', 'They left.'],
    ])
  })

  test('are never lost of a date or an amount, whatever it is', () => {
    const day = fc.integer({ min: 1, max: 28 })
    const begins = fc.oneof(
      fc
        .tuple(day, fc.constantFrom('June', 'Mai', 'March', 'juin'), fc.integer({ min: 1990, max: 2030 }))
        .map(([one, month, year]) => `${one}${month === 'Mai' ? '.' : ''} ${month} ${year}`),
      fc
        .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('Tage', 'days', 'mg', 'Months', 'Euro', 'kg'))
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(begins, (words) => {
        const sentence = `${words} was what the letter of the tenant said.`
        expect(cut(sentence)).toEqual([['1', sentence]])
      }),
    )
  })
})
