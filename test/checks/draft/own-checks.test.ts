import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCrossReferences } from '../../../checks/draft/check-cross-references.ts'
import { checkAges, checkCalendar, checkWeekdays } from '../../../checks/draft/check-days.ts'
import { checkParties } from '../../../checks/draft/check-parties.ts'
import { checkQuotation, quotations } from '../../../checks/draft/check-quotation.ts'
import { checkSums, checkTable } from '../../../checks/draft/check-sums.ts'
import { isCalled, pageCitations } from '../../../checks/draft/page-citations.ts'
import { stemmedPlaces } from '../../../checks/draft/rank-places.ts'
import { timesAsLong } from '../../times-as-long.ts'
import { lexicon } from '../lexicon.ts'

const TEXT = [
  'A notice is deemed served on the second working day after posting, whether or not it is received.',
  'The Recipient shall not disclose the Confidential Information to any third party.',
  'The Tenant may assign the whole of this lease, unless the Landlord reasonably objects within a month.',
].join('\n\n')

function quoted(sentence: string, text = TEXT) {
  const source = { source: 'S1', text, context: 'lease' }
  const [span] = quotations(sentence)
  return (
    span &&
    checkQuotation(sentence, span, {
      sources: [source],
      wide: [],
      placesOf: stemmedPlaces,
      lexicon,
      isWholeSearch: true,
    })
  )
}

describe('quoted words', () => {
  test('that stand so are verbatim, also part of a sentence that nothing turns', () => {
    expect(quoted('It is “deemed served on the second working day after posting”.')?.verdict).toBe('verbatim')
    expect(quoted('It says “[t]he Recipient shall not disclose the Confidential Information”.')?.verdict).toBe(
      'verbatim',
    )
  })
  test('that differ are contradicted with what stands there', () => {
    expect(
      quoted('It is “deemed served on the second day after posting, whether or not it is received”.'),
    ).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'leftOut', stands: 'working' },
    })
    expect(quoted('It is “deemed served on the third working day after posting”.')).toMatchObject({
      said: { code: 'quoteDiffers', written: 'third', stands: 'second' },
    })
  })
  test('that are cut behind a "not" or before an exception are contradicted, unless the draft says it beside them', () => {
    expect(quoted('The Recipient would “disclose the Confidential Information to any third party”.')).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'quoteCutBefore', words: 'not' },
    })
    expect(quoted('The Recipient must not “disclose the Confidential Information to any third party”.')?.verdict).toBe(
      'verbatim',
    )
    expect(quoted('“The Tenant may assign the whole of this lease”.')).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'quoteCutBehind', words: 'unless the Landlord reasonably objects within a month' },
    })
    expect(quoted('“The Tenant may assign the whole of this lease” unless the Landlord objects.')?.verdict).toBe(
      'verbatim',
    )
  })
  test('are not turned by a "not" that a comma parts from them, unless it opens what stands between commas', () => {
    const record =
      'Abdomen not tender, bowel sounds present in all four quadrants.\n\nHe did not, he says, disclose the Confidential Information to anybody.'
    expect(quoted('The note has “bowel sounds present in all four quadrants”.', record)?.verdict).toBe('verbatim')
    expect(quoted('He would “disclose the Confidential Information to anybody”.', record)?.verdict).toBe('contradicted')
  })
  test.each([
    [
      'He holds an “exclusive licence to use the Software in Europe”.',
      'He holds a non-exclusive licence to use the Software in Europe.',
    ],
    [
      'The Tenant may “assign the whole of the Premises”.',
      'The Tenant shall not, without the prior written consent of the Landlord, assign the whole of the Premises.',
    ],
    [
      'It says “the Tenant may withhold the rent”.',
      'If the Landlord fails to repair the roof, the Tenant may withhold the rent.',
    ],
    [
      'It says “the Tenant may assign the whole of the Premises”.',
      'The Tenant may assign the whole of the Premises with the prior written consent of the Landlord.',
    ],
    [
      'The court said “the notice was validly served on the tenant”.',
      'The court rejected the submission that the notice was validly served on the tenant.',
    ],
  ])('that their sentence turns are not confirmed: %s', (sentence, page) => {
    expect(['contradicted', 'not-checkable']).toContain(quoted(sentence, page)?.verdict)
  })
  test('that say what was done are not accused of leaving out a consent', () => {
    const minutes = 'The committee adopted the annual budget with the approval of the council on 5 May.'
    expect(quoted('The minutes say “The committee adopted the annual budget”.', minutes)?.verdict).not.toBe(
      'contradicted',
    )
  })
  test('that stand nowhere are missing, but not a few that may name a thing', () => {
    expect(quoted('He wrote “we never had any such letter from your client”.')?.verdict).toBe('nowhere')
    expect(quoted('The “Permitted Use” is a bakery.')).toBeNull()
  })
})

describe('calculations', () => {
  const said = (sentence: string) =>
    checkSums(sentence).map((one) => (one.said?.code === 'sum' ? one.said.calculation : ''))
  test('of many steps far apart take time in proportion to their length', async () => {
    const checked = (steps: number) => () => said(`The parts are 1${' +      1'.repeat(steps)} here.`)
    expect(await timesAsLong(checked(8), checked(2), 11)).toBeLessThan(11)
  })
  test.each([
    ['The Landlord claims three quarters at £6,180, together £18,240.', '3 × £6,180 = £18,540'],
    ['Stock of £640 and takings of £1,670, together £2,410.', '£640 + £1,670 = £2,310'],
    ['This is 3 × £40 = £130.', '3 × £40 = 120'],
    ['Within ten (11) days.', 'ten ≠ 11'],
    ['Drei Raten zu 400 €, zusammen 1.300 €.', '3 × 400 € = 1,200 €'],
    ['On 34 (thirty) days’ notice.', 'thirty ≠ 34'],
  ])('that do not come out are reported: %s', (sentence, calculation) => {
    expect(said(sentence)).toEqual([calculation])
  })
  test.each([
    'The Landlord claims three quarters at £6,180, together £18,540.',
    'Stock of £640 and takings of £1,670, together £2,310.',
    'Drei Raten zu 400 €, zusammen 1.200 €.',
    'Between 3 and 5 mg twice a day, in total for 7 days.',
    'He paid £500 in May; together with his wife he owns two houses.',
    'Within ten (10) days, and at 2 p.m. on 3 May 2020.',
    'A third of £3.33 each comes to £1.11.',
    'There were two payments of £500 and one of £200, together £1,200.',
    'There were two payments of £500 and three payments of £200, together £1,600.',
    'She takes 5 mg twice daily and 10 mg at night, in total 20 mg.',
    'The factor is 1,5 × 2 = 3.',
    'Das sind 1.200 + 300 = 1.500 Euro.',
    'The shift is 9–17 = 8 hours.',
    'That is 2 × 30 = 1 hour, and 3 × 400,000 = 1.2 million.',
    'The share is 1/2 + 3 = 3.5.',
    'Phase two (2021) began.',
  ])('that come out, or are none, are left alone: %s', (sentence) => {
    expect(said(sentence)).toEqual([])
  })
  test('of a table are its totals', () => {
    expect(checkTable('Item\tCost\nOven\t£1,200\nFlue\t£300\nTotal\t£1,600')).toMatchObject([
      { start: 38, end: 44, said: { calculation: '1,200 + 300 = 1,500' } },
    ])
    expect(checkTable('Item\tCost\nOven\t£1,200\nFlue\t£300\nTotal\t£1,500')).toEqual([])
    for (const right of [
      'Item\tCost\nOven\t200\nFlue\t100\nTotal\t300\nVAT\t60\nFee\t10\nGrand total\t370',
      'Item\tCost\nOven\t200\nFlue\t100\nZwischensumme\t300\nFee\t60\nGesamt\t360',
      'Posten\tBetrag\nOfen\t1.200\nAbzug\t300\nGesamt\t1.500',
      'Item\tCost\nOven\t900\nFlue\t300\nLess deposit\t200\nTotal\t1,000',
    ])
      expect(checkTable(right)).toEqual([])
    expect(checkTable('Item\tCost\nOven\t200\nFlue\t100\nTotal\t300\nVAT\t60\nGrand total\t370')).toMatchObject([
      { said: { calculation: '300 + 60 = 360' } },
    ])
    expect(checkTable('Item\tNote\nOven\tnew\nFlue\told\nTotal\t2')).toEqual([])
  })

  test('of a table are right in groups with totals of their own, and wrong when the last is off', () => {
    const amount = fc.integer({ min: 1, max: 9999 })
    const group = fc.record({
      items: fc.array(amount, { minLength: 1, maxLength: 4 }),
      label: fc.constantFrom('Subtotal', 'Net total', 'Zwischensumme', 'Total', ''),
    })
    const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const rows = groups.flatMap(({ items, label }) => [
          ...items.map((value, at) => `Item ${at}\t${value.toLocaleString('en')}`),
          ...(label === '' ? [] : [`${label}\t${sumOf(items).toLocaleString('en')}`]),
        ])
        const all = groups.flatMap(({ items }) => items)
        const checked = (total: number) => checkTable(['Item\tCost', ...rows, `Grand total\t${total}`].join('\n'))
        expect(checked(sumOf(all))).toEqual([])
        // The total of a single row is not checked.
        const wrong = all.length > 1 ? [{ kind: 'sum', verdict: 'contradicted' }] : []
        expect(checked(sumOf(all) + 100_000)).toMatchObject(wrong)
      }),
    )
  })
})

describe('days and ages', () => {
  test('a weekday that its date does not fall on is reported, in any language that is read', () => {
    const weekdays = (sentence: string) => checkWeekdays(sentence).map(({ said }) => said)
    expect(weekdays('Posted on Thursday 27 September 2024.')).toEqual([
      { code: 'weekday', day: '2024-09-27', weekday: 5 },
    ])
    expect(weekdays('Am Montag, dem 27. September 2024, ging er.')).toEqual([
      { code: 'weekday', day: '2024-09-27', weekday: 5 },
    ])
    for (const right of [
      'Posted on Friday 27 September 2024.',
      'On 27 September 2024 (Friday).',
      'Open from Monday to Tuesday, 1 June 2023 to 30 June 2023.',
      'Closed on Monday, Tuesday and Sunday, 2 June 2023.',
      'On Monday. It was 27 September 2024.',
    ])
      expect(weekdays(right)).toEqual([])
  })
  test('an age that the date of birth does not give on the day named is reported', () => {
    expect(checkAges('Mr Roe (born 16 November 1964), aged 59, was arrested on 25 February 2023.')).toMatchObject([
      { said: { age: 58, day: '2023-02-25' } },
    ])
    expect(checkAges('Mr Roe (born 16 November 1964), aged 58, was arrested on 25 February 2023.')).toEqual([])
    expect(checkAges('Mr Roe, aged 59 (born 16 November 1964), was arrested on 25 February 2023.').length).toBe(1)
    for (const other of [
      'Mr Roe, aged 59, was arrested on 25 February 2023.',
      'Mr Roe, born 16 November 1964, has a son aged 12, who was examined on 25 February 2023.',
      'Mr Roe, born 16 November 1964, was diagnosed at the age of 40 and was seen on 25 February 2023.',
      'Mr Roe, born 16 November 1964, aged 40 when he was hired, was seen on 25 February 2023.',
      'Mr Roe, born 16 November 1964, was hired at age 40 and was seen on 25 February 2023.',
    ])
      expect(checkAges(other)).toEqual([])
  })
})

describe('pages, parts and parties', () => {
  test('a page is read with the document that it is of', () => {
    const read = (sentence: string) => pageCitations(sentence).map(({ pages, document }) => [document.join(' '), pages])
    expect(read('It is so (lease, page 9).')).toEqual([['lease', [9]]])
    expect(read('It is so (the break notice at pp. 3-5).')).toEqual([['break notice', [3, 4, 5]]])
    expect(read('See page 12 of the judgment.')).toEqual([['judgment', [12]]])
    expect(read('Die Miete beträgt 400 € im Monat und ist am Ersten fällig (Mietvertrag, S. 3).')).toEqual([
      ['mietvertrag', [3]],
    ])
    for (const other of [
      'It is so (2019, 12 pages in all).',
      'He had a fever (temp. 39) and a fast breath (resp. 18).',
      'The notice was served under it (Housing Act 1988, s. 21).',
      'The notice was served under it (Housing Act 1988, S. 21).',
      'The tenancy is protected by s. 25 of the Landlord and Tenant Act.',
    ])
      expect(read(other)).toEqual([])
    expect([
      isCalled(['break', 'notice'], 'Break notice 2025', ''),
      isCalled(['letter'], 'Break notice', 'Dear Sirs'),
    ]).toEqual([true, false])
  })
  test('a reference to a paragraph that the draft lacks is reported, one to another text is not', () => {
    const texts = [
      '1. One.',
      '2. As set out in paragraph 3, two.',
      '3. Paragraph 9 of the witness statement; see paragraph 7.',
    ]
    const parts = texts.map((text, at) => ({
      start: at * 100,
      end: at * 100 + text.length,
      number: String(at + 1),
      text,
    }))
    expect(checkCrossReferences(parts).map(({ said, start }) => [said, start])).toEqual([
      [{ code: 'noTarget', target: 'paragraph 7' }, 245],
    ])
  })
  test('a reference to a part whose heading says its number in words is right', () => {
    const texts = ['1. One.', '2. Two, as set out in section 4 above.', '3. Three.', 'Section 4: Costs', '§ 5 Kosten']
    const parts = texts.map((text, at) => ({
      start: at * 100,
      end: at * 100 + text.length,
      number: at < 3 ? String(at + 1) : '',
      text,
    }))
    expect(checkCrossReferences(parts)).toEqual([])
    expect(checkCrossReferences(parts.slice(0, 3)).length).toBe(1)
  })
  test('a name with the part of the other side is reported, where the documents never give it that part', () => {
    const source = {
      source: 'S1',
      text: 'Pennifold Estates Limited (the “Landlord”) and Larkspur Bakery Limited (the “Tenant”)',
      context: '',
    }
    expect(checkParties('The Landlord, Larkspur Bakery Limited, closed it.', [source])).toMatchObject([
      { verdict: 'contradicted', said: { name: 'Larkspur Bakery Limited' } },
    ])
    expect(checkParties('The Tenant, Larkspur Bakery Limited, closed it.', [source])).toEqual([])
    for (const other of [
      'The Landlord, Thornbury Limited, closed it.',
      'By letter from the Landlord, Larkspur Bakery Limited was told to leave.',
      'By letter from the Landlord, Larkspur Bakery Limited, then trading, was told to leave.',
      'Copies went to the Landlord, Larkspur Bakery Limited and the insurer.',
      'Copies went to the Landlord, Larkspur Bakery Limited, and the insurer.',
      'Copies went to Larkspur Bakery Limited, the Landlord and the insurer.',
      'Larkspur Bakery Limited, the Landlord’s tenant, closed it.',
      'Larkspur Bakery Limited is the landlord’s tenant.',
    ])
      expect(checkParties(other, [source])).toEqual([])
    for (const wrong of [
      'Larkspur Bakery Limited, the Landlord, closed it.',
      'Landlord: Larkspur Bakery Limited',
      'Larkspur Bakery Limited is the landlord of the shop.',
    ])
      expect(checkParties(wrong, [source]).length).toBe(1)
  })
})

test('a day that no calendar has is contradicted by the calendar, with the words of the draft', () => {
  expect(checkCalendar('The hearing of 32 June was put off.')).toMatchObject([
    { kind: 'date', verdict: 'contradicted', start: 15, end: 22, said: { code: 'noSuchDay', written: '32 June' } },
  ])
  expect(checkCalendar('The hearing of 30 June was put off.')).toEqual([])
})

describe('an amount that others in the sentence give', () => {
  const calculations = (sentence: string) =>
    checkSums(sentence).map(({ said }) => (said?.code === 'sum' ? said.calculation : ''))
  test.each([
    ['Your letter claims £1,842.60, made up of £1,150.00 and £792.60.', '£1,150.00 + £792.60 = £1,942.60'],
    ['Claimed is £100 of costs, consisting of £30, £40 and £20.', '£30 + £40 + £20 = £90'],
    ['His weight fell from 92.4 kg on 3 June to 86.1 kg on 10 June, a loss of 7.3 kg.', '92.4 kg − 86.1 kg = 6.30 kg'],
    ['The rent rose from £9,600 to £10,000, an increase of £500.', '£10,000 − £9,600 = £400'],
  ])('does not come out: %s', (sentence, calculation) => expect(calculations(sentence)).toEqual([calculation]))
  test.each([
    'Your letter claims £1,842.60, made up of £1,150.00 and £692.60.',
    'Your letter claims £1,842.60, made up of £1,150.00, £500.00 and other costs.',
    'The fee of £1,000.00 consists of £500.00, £300.00 and the rest as VAT.',
    'The sum of £500, made up of two payments of £200 and one of £100, was paid.',
    'His weight fell from 92.4 kg on 3 June to 86.1 kg on 10 June, a loss of 6.3 kg.',
    'The share rose from 20 per cent to 30 per cent, an increase of 50 per cent.',
    'The rent rose from £9,600 to £10,000 in May, and by an increase of £500 in June.',
  ])('comes out, or may: %s', (sentence) => expect(calculations(sentence)).toEqual([]))
})
