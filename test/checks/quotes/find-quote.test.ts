import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote } from '../../../checks/quotes/find-quote.ts'
import { lexicon } from '../lexicon.ts'

const find = (quoted: string, source: string) => findQuote(quoted, source, lexicon)

const clause =
  'The Tenant shall not assign this lease without the written consent of the Landlord, and shall give ten working days’ notice.'

/** A true sentence, and what a careless or a hostile quote makes of it. */
const FAKES: readonly (readonly [string, string])[] = [
  ['The tenant shall pay the rent in advance.', 'The tenant may pay the rent in advance.'],
  ['The tenant shall pay the rent and the charges.', 'The tenant shall pay the rent or the charges.'],
  ['Notice of ten working days is required.', 'Notice of two working days is required.'],
  ['Give 5 mg of morphine every four hours.', 'Give 5 mcg of morphine every four hours.'],
  ['She was admitted with hypotension and fever.', 'She was admitted with hypertension and fever.'],
  ['Warfarin was continued after the operation.', 'Warfarin was discontinued after the operation.'],
  ['A severe stenosis of the left artery was seen.', 'A stenosis of the left artery was seen.'],
  ['A stenosis of the left renal artery was seen.', 'A stenosis of the right renal artery was seen.'],
  ['The claim must be brought before 1 May 2026.', 'The claim must be brought after 1 May 2026.'],
  ['The landlord may not enter the premises.', 'The landlord may enter the premises.'],
  ['The landlord may enter the premises at night.', 'The landlord may not enter the premises at night.'],
  ['All creditors have to be told of it.', 'Some creditors have to be told of it.'],
  ['Prednisone was given for twelve days.', 'Prednisolone was given for twelve days.'],
  ['Treatment with hydralazine was begun at once.', 'Treatment with hydroxyzine was begun at once.'],
  ['The lessor bears the costs of repair.', 'The lessee bears the costs of repair.'],
  ['The mortgagor shall keep the house insured.', 'The mortgagee shall keep the house insured.'],
  ['Pain over the ileum was reported by her.', 'Pain over the ilium was reported by her.'],
  ['There is dysphagia for solid food.', 'There is dysphasia for solid food.'],
  ['Abduction of the arm is painful today.', 'Adduction of the arm is painful today.'],
  ['A potassium of < 3.5 needs treatment.', 'A potassium of > 3.5 needs treatment.'],
  ['The count was 10⁹ cells a litre.', 'The count was 109 cells a litre.'],
  ['The dose is 1.5 mg a day.', 'The dose is 15 mg a day.'],
  ['The dose is 1,5 mg a day.', 'The dose is 15 mg a day.'],
  ['The temperature fell to -5 in the night.', 'The temperature fell to 5 in the night.'],
  ['A deposit of £5,000 is due on signature.', 'A deposit of $5,000 is due on signature.'],
  ['Interest runs at 5 % from that day.', 'Interest runs at 5 from that day.'],
  ['Clause 4.2(a) applies to the guarantor.', 'Clause 4.2 applies to the guarantor.'],
  ['Clause 4.2 applies to the guarantor.', 'Clause 4.3 applies to the guarantor.'],
  ['The witness Jansenn saw the accident.', 'The witness Jansen saw the accident.'],
  ['Judgment was given for Marlowe on all counts.', 'Judgment was given for Marlow on all counts.'],
  ['The tenant is unable to pay the rent.', 'The tenant is able to pay the rent.'],
  ['The agreement is void and cannot be enforced.', 'The agreement is void and can be enforced.'],
  ['The buyer will re-sign the agreement.', 'The buyer will resign the agreement.'],
  ['The seller paid the buyer in full.', 'The buyer paid the seller in full.'],
  ['Both parties have to agree in writing.', 'Either parties have to agree in writing.'],
  ['It is due on the first Monday in May.', 'It is due on the last Monday in May.'],
  ['Take the tablet once daily with food.', 'Take the tablet twice daily with food.'],
  ['The patient has no allergies that are known.', 'The patient has allergies that are known.'],
  ['Only the landlord may end the lease.', 'The landlord may end the lease.'],
  ['The mass is probably benign and needs no treatment.', 'The mass is benign and needs no treatment.'],
  ['The principal is owed by the guarantor.', 'The principle is owed by the guarantor.'],
  ['He was charged under section 18 of the Act.', 'He was charged under section 20 of the Act.'],
  ['Damages and/or costs are to be paid.', 'Damages and costs are to be paid.'],
  ['The tenant shall not at any time assign the lease.', 'The tenant shall … assign the lease.'],
  ['Payment is due unless the goods are defective.', 'Payment is due … the goods are defective.'],
]

describe('a quote that says something else is none', () => {
  test.each(FAKES)('%s | %s', (source, quoted) => {
    expect(find(source, source)?.differences).toEqual([])
    expect(find(quoted, source)).toBeNull()
  })
})

describe('a quote with a slip, another spelling or other signs is close, and says where it differs', () => {
  test.each([
    ['the Tenant shall not asign this lease', [{ written: 'asign', stands: 'assign' }]],
    ['without the wirtten consent of the Landlord', [{ written: 'wirtten', stands: 'written' }]],
    ['without written consent of the Landlord', [{ written: '', stands: 'the' }]],
    ['The Tenant shall not assign the lease', [{ written: 'the', stands: 'this' }]],
    ['shall give the ten working days’ notice', [{ written: 'the', stands: '' }]],
  ])('%s', (quoted, differences) => {
    expect(find(quoted, clause)?.differences).toEqual(differences)
  })

  test('British and American spelling', () => {
    expect(find('The colour of the center was noted', 'The color of the centre was noted.')?.differences).toEqual([
      { written: 'colour', stands: 'color' },
      { written: 'center', stands: 'centre' },
    ])
  })

  test('a word that text recognition spoiled in the source', () => {
    expect(find('The tenant shall pay the rent', 'The tcnant shall pay the rent.')?.differences).toEqual([
      { written: 'tenant', stands: 'tcnant' },
    ])
  })
})

describe('what only looks different is word for word', () => {
  test.each([
    ["'written consent' of the landlord", clause],
    ['WITHOUT THE WRITTEN CONSENT OF THE LANDLORD', clause],
    ['a long term lease - of course - is meant', 'A long-term lease – of course – is meant.'],
    ['a long-term lease is meant', 'A long-\nterm lease is meant.'],
    ['the lease may be terminated', 'The lease may be termi-\n  nated.'],
    ['a dose of 5mg was given', 'A dose of 5 mg was given.'],
    ['a rate of 5% is owed', 'A rate of 5 % is owed.'],
    ['between 5 – 10 days of it', 'Between 5-10 days of it.'],
    ['the tenancy ends then', 'The ten\u00adancy ends then.'],
  ])('%s', (quoted, source) => {
    expect(find(quoted, source)?.differences).toEqual([])
  })
})

test('parts between ellipses stand in their order, each with its own span', () => {
  const quote = find('The Tenant … the written consent of the Landlord [...] working days', clause.replace(' not', ''))
  expect(quote).toBeNull()
  const plain = 'The Tenant shall pay the rent of the flat in advance. He shall keep it in good repair at all times.'
  const parts = find('The Tenant shall pay the rent … keep it in good repair', plain)?.parts ?? []
  expect(parts.map(({ start, end }) => plain.slice(start, end))).toEqual([
    'The Tenant shall pay the rent',
    'keep it in good repair',
  ])
  expect(find('keep it in good repair … The Tenant shall pay the rent', plain)).toBeNull()
})

test('of two places the one with fewer differences is meant', () => {
  const source = 'The tenant shal pay the rent. The tenant shall pay the rent.'
  expect(find('tenant shall pay the rent', source)?.parts[0]?.start).toBe(source.lastIndexOf('tenant'))
})

const WORDS = clause.split(' ')

test('every run of four words or more is found where it stands, whatever its case, quotes and spaces', () => {
  fc.assert(
    fc.property(fc.nat(WORDS.length - 5), fc.integer({ min: 4, max: 12 }), fc.boolean(), (from, length, isUpper) => {
      fc.pre(!['not', 'without'].includes(WORDS[from - 1] ?? ''))
      const part = WORDS.slice(from, from + length).join('  ')
      const quote = find(`“${isUpper ? part.toUpperCase() : part}”`, clause)
      expect(quote?.differences).toEqual([])
      const [span] = quote?.parts ?? []
      const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
      expect(letters(clause.slice(span?.start, span?.end))).toBe(letters(part))
    }),
  )
})

test('a word that is exchanged for another of the language, left out or put in is never overlooked', () => {
  const others = ['landlord', 'never', 'may', 'two', 'without', 'oral', 'tenancy', 'sign', 'consents', 'must', 'any']
  fc.assert(
    fc.property(fc.nat(WORDS.length - 1), fc.constantFrom(...others), fc.constantFrom(0, 1, 2), (at, other, how) => {
      const old = (WORDS[at] ?? '').toLowerCase().replace(/[^a-z]/g, '')
      fc.pre(old !== other && (how !== 1 || (old !== 'the' && at > 0 && at < WORDS.length - 1)))
      const put = how === 0 ? [other] : how === 1 ? [] : [WORDS[at] ?? '', other]
      const quoted = WORDS.toSpliced(at, 1, ...put).join(' ')
      expect(find(quoted, clause)).toBeNull()
    }),
  )
})

test('a place where no word restricts the quote is meant before one where it is', () => {
  const source = 'Only the landlord may enter. It says that the landlord may enter at once.'
  expect(find('the landlord may enter', source)?.parts[0]?.start).toBe(source.lastIndexOf('the landlord'))
})
