import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readPairs } from '../../bench/measure-entailment.ts'
import { checkClaim } from '../../checks/check-claim.ts'
import { isEntailmentCandidate } from '../../checks/entailment-candidate.ts'
import { lexicon } from './lexicon.ts'

const SPAN = 'The Guarantor shall pay within 21 days after she receives the demand.'
const judgeable = (sentence: string, more: Partial<Parameters<typeof isEntailmentCandidate>[0]> = {}) =>
  isEntailmentCandidate({ sentence, span: SPAN, context: 'deed.md', question: '', ...more })

test('a sentence in other words, with which code finds nothing wrong, is left to be judged', () => {
  expect(judgeable('Once the demand is there, the Guarantor must pay in 21 days.')).toBe(true)
  expect(judgeable('The Guarantor’s time to pay must be 21 days.')).toBe(true)
})

test.each([
  ['another number', 'Once the demand is there, the Guarantor must pay in 28 days.'],
  ['a day that stands elsewhere', 'The Guarantor must pay by 3 May 2024.'],
  ['another name', 'Once the demand is there, the Landlord must pay in 21 days.'],
  ['a permission for a duty', 'Once the demand is there, the Guarantor may pay in 21 days.'],
  ['a denial', 'The Guarantor must not pay within 21 days.'],
  ['that nothing is said', 'The source does not mention when the Guarantor must pay.'],
])('%s is for code to see, and is never left to a model', (_, sentence) => {
  expect(judgeable(sentence)).toBe(false)
})

test('nothing is judged without words of a source, or on more than a judge can read', () => {
  expect(judgeable('The Guarantor must pay.', { span: '' })).toBe(false)
  expect(judgeable('The Guarantor must pay.', { span: `${SPAN} ${'and so on '.repeat(100)}` })).toBe(false)
})

test('each labelled pair stands in its document, and is of the kind that is left to the model', async () => {
  const pairs = await readPairs()
  expect(pairs.length).toBeGreaterThanOrEqual(60)
  for (const { document, text, follows, doesNotFollow } of pairs) {
    const whole = await readFile(new URL(`../../samples/calibration/docs/${document}`, import.meta.url), 'utf8')
    expect(whole.replaceAll('**', '')).toContain(text)
    for (const sentence of [follows, doesNotFollow]) {
      const sources = [{ source: 'S1', text, context: document }]
      const { verdict } = checkClaim({ text: sentence, sources: ['S1'] }, { sources, question: '', lexicon })
      expect([sentence, verdict]).not.toEqual([sentence, expect.stringMatching(/verbatim|close/)])
      expect([sentence, isEntailmentCandidate({ sentence, span: text, context: document, question: '' })]).toEqual([
        sentence,
        true,
      ])
    }
  }
})
