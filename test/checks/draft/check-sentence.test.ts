import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSentence } from '../../../checks/draft/check-sentence.ts'
import { stemmedPlaces } from '../../../checks/draft/rank-places.ts'
import { lexicon } from '../lexicon.ts'
import { check, LEASE } from './check-one-sentence.ts'

describe('places that are ordinary words too', () => {
  const report = 'The hearing was held in Norway before Mr Brown, and the goods were kept in Bristol until the spring.'
  test('are reported where another is in the place of one', () => {
    const [written, stands] = ['Chile', 'Norway']
    const { verdict, said } = check(report.replace(stands, written), report)
    expect({ verdict, said }).toEqual({ verdict: 'contradicted', said: { code: 'otherwise', written, stands } })
  })
  test.each([
    ['The nurse saw Brown in the morning and he went home at noon.', 'Brown', 'Mary'],
    ['The claim was brought under the English rules that were then in force.', 'English', 'British'],
    ['The order was made by the Master on the papers after the hearing.', 'Master', 'Judge'],
  ])('and nothing is accused where both may be of one person, people or office: %s', (page, stands, written) => {
    expect(check(page.replace(stands, written), page).verdict).toBe('not-checkable')
  })
})

describe('another name of the same person or place', () => {
  test.each([
    ['The letter was read to Elizabeth Baird at the hearing of the claim in the spring.', 'Elizabeth', 'Liz'],
    ['The goods were kept in München by the carrier before the end of the month.', 'München', 'Munich'],
    ['The company has its seat in London and sells its goods in all of the towns.', 'London', 'England'],
    ['Der Vertrag wurde in Wien von beiden Parteien unterschrieben und im Mai hinterlegt.', 'Wien', 'Vienna'],
    ['The contract is under the law of Germany and was signed by both of the parties.', 'Germany', 'Deutschland'],
  ])('is shown to be compared, and accuses nothing: %s', (page, stands, written) => {
    const { verdict, at } = check(page.replace(stands, written), page)
    expect([verdict, at.length]).toEqual(['not-checkable', 1])
  })
})

describe('an amount of money with a point before three figures', () => {
  const page = 'The tenant paid a deposit of 1,200 euros on the first day of the lease.'
  test.each(['1.200 euros', '€1.200', 'EUR 1.200'])('is thousands, also in English: %s', (amount) => {
    expect(check(page.replace('1,200 euros', amount), page).verdict).not.toMatch(/contradicted|nowhere/)
  })
  test('is reported where it is another one, and is a price to the thousandth for each of something', () => {
    expect(check(page.replace('1,200', '1.300'), page).verdict).toBe('contradicted')
    const price = 'The price of the fuel was 1.459 euros per litre on the first day of the lease.'
    expect(check(price.replace('1.459', '1,459'), price).verdict).toBe('contradicted')
  })
})

describe('a sentence on a row of a table', () => {
  const table = [
    'Medicines on discharge',
    '| Medicine | Dose | Status | Reason or comment |',
    '| --- | --- | --- | --- |',
    '| Bisoprolol | 2.5 mg once daily | Unchanged | Rate control and heart failure |',
    '| Spironolactone | – | Stopped | Was 25 mg once daily; hyperkalaemia |',
    '| Furosemide | 40 mg twice daily | Increased | Was 40 mg once daily |',
  ].join('\n')
  test.each([
    'Bisoprolol was increased.',
    'Spironolactone was continued at 25 mg.',
    'Spironolactone was increased.',
    'Furosemide was reduced.',
    'Furosemide was stopped.',
  ])('that gives the thing of the row another state is contradicted: %s', (sentence) => {
    expect(check(sentence, table).verdict).toBe('contradicted')
  })
  test.each([
    ['Furosemide was started.', table],
    ['The rent deposit was paid.', '| Rent deposit | £5,000 | Received | service charge unpaid |'],
    ['Warfarin was continued.', '| Warfarin | aspirin stopped | continued after surgery |'],
    [
      'Bisoprolol was continued.',
      '| Bisoprolol | 2.5 mg | See comment | Was stopped on admission, given again later |',
    ],
    ['Warfarin was continued.', 'Medications: aspirin stopped, warfarin given'],
  ])('is not accused by a state that is of something else: %s', (sentence, row) => {
    expect(check(sentence, row).verdict).not.toBe('contradicted')
  })
  test('is contradicted also where the rest of the file names the thing with no state', () => {
    const note = `${table}\n\nFurosemide 40 mg twice daily, bisoprolol 2.5 mg and apixaban 5 mg go on.`
    expect(check('Bisoprolol was increased.', note)).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'otherwise', written: 'increased', stands: 'Unchanged' },
    })
  })
  test.each(['Bisoprolol was unchanged.', 'Spironolactone was stopped.'])(
    'that gives it its own is not: %s',
    (sentence) => {
      expect(check(sentence, table).verdict).toBe('supported')
    },
  )
})

describe('what a page says in other words', () => {
  const letter = [
    'Mrs Okafor was kept on the ward for two weeks. Her furosemide was raised by Dr Whitlock to 20 mg each morning.',
    'On the right lung there was a shadow which measured about 1 cm when it was looked at on 3 June 2021.',
  ].join('\n\n')
  test.each([
    ['Dr Whitlock then put up the furosemide to a morning dose of 40 mg.', '40 mg', '20 mg'],
    ['The right lung showed a shadow of some 2 cm in the scan.', '2 cm', '1 cm'],
  ])('comes with the value that the page has otherwise: %s', (sentence, written, stands) => {
    const { verdict, said } = check(sentence, letter)
    expect({ verdict, said }).toEqual({ verdict: 'not-checkable', said: { code: 'otherValue', written, stands } })
  })
  test('without one where the page has the value elsewhere, or has several', () => {
    const twice = `${letter} At home she took 40 mg.`
    expect(check('Dr Whitlock then put up the furosemide to a morning dose of 40 mg.', twice).said?.code).toBe(
      'otherWords',
    )
  })
  test('without a number that has no unit, which may count anything', () => {
    const said = check('Dr Whitlock, 46, put up the furosemide for Mrs Okafor.', `${letter} Bed 7.`)
    expect(said).toMatchObject({ verdict: 'not-checkable', said: { code: 'otherWords' } })
  })
  test('is not looked for where a heading only names things', () => {
    expect(check('Mrs Okafor and Dr Whitlock on the ward', letter)).toMatchObject({ said: { code: 'noFact' }, at: [] })
  })
})

describe('a copy of a sentence with one thing changed', () => {
  const PAGE = [
    'Mr Adams, in his capacity as an accountant, diverted the public funds of the department.',
    'The letter was read to Jeanette Baird at the hearing of the claim in the spring.',
    'Physical evidence was found in the office of the accountant by the two auditors.',
    'The parties signed the deed in the house of the notary as of the date written above.',
    'The right to use the works is described in sections 1 and 2 of this deed alone.',
    'In April 2022, and again in May 2022, the accountant made false invoices for the works.',
    'The employer has appealed, and says that it did not receive notice of the hearing.',
    'On notice of the hearing the employer appealed and did receive the papers later.',
    'The rule does not apply to notes that are kept in the books of the board.',
    'On 30 December 2018 the employee slipped and fell on the wet walkway of the yard.',
  ].join('\n\n')

  test.each([
    ['Mr Adams', 'Mr Lucas', 'Lucas', 'Adams'],
    ['Mr Adams', 'Mr Price', 'Price', 'Adams'],
    ['Jeanette Baird', 'Ashley Morgan', 'Ashley Morgan', 'Jeanette Baird'],
    ['Physical', 'Mental', 'Mental', 'Physical'],
    ['above', 'below', 'below', 'above'],
    ['sections 1', 'sections 2', '2', '1'],
    ['has appealed', "hasn't appealed", "hasn't", 'has'],
    ['rule does not apply', 'rule applies', '', 'does not'],
    ['30 December', '30 November', '30 November 2018', '30 December 2018'],
  ])('says of "%s" that it is "%s", and is contradicted', (from, to, written, stands) => {
    const sentence = PAGE.split('\n\n').find((one) => one.includes(from)) ?? ''
    expect(check(sentence.replace(from, to), PAGE)).toMatchObject({
      verdict: 'contradicted',
      said: written === '' ? { code: 'leftOut', stands } : { code: 'otherwise', written, stands },
    })
  })

  test('is contradicted where a wrong year is said twice, and not where two days are otherwise', () => {
    const sentence = 'In April 2022, and again in May 2022, the accountant made false invoices for the works.'
    expect(check(sentence.replaceAll('2022', '2019'), PAGE).verdict).toBe('contradicted')
    expect(check(sentence.replace('April 2022', 'June 2019').replace('May 2022', 'July 2020'), PAGE).verdict).not.toBe(
      'contradicted',
    )
  })

  test.each(['Mr Adams', 'Dr Adams', 'Herr Adams', 'Frau Adams', 'Mme Adams', 'Señor Adams', 'Pan Adams'])(
    'has another name behind the title in %s',
    (name) => {
      const page = `The accounts were drawn up by ${name} and kept in the department until the audit.`
      const said = { code: 'otherwise', written: 'Lucas', stands: 'Adams' }
      expect(check(page.replace('Adams', 'Lucas'), page)).toMatchObject({ verdict: 'contradicted', said })
    },
  )

  test('is not accused of a name where its source has it elsewhere, nor by the label that a place begins with', () => {
    const page = 'The accounts were drawn up by Mr Adams and kept in the department until the audit.'
    const sentence = page.replace('Adams', 'Lucas')
    expect(check(sentence, `${page}\n\nMr Lucas Adams is an accountant.`).verdict).not.toBe('contradicted')
    const record = 'Past History: Generally healthy for her age, with managed hypertension.'
    expect(check('Mrs Alvarez is generally healthy for her age, with managed hypertension.', record).verdict).not.toBe(
      'contradicted',
    )
  })

  test('is no slip of the pen where two names are told by a letter', () => {
    const page = 'The patient was seen on the ward by Dr Amess and went home in the evening.'
    expect(check(page.replace('Amess', 'Ames'), page)).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'otherwise', written: 'Ames', stands: 'Amess' },
    })
  })

  test('is found behind words that name a case with its stops', () => {
    const page = 'The court denied the request of the employee for temporary disability benefits.'
    const sentence = `According to the judgment Roe v. Lee Ltd. of the board, the court granted${page.slice('The court denied'.length)}`
    expect(check(sentence, page)).toMatchObject({ verdict: 'contradicted', said: { written: 'granted' } })
  })

  test('is contradicted whatever its numbers are, and with them as they are it is confirmed', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(numbers, ([first = 1, second = 2, other = 3]) => {
        const sentence = (one: number) => `The tenant let rooms ${one} and ${second} of the house to the two lodgers.`
        expect(check(sentence(first), sentence(first)).verdict).toBe('verbatim')
        expect(check(sentence(other), sentence(first)).verdict).toBe('contradicted')
        expect(check(sentence(second), sentence(first)).verdict).toBe('contradicted')
      }),
      { numRuns: 40 },
    )
  })
})

describe('a sentence of a draft', () => {
  test.each([
    ['The Tenant shall insure the shopfront against fire.', 'verbatim'],
    ['The Tenant shall insure the shopfront against the fire.', 'close'],
    ['On 24 June 2021 the rent of £38,400 was paid by Marian Larkspur.', 'supported'],
    ['According to the lease, the Tenant shall insure the shopfront against fire.', 'verbatim'],
    ['It is recorded that the oven was stopped on 3 May 2022.', 'verbatim'],
  ])('that the document bears out is confirmed: %s', (sentence, verdict) => {
    expect(check(sentence).verdict).toBe(verdict)
  })

  test.each([
    [
      "The Tenant may end this lease on the Break Date on not less than three months' prior written notice.",
      'three months',
      'six months',
    ],
    ['The rent of £38,400 was paid by Marian Larkspur on 24 July 2021.', '24 July 2021', '24 June 2021'],
    ['The rent of £34,800 was paid by Marian Larkspur on 24 June 2021.', '£34,800', '£38,400'],
    ['The rent of £38,400 was paid by Verity Okonjo on 24 June 2021.', 'Verity Okonjo', 'Marian Larkspur'],
    ['The Tenant may insure the shopfront against fire.', 'may', 'shall'],
    ['The Landlord shall insure the shopfront against fire.', 'Landlord', 'Tenant'],
    ['The left wall is damp and the plaster is in a normal state.', 'normal', 'abnormal'],
    ['The right wall is damp and the plaster is in an abnormal state.', 'right', 'left'],
  ])('with one thing changed is contradicted with the words of the page: %s', (sentence, written, stands) => {
    const { verdict, said, instead } = check(sentence)
    expect({ verdict, said }).toEqual({ verdict: 'contradicted', said: { code: 'otherwise', written, stands } })
    expect(instead).toContain(stands)
  })

  test.each([
    ['The oven was stopped on 3 May 2022 (resp. 18).', 'not-checkable'],
    ['Under the agreement of 12 May 2020, the oven was stopped on 3 May 2022.', 'not-checkable'],
    ['According to the report of 4 May 2022, the oven was stopped on 3 May 2022.', 'not-checkable'],
    ['The lease of 12 May 2020 states that the oven was stopped on 3 May 2022.', 'not-checkable'],
    ['The oven was stopped on 3 May 2022 (invoice of 9 May 2021 for £6,180, p. 4).', 'not-checkable'],
    ['Under the lease of 3 May 2022, the oven was stopped on 3 May 2022.', 'verbatim'],
  ])('is confirmed only where the numbers that say whose words follow are at hand: %s', (sentence, verdict) => {
    expect(check(sentence).verdict).toBe(verdict)
  })

  test.each([
    'The lease does not state that the Tenant shall insure the shopfront against fire.',
    'It is not in dispute that the oven was stopped on 3 May 2022.',
    'It is common ground that the oven was stopped on 3 May 2022.',
    'As the Tenant had surrendered the lease, the oven was stopped on 3 May 2022.',
    'In the absence of a written agreement, the Tenant shall insure the shopfront against fire.',
    'Under its earlier lease, the Tenant shall insure the shopfront against fire.',
    'According to the expert report, the oven was stopped on 3 May 2022.',
    'The oven was stopped on 3 May 2022 (expert report, page 3).',
    'The letter from Okonjo says that the oven was stopped on 3 May 2022.',
  ])(
    'is not confirmed by words that stand, where what is before them says more or names another document: %s',
    (sentence) => {
      expect(check(sentence)).toMatchObject({ verdict: 'not-checkable', said: { code: 'otherWords' } })
    },
  )

  test.each([
    'In the absence of a written agreement, the Tenant shall insure the shopfront against fire.',
    'As the Tenant had surrendered the lease, the oven was stopped on 3 May 2022.',
  ])('is confirmed where the document says that as well: %s', (sentence) => {
    expect(check(sentence, `${LEASE}\n\n${sentence}`).verdict).toBe('verbatim')
  })

  test('is not confirmed with a number that its document has not, wherever that stands', () => {
    const amount = fc.integer({ min: 100, max: 999 }).map((number) => `£${number}`)
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `${one} August 2019`)
    const dose = fc.integer({ min: 11, max: 99 }).map((number) => `${number / 10} mg`)
    const around = fc.constantFrom(
      (value: string) => `Under the agreement of ${value}, the oven was stopped on 3 May 2022.`,
      (value: string) => `The report of ${value} states that the oven was stopped on 3 May 2022.`,
      (value: string) => `The oven was stopped on 3 May 2022 (notice of ${value}, p. 4).`,
      (value: string) => `${value} of oil: the oven was stopped on 3 May 2022.`,
      (value: string) => `The oven was stopped on 3 May 2022 (temp. ${value}).`,
    )
    fc.assert(
      fc.property(fc.oneof(amount, day, dose), around, (value, write) => {
        expect(['verbatim', 'close', 'supported']).not.toContain(check(write(value)).verdict)
      }),
      { numRuns: 25 },
    )
  })

  test('that leaves out a "not", also with words left out around it, is contradicted', () => {
    expect(
      check('Payment of the Service Charge and of the Insurance Rent are conditions of the right to break.'),
    ).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'leftOut', stands: 'not' },
    })
  })

  test.each([
    ['Edwina Fennimore saw the leak on 9 August 2025.', 'nowhere'],
    ['In our submission the Landlord is wrong.', 'opinion'],
    ['The position of the Landlord is untenable.', 'opinion'],
    ['When did the Tenant leave the premises?', 'question'],
    ['Dear Sir', 'opinion'],
    ['Арендатор покинул помещение в пятницу вечером.', 'language'],
  ])('that stands nowhere is missing only where it states a fact: %s', (sentence, code) => {
    const { verdict, said } = check(sentence)
    expect({ verdict, said }).toEqual({ verdict: code === 'nowhere' ? 'nowhere' : 'not-checkable', said: { code } })
  })

  test('is not called missing where not everything could be searched', () => {
    const options = { sources: [], placesOf: stemmedPlaces, naming: () => new Set<string>(), lexicon }
    const sentence = 'Edwina Fennimore saw the leak on 9 August 2025.'
    expect(checkSentence(sentence, { ...options, isWholeSearch: false })).toMatchObject({
      verdict: 'not-checkable',
      said: { code: 'notSearched' },
    })
  })

  test('is held against the row that it is of, among rows that are alike', () => {
    const rows = [50, 55, 60].map(
      (at) => `Instalment ${at} of £${at + 100} was paid by the tenant on ${at % 27} May 2021.`,
    )
    expect(check('Instalment 50 of £155 was paid by the tenant on 23 May 2021.', rows.join('\n\n'))).toMatchObject({
      verdict: 'contradicted',
      said: { code: 'otherwise', written: '£155', stands: '£150' },
    })
  })

  test('is not contradicted by the entry of one day where that of another has its numbers', () => {
    const chart = 'On 3 May 2023 he was given 40 mg furosemide intravenously.\n\n04.05.2023 furosemide 40 mg i.v.'
    const sentence = 'On 4 May 2023 he was given 40 mg furosemide intravenously.'
    expect(check(sentence, chart)).toMatchObject({ verdict: 'not-checkable', said: { code: 'otherWords' } })
    expect(check(sentence.replace('4 May', '5 May'), chart).verdict).toBe('contradicted')
  })

  test.each([
    'The shopfront is wholly owned by Marwick Larkspur since 2 May 2019.',
    'Verity Okonjo clearly marked the important invoice on 2 May 2019.',
  ])('with an adverb of arguments states a fact all the same: %s', (sentence) => {
    expect(check(sentence).said).not.toEqual({ code: 'opinion' })
  })

  test('is not contradicted by one place where another bears it out', () => {
    const record =
      'On admission the temperature was 38.9 °C in the morning.\n\nOn discharge the temperature was 36.5 °C in the morning.'
    expect(check('The temperature was 36.5 °C in the morning.', record).verdict).not.toBe('contradicted')
  })

  test('gets one verdict with words inside of it and quotes that stand in the source, whatever it is; the same twice', () => {
    const word = fc.constantFrom(
      'the',
      'Tenant',
      'not',
      'shall',
      '£38,400',
      '24 June 2021',
      'rent',
      'lease',
      '“six months”',
      '(lease, page 3)',
      '.',
      'é😀',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 8 })), { minLength: 1 }),
        (words) => {
          const sentence = words.join(' ')
          const found = check(sentence)
          expect(check(sentence)).toEqual(found)
          for (const { start, end } of found.words)
            expect(start >= 0 && end <= sentence.length && start <= end).toBe(true)
          for (const { start, end, quote } of found.at) expect(LEASE.slice(start, end)).toBe(quote)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a sentence that says too little, or its writer alone', () => {
  const chart = 'Allergies: penicillin (rash).\n\nThe rent of £38,400 was paid by Marian Larkspur on 24 June 2021.'
  test('is shown beside the page that has a word of it, where it names a thing to look up', () => {
    const { verdict, said, at } = check('He is allergic to trimethoprim.', chart)
    expect({ verdict, said }).toEqual({ verdict: 'not-checkable', said: { code: 'otherWords' } })
    expect(at[0]?.quote).toContain('penicillin')
  })
  test('is not looked up where it names none', () => {
    expect(check('He is happy.', chart)).toMatchObject({ said: { code: 'noFact' }, at: [] })
  })
  test('names the amount of an opinion that no page has, and accuses it of nothing', () => {
    const sentence = 'The tenant should have paid £9,999 of the rent.'
    expect(check(sentence, chart)).toMatchObject({
      verdict: 'not-checkable',
      words: [{ start: 28, end: 34 }],
      said: { code: 'opinionValue', written: '£9,999' },
    })
    expect(check(sentence.replace('9,999', '38,400'), chart).said).toEqual({ code: 'opinion' })
  })
})
