import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctItems } from '../../../../../assistant/answers/strategies/tally/tally.ts'
import { locateItem } from '../../../../../assistant/answers/strategies/tally/list-items.ts'
import { lexicon } from '../../../../checks/lexicon.ts'

const TEXT = [
  'The evidence was a bank statement, the testimony of Mr Fry, and altered tax records.',
  'On 2 May 2024 he received $50,000 for altering tax records.',
  'No receipt was found.',
].join('\n')
const sources = [
  { source: 'S1', text: TEXT, context: 'judgment.txt' },
  { source: 'S2', text: 'Altered tax records were seized.', context: 'report.txt' },
]
const locate = (text: string, mark = 'S1') => locateItem({ text, mark }, sources, lexicon)

test('what was listed is found by its own words, or in the one sentence that has nearly all of them', () => {
  expect(locate('the testimony of Mr Fry')?.quote).toBe('the testimony of Mr Fry')
  expect(locate('received $50,000 on 2 May 2024 for altering tax records')?.quote).toMatch(/^On 2 May 2024 he received/)
  expect(locate('altered tax records', 'S2')).toMatchObject({ source: 'S2', start: 0, quote: 'Altered tax records' })
  expect(locate('Altered tax records were seized', 'S1')?.source).toBe('S2')
})

test('what the model adds behind a comma to words that it copied is not taken over', () => {
  expect(locate('On 2 May 2024 he received $50,000, which was a bribe')).toMatchObject({
    text: 'On 2 May 2024 he received $50,000',
    quote: 'On 2 May 2024 he received $50,000',
  })
  expect(locate('a bank statement, which nobody had ever seen before that day')).toBeNull()
})

test.each(['a confession', 'receipt was found by him', '$60,000 for altering tax records', 'the testimony of Mr Dale'])(
  'what no source holds is not counted: %s',
  (text) => {
    expect(locate(text)).toBeNull()
  },
)

const item = (text: string, start = 0) => ({ text, source: 'S1', start, end: start + text.length, quote: text })

test('the same thing is counted once, in the words that say most of it', () => {
  const texts = ['a bank statement', 'bank statements', 'the bank statement of June', 'a receipt']
  expect(distinctItems(texts.map((text) => item(text))).map(({ text }) => text)).toEqual([
    'the bank statement of June',
    'a receipt',
  ])
})

test.each([
  ['Mr Fry was paid', 'Mr Fry was not paid'],
  ['the roof may be repaired', 'the roof must be repaired by June'],
])('what says the opposite is another thing: %s, %s', (one, other) => {
  expect(distinctItems([item(one), item(other)])).toHaveLength(2)
})

test('saying all of it twice changes no count', () => {
  const word = fc.constantFrom('bank', 'tax', 'record', 'letter', 'witness', 'audit')
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')))
  fc.assert(
    fc.property(texts, (all) => {
      const once = distinctItems(all.map((text) => item(text)))
      expect(distinctItems([...once, ...once])).toEqual(once)
      expect(once.length).toBeLessThanOrEqual(new Set(all).size)
      expect(once.length > 0).toBe(all.length > 0)
    }),
  )
})
