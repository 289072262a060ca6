import { describe, expect, test } from 'vitest'
import { checkClaim } from '../../checks/check-claim.ts'
import { lexicon } from './lexicon.ts'

const lease = {
  source: 'S1',
  context: 'Lease',
  text: '12.3 A notice to the Tenant may be left at the Premises.\n12.4 A notice sent by recorded delivery is deemed served on the second working day after posting, whether or not it is received.',
}

test('a sentence that stands in its source word for word is verbatim, with the exact span', () => {
  const claim = checkClaim(
    { text: 'A notice to the tenant may be left at the premises.', sources: ['S1'] },
    { sources: [lease], question: '', lexicon },
  )
  expect(claim).toMatchObject({
    verdict: 'verbatim',
    citations: [{ source: 'S1', quote: 'A notice to the Tenant may be left at the Premises' }],
  })
})

test('words between quotation marks decide for the sentence around them', () => {
  const claim = checkClaim(
    { text: 'The lease says a notice “is deemed served on the second working day after posting”.', sources: ['S1'] },
    { sources: [lease], question: '', lexicon },
  )
  expect(claim).toMatchObject({
    verdict: 'verbatim',
    citations: [{ quote: 'is deemed served on the second working day after posting' }],
  })
})

test('one changed word is not verbatim', () => {
  const claim = checkClaim(
    { text: 'A notice to the tenant must be left at the premises.', sources: ['S1'] },
    { sources: [lease], question: '', lexicon },
  )
  expect(claim).toMatchObject({
    verdict: 'unchecked',
    citations: [{ quote: '12.3 A notice to the Tenant may be left at the Premises.' }],
  })
})

test('a paraphrase is unchecked and points at the sentence that it is nearest to', () => {
  const claim = checkClaim(
    { text: 'Posting counts as service two working days later.', sources: ['S1'] },
    { sources: [lease], question: '', lexicon },
  )
  expect(claim.verdict).toBe('unchecked')
  expect(claim.citations[0]?.quote).toContain('second working day')
})

test('a sentence without a source, or with one that shares nothing with it, is unsupported', () => {
  expect(
    checkClaim(
      { text: 'Brightwater acted for the landlord.', sources: [] },
      { sources: [lease], question: '', lexicon },
    ).verdict,
  ).toBe('unsupported')
  expect(
    checkClaim({ text: 'Giraffes eat acacia.', sources: ['S1'] }, { sources: [lease], question: '', lexicon }).verdict,
  ).toBe('unsupported')
})

test('words that the question has already do not decide which sentence is quoted', () => {
  const source = {
    source: 'S1',
    context: '',
    text: 'In the Court of Preston, case 4.\nThe defendant works as an accountant.',
  }
  const question = 'In the case of Preston Court, what is the occupation of the defendant?'
  const claim = checkClaim(
    { text: 'In the case of Preston Court the defendant is an accountant.', sources: ['S1'] },
    { sources: [source], question, lexicon },
  )
  expect(claim.citations[0]?.quote).toBe('The defendant works as an accountant.')
})

const checked = (text: string, sources = [lease], question = '') =>
  checkClaim({ text, sources: sources.map(({ source }) => source) }, { sources, question, lexicon })

test('a sentence with a slip is close, and says what stands in the source', () => {
  expect(checked('A notice sent by recorded delivery is demed served on the second working day.')).toMatchObject({
    verdict: 'close',
    absent: [],
    differences: [{ written: 'demed', stands: 'deemed' }],
  })
})

test('word for word in another source goes before close in the one that is named', () => {
  const other = { source: 'S2', context: '', text: 'A notice to the tennant may be left at the premises.' }
  const claim = checkClaim(
    { text: 'A notice to the tenant may be left at the premises.', sources: ['S2'] },
    { sources: [other, lease], question: '', lexicon },
  )
  expect(claim).toMatchObject({ verdict: 'verbatim', citations: [{ source: 'S1' }] })
})

test('words in front that say where it stands do not count, if they speak of the source', () => {
  expect(checked('According to the lease, a notice to the tenant may be left at the premises.').verdict).toBe(
    'verbatim',
  )
  expect(checked('According to the butler, a notice to the tenant may be left at the premises.').verdict).toBe(
    'unchecked',
  )
})

test('a few quoted words in a sentence of the model’s own do not make it verbatim', () => {
  const sentence =
    'The landlord lost the action because the agent had not read “recorded delivery is deemed served” in the lease of 2012 at all.'
  expect(checked(sentence).verdict).toBe('unchecked')
})

test('what a sentence says around a quote is not borne out by the quote', () => {
  const quote = '“is deemed served on the second working day after posting”'
  expect(checked(`It is false that a notice ${quote}.`).verdict).toBe('unchecked')
  expect(checked(`The lease nowhere says ${quote}.`).verdict).toBe('unchecked')
  expect(checked(`Judge Smith wrote in 2031: ${quote}.`).absent).toEqual(expect.arrayContaining(['2031']))
})

test('who is said to speak must be the source', () => {
  for (const frame of ['According to the tenant,', 'As noted in no document,', 'Per month,'])
    expect(checked(`${frame} a notice to the tenant may be left at the premises.`).verdict).toBe('unchecked')
})

test('words that are quoted from nowhere are told', () => {
  expect(checked('The lease says that a notice “is deemed served on the day of posting”.').absent).toContain(
    'is deemed served on the day of posting',
  )
})

describe('a near copy of what it cites', () => {
  const letter =
    'The patient is not allergic to penicillin. The left kidney is small. The right kidney was removed in 2019.'
  const absent = (text: string) =>
    checkClaim(
      { text, sources: ['S1'] },
      { sources: [{ source: 'S1', context: 'letter', text: letter }], question: '', lexicon },
    ).absent

  test('holds the words that deny it or that mean the other side for absent', () => {
    expect(absent('The patient is allergic to penicillin.')).toEqual(['is allergic'])
    expect(absent('The left kidney was removed in 2019.')).toEqual(['left kidney'])
  })

  test('is as good as any sentence of the source that says the same', () => {
    expect(absent('His left kidney is small now.')).toEqual([])
    expect(absent('Penicillin gives the patient no allergy.')).toEqual([])
  })
})

describe('of two documents that the question names', () => {
  const ashton = { source: 'S1', context: 'ashton.pdf', text: 'The rent is paid every month. The term is ten years.' }
  const glenwood = { source: 'S2', context: 'glenwood.pdf', text: 'Lease of Glenwood House. It is paid every quarter.' }
  const named = [
    { words: new Set(['ashton']), sources: new Set(['S1']) },
    { words: new Set(['glenwood']), sources: new Set(['S2']) },
  ]
  const compared = (text: string, marks: readonly string[], other = glenwood) =>
    checkClaim(
      { text, sources: marks },
      { sources: [ashton, other], question: 'How is the rent of Ashton and of Glenwood paid?', lexicon, named },
    )

  test('a sentence on both that cites one alone does not hold the name of the other', () => {
    const claim = compared('Ashton and Glenwood have their rent paid every month.', ['S1'])
    expect(claim).toMatchObject({ verdict: 'unchecked', absent: ['Glenwood'] })
    expect(claim.citations.map(({ source }) => source)).toEqual(['S1'])
  })

  test('a sentence on one that cites the other does not hold its name', () => {
    expect(compared('At Glenwood the term is of ten years.', ['S1']).absent).toEqual(['Glenwood'])
    expect(compared('Glenwood’s term is of ten years.', ['S1']).absent).toEqual(['Glenwood'])
  })

  test('a sentence on both that names a source of each cites both', () => {
    const claim = compared('Ashton and Glenwood have their rent paid every month.', ['S1', 'S2'])
    expect(claim).toMatchObject({ verdict: 'unchecked', absent: [] })
    expect(claim.citations.map(({ source }) => source)).toEqual(['S1', 'S2'])
  })

  test('what is cited may name both, and the document that is meant need not name itself', () => {
    const letter = { source: 'S2', context: 'letter.pdf', text: 'Ashton and Glenwood pay the same rent every month.' }
    expect(compared('For Ashton as for Glenwood the same rent is due each month.', ['S2'], letter).absent).toEqual([])
    expect(compared('At Ashton the term is of ten years.', ['S1']).absent).toEqual([])
  })

  test('a name is no word of the sentence in small letters', () => {
    const house = { words: new Set(['quarter']), sources: new Set(['S9']) }
    const claim = checkClaim(
      { text: 'The rent is paid each month and not each quarter.', sources: ['S1'] },
      { sources: [ashton], question: 'Compare Ashton with the Quarter.', lexicon, named: [...named, house] },
    )
    expect(claim.absent).toEqual([])
  })
})

test('a sentence that ends before the date that was asked for is not supported, but what a source says word for word is', () => {
  const question = 'On which date was the notice posted?'
  const asked = { sources: [lease], question, lexicon }
  const open = checkClaim({ text: 'The notice was posted on.', sources: ['S1'] }, asked)
  expect(open).toMatchObject({ verdict: 'unsupported', citations: [] })
  const result = { source: 'S1', context: 'Result', text: 'Her blood group is A.' }
  const said = { sources: [result], question: 'What is her blood group?', lexicon }
  expect(checkClaim({ text: 'Her blood group is A.', sources: ['S1'] }, said)).toMatchObject({ verdict: 'verbatim' })
})

test('a word and the same word behind “non” never confirm each other', () => {
  const frames = [
    (word: string) => `The Licensee is granted a ${word} licence of the Software in Germany.`,
    (word: string) => `The patient is ${word} and lives alone.`,
    (word: string) => `The payment of the deposit is ${word} in every case.`,
  ]
  const confirming = frames.flatMap((frame) =>
    ['exclusive', 'refundable', 'diabetic', 'transferable'].flatMap((word) =>
      ['non-', 'non '].flatMap((non) => {
        const [plain, denied] = [frame(word), frame(`${non}${word}`)]
        return [
          { claim: plain, source: denied },
          { claim: denied, source: plain },
        ].filter(({ claim, source }) => {
          const sources = [{ source: 'S1', context: '', text: source }]
          const { verdict } = checkClaim({ text: claim, sources: ['S1'] }, { sources, question: '', lexicon })
          return ['verbatim', 'close', 'supported'].includes(verdict)
        })
      }),
    ),
  )
  expect(confirming).toEqual([])
})
