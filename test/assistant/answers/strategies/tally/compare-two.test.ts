import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTwo } from '../../../../../assistant/answers/strategies/tally/compare-two.ts'
import { comparisonQuestion } from '../../../../../assistant/answers/strategies/tally/comparison-question.ts'
import { statedValue } from '../../../../../assistant/answers/strategies/tally/stated-value.ts'
import { createScriptedModel } from '../../../../../models/stand-ins.ts'
import { lexicon } from '../../../../checks/lexicon.ts'
import { someSource } from '../../../../renderer/samples.ts'

const NEVER = new AbortController().signal

/** What comes of documents with these texts, of which the model copies these words, each under the mark of its document. */
async function compare(question: string, texts: readonly string[], copies: readonly string[]) {
  const asked = comparisonQuestion(question)
  if (!asked) throw new Error('Expected a comparison.')
  const passages = texts.map((text, at) => someSource({ source: `S${at + 1}`, documentId: `${at}`, text }))
  const sources = passages.map(({ source, text }) => ({ source, text, context: '' }))
  const model = createScriptedModel({ says: copies.map((copy, at) => `- ${copy} [S${at + 1}]`) })
  const toList = async () => ({ turns: [], marks: passages.map(({ source }) => source) })
  return compareTwo(asked, toList, passages, { model, seed: 0, onCall: () => {}, sources, lexicon }, NEVER)
}

describe('which of two', () => {
  test.each([
    ['Whose judgment is earlier, G. Torres or J. Gonzalez?', 'day', 'least'],
    ['According to both letters, which term is longer, Ashton or Glenwood?', 'length', 'greatest'],
    ['Who paid more: Mr Dale or Ms Crowe?', 'amount', 'greatest'],
  ])('is asked: %s', (question, measure, wanted) => {
    expect(comparisonQuestion(question)).toMatchObject({ measure, wanted })
  })

  test.each(['Who is the landlord?', 'Is the notice longer than six months?', 'Which comes first?'])(
    'is not asked: %s',
    (question) => expect(comparisonQuestion(question)).toBeNull(),
  )

  test('is said with both values, each cited by the sentence that has it', async () => {
    const made = await compare(
      'Whose judgment is earlier, G. Torres or J. Gonzalez?',
      [
        'State against G. Torres.\nDate of judgment: 20 April 2023',
        'J. Gonzalez was sentenced on 1st March, 2023. He fell.',
      ],
      ['20 April 2023', '1st March, 2023'],
    )
    expect(made?.text).toBe('Earlier: J. Gonzalez, 1st March, 2023 [S2]; the other: G. Torres, 20 April 2023 [S1].')
    expect(made?.items.map(({ quote }) => quote)).toEqual([
      'Date of judgment: 20 April 2023',
      'J. Gonzalez was sentenced on 1st March, 2023.',
    ])
  })

  const LONGER = 'Whose sentence is longer, A. Fox or B. Hen?'
  const both = (fox: string, hen: string) => compare(LONGER, [`A. Fox got ${fox}.`, `B. Hen got ${hen}.`], [fox, hen])

  test('knows a year for twelve months, and says when both are the same', async () => {
    expect((await both('two years', '30 months'))?.text).toMatch(/^Longer: B\. Hen, 30 months/)
    expect((await both('two years', '24 months'))?.text).toMatch(/^The same for both: /)
    expect((await both('two years', 'one year and 13 months'))?.text).toMatch(/^Longer: B/)
  })

  test.each([
    ['one of them has none', 'two years', 'a fine'],
    ['one of them has two', 'two years', 'three years, then one year'],
    ['nobody knows how many days a month has', 'two months', '60 days'],
  ])('is left alone where %s', async (_, fox, hen) => {
    expect(await both(fox, hen)).toBeNull()
  })

  test('is left alone where what was copied stands nowhere, or in the document of the other', async () => {
    const texts = ['A. Fox got two years.', 'B. Hen got five years.']
    expect(await compare(LONGER, texts, ['two years', 'nine years'])).toBeNull()
    expect(await compare(LONGER, texts, ['five years', 'five years'])).toBeNull()
  })

  test('of two in one document is taken from sentences that name the one alone', async () => {
    const apart = 'A. Fox got two years. B. Hen got five years.'
    const mixed = 'A. Fox got two years and B. Hen got five years.'
    expect((await compare(LONGER, [apart, ''], ['two years', 'five years']))?.text).toMatch(/^Longer: B/)
    expect(await compare(LONGER, [mixed, ''], ['two years', 'five years'])).toBeNull()
  })

  test('takes no name for one that is a part of another word', async () => {
    const texts = ['Ann pays £900 a year.', 'The annual rent of Bob is £700. The annual fee is £500.']
    const made = await compare('Who pays less, Ann or Bob?', texts, ['£900', '£700'])
    expect(made?.text).toMatch(/^Less: Bob, £700/)
    expect(await compare('Who pays less, Ann or Bob?', ['', texts[1] ?? ''], ['£500', '£700'])).toBeNull()
  })

  test.each([
    ['Stone was at -5 °C.', 'Hill was at -2 °C.', ['-5 °C', '-2 °C']],
    ['Stone was at −5 °C.', 'Hill was at 2 °C.', ['5 °C', '2 °C']],
    ['Stone was at minus 5 °C.', 'Hill was at 2 °C.', ['5 °C', '2 °C']],
    ['Stone paid A$500.', 'Hill paid $400.', ['A$500', '$400']],
    ['Stone paid (£500).', 'Hill paid £400.', ['£500', '£400']],
    ['Stone took 6 1/2 mg and 3 mg.', 'Hill took 4 mg.', ['6 1/2 mg and 3 mg', '4 mg']],
  ])('is left alone where a figure has a sign or a fraction: %s', async (stone, hill, copies) => {
    expect(await compare('Which is lower, Stone or Hill?', [stone, hill], copies)).toBeNull()
  })

  test('says figures without one', async () => {
    const made = await compare('Which is lower, Stone or Hill?', ['Stone: 5 °C.', 'Hill: 2 °C.'], ['5 °C', '2 °C'])
    expect(made?.text).toMatch(/^Lower: Hill, 2 °C/)
  })

  test.each(['6 1/2 years', '6½ years', '2.5 years and 3 months', 'a year and a half', '1/2 year'])(
    'is left alone where a length is no whole number: %s',
    async (fox) => expect(await both(fox, '30 months')).toBeNull(),
  )

  test('is the same whichever is named first', async () => {
    const months = fc.integer({ min: 2, max: 400 })
    await fc.assert(
      fc.asyncProperty(months, months, async (fox, hen) => {
        const texts = [`A. Fox got ${fox} months.`, `B. Hen got ${hen} months.`]
        const there = await compare(LONGER, texts, [`${fox} months`, `${hen} months`])
        const back = await compare('Whose sentence is longer, B. Hen or A. Fox?', texts.toReversed(), [
          `${hen} months`,
          `${fox} months`,
        ])
        const longer = fox === hen ? /^The same/ : fox > hen ? /^Longer: A/ : /^Longer: B/
        expect(there?.text).toMatch(longer)
        expect(back?.text).toMatch(longer)
      }),
      { numRuns: 30 },
    )
  })
})

test('a value is one day, length or amount, and none where a text has several', () => {
  expect(statedValue('On 1 May 2024 and 2024-05-01', 'day')?.rank).toBe('2024-05-01')
  expect(statedValue('from 1 May 2024 to 2 May 2024', 'day')).toBeNull()
  expect(statedValue('three years and six months', 'length')).toEqual({
    unit: 'months',
    rank: 42,
    said: 'three years and six months',
  })
  expect(statedValue('£1,200 a year', 'amount')?.said).toBe('£1,200')
  expect(statedValue('pulse 92 bpm', 'amount')).toEqual({ unit: 'beats/min', rank: 92, said: '92 bpm' })
  expect(statedValue('120/80 mmHg', 'amount')).toBeNull()
})
