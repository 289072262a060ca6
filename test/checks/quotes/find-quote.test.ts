import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote } from '../../../checks/quotes/find-quote.ts'
import { lexicon } from '../lexicon.ts'

const find = (quoted: string, source: string) => findQuote(quoted, source, lexicon)

const clause =
  'The Tenant shall not assign this lease without the written consent of the Landlord, and shall give ten working days’ notice.'

/** Without anything that turns it, so that every part of it may be quoted. */
const plain =
  'The Tenant shall obtain the written consent of the Landlord, and shall give ten working days’ notice to this office.'

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
  ['A dose of .5 mg a day was given.', 'A dose of 5 mg a day was given.'],
  ['The limit is 10⁻⁹ mol of it a litre.', 'The limit is 10⁹ mol of it a litre.'],
  ['Take 1½ tablets in the morning.', 'Take 11, 2 tablets in the morning.'],
  ['Non-smokers have a lower risk of it.', 'Smokers have a lower risk of it.'],
  ['A non-malignant tumour was found there.', 'malignant tumour was found there'],
  ['It was -5 degrees at night outside.', '5 degrees at night outside'],
  ['The count of the cells was 10⁹.', 'The count of the cells was 10'],
  ['The fine for it is £10,000 in all.', 'The fine for it is £10'],
  ['He took 1,500 mg of paracetamol a day.', '500 mg of paracetamol a day'],
  ['He took 1/2 tablets of it a day.', '2 tablets of it a day'],
  ['She was given a dose of 5 mg/kg at noon.', 'She was given a dose of 5 mg'],
  ['A value of < 3.5 needs treatment at once.', '3.5 needs treatment at once'],
  ['Interest runs at 5 % from then.', 'Interest runs at 5'],
  ['The tenant shall not\nat any time assign the lease.', 'The tenant shall … assign the lease.'],
  ['The landlord may not\nenter the premises at night.', 'enter the premises at night'],
  ['There was no\nevidence of pulmonary embolism.', 'evidence of pulmonary embolism'],
  ['He shall (e.g. in winter) not assign the lease.', 'He shall … assign the lease.'],
  ['Payment is due only if the goods are delivered.', 'Payment is due … the goods are delivered.'],
  ['Payment is due until the goods are delivered.', 'Payment is due … the goods are delivered.'],
  ['He cannot enter the premises at night.', 'enter the premises at night'],
  ["He didn't enter the premises at night.", 'enter the premises at night'],
  ['Only the landlord may end the lease.', 'Landlord may end the lease.'],
  ['No evidence of acute pulmonary embolism was seen.', 'acute pulmonary embolism was seen'],
  ['None of the creditors has been told of it.', 'The creditors has been told of it.'],
  ['If the tenant is in arrears the lease ends.', 'the tenant is in arrears'],
  ['Provided that notice is given, the lease ends then.', 'the lease ends then'],
  ['The rent of the flat is due unless it is waived.', 'The rent of the flat is due'],
  ['The assignee of the lease pays it.', 'The assigner of the lease pays it.'],
  ['The granter of the right pays it.', 'The grantee of the right pays it.'],
  ['The defence of laches was raised then.', 'The defence of lashes was raised then.'],
  ['The witness Marshall saw the accident.', 'The witness Marshal saw the accident.'],
  ['The witness Jansen saw the accident.', 'The witness Jansenn saw the accident.'],
  ['A tumour of grade3 was found there.', 'A tumour of grade was found there.'],
  ['The find was prised by the owner.', 'The find was prized by the owner.'],
  ['Payment is due unless the goods are defective.', 'Payment is due … the goods are defective.'],
  [
    'The tenant shall pay the rent. The tenant shall not repair the roof.',
    'The tenant shall pay the rent … repair the roof.',
  ],
  ['The patient has severe asthma. His brother never had diabetes.', 'The patient has … diabetes'],
  ['The patient has severe asthma. His brother had diabetes.', 'The patient has severe asthma … had diabetes'],
  ['The rent is due if it is asked for. The tenant pays it.', 'The rent is due … The tenant pays it.'],
  ['The rent is due. The tenant pays it if he can.', 'The rent is due … The tenant pays it'],
  [
    'The allegation that the defendant had signed the contract was rejected by the court.',
    'the defendant had signed the contract',
  ],
  ['It is untrue that the patient took her tablets every day.', 'the patient took her tablets every day'],
  ['The nurse doubts that the patient took her tablets every day.', 'the patient took her tablets every day'],
  ['The nurse doubts the patient took her tablets every day.', 'the patient took her tablets every day'],
  ['It is not the case, as alleged, that the tenant paid the rent in May.', 'that the tenant paid the rent in May'],
  ['He did not, as he says, sign the contract in May.', 'sign the contract in May'],
  ['Where the rent is unpaid, the lease ends at once.', 'the lease ends at once'],
  [
    'The tenant may break the lease on six months written notice if the rent is paid.',
    'The tenant may break the lease',
  ],
  ['He may break the lease in May or in June, provided that the rent is paid.', 'He may break the lease in May'],
  ['Dr Roe suspected the patient had lung cancer.', 'The patient had lung cancer.'],
  ['Possible pulmonary embolism was seen on CT.', 'Pulmonary embolism was seen on CT.'],
  ['On CT a probable pulmonary embolism was seen there.', 'pulmonary embolism was seen there'],
  ['? Pulmonary embolism was seen on CT.', 'Pulmonary embolism was seen on CT.'],
  ['Impression: ?pulmonary embolism was seen on CT.', 'Pulmonary embolism was seen on CT.'],
  ['CT of the chest: ? Pulmonary embolism was seen.', 'Pulmonary embolism was seen.'],
  ['Differential diagnosis: pulmonary embolism was seen on CT.', 'Pulmonary embolism was seen on CT.'],
  ['The defendant argues the claim is time barred.', 'The claim is time barred.'],
  ['The plaintiff claimed the tenant owed him £500.', 'The tenant owed him £500.'],
  ['The plaintiff claimed a breach, and the tenant owed him £500.', 'The tenant owed him £500.'],
  ['According to the plaintiff, the tenant owed him £500.', 'The tenant owed him £500.'],
  ['The plaintiff claimed Mr. Smith owed him £500.', 'Smith owed him £500.'],
  ['Findings consistent with a fracture of the left wrist.', 'A fracture of the left wrist.'],
  ['CT to rule out a fracture of the left wrist bones.', 'fracture of the left wrist bones'],
  ['The tenant, the plaintiff alleged, owed him £500 in May.', 'The tenant … owed him £500 in May.'],
  ['The mother of the patient has diabetes and asthma.', 'The patient has diabetes and asthma.'],
  ['The mother of the patient has diabetes and asthma.', 'Patient has diabetes and asthma.'],
  ['The patient is allergic to penicillin: no.', 'The patient is allergic to penicillin.'],
  ['The patient is allergic to penicillin: none known.', 'The patient is allergic to penicillin.'],
  ['The patient is allergic to penicillin? No.', 'The patient is allergic to penicillin.'],
  ['Allergic to penicillin and latex\nNo\nAsthma\nYes', 'Allergic to penicillin and latex'],
  ['The tenant owed him £500, the plaintiff claimed.', 'The tenant owed him £500.'],
  ['Has the patient got asthma or diabetes?', 'the patient got asthma'],
  ['The tenant may sublet the flat with the consent of the landlord.', 'The tenant may sublet the flat.'],
  ['The tenant may sublet the flat with the landlord’s prior written consent.', 'The tenant may sublet the flat.'],
  ['The tenant may sublet the flat, without approval, at no time.', 'The tenant may sublet the flat.'],
]

describe('a quote that says something else is none', () => {
  test.each(FAKES)('%s | %s', (source, quoted) => {
    expect(find(source, source)?.differences).toEqual([])
    expect(find(quoted, source)).toBeNull()
  })
})

describe('a quote with a slip, another spelling or other signs is close, and says where it differs', () => {
  test.each([
    [
      'the Tenant shall not asign this lease without the written consent of the Landlord',
      [{ written: 'asign', stands: 'assign' }],
    ],
    ['obtain the wirtten consent of the Landlord', [{ written: 'wirtten', stands: 'written' }]],
    ['obtain written consent of the Landlord', [{ written: '', stands: 'the' }]],
    [
      'The Tenant shall not assign the lease without the written consent of the Landlord',
      [{ written: 'the', stands: 'this' }],
    ],
    ['shall give the ten working days’ notice', [{ written: 'the', stands: '' }]],
  ])('%s', (quoted, differences) => {
    const source = quoted.includes('obtain') ? plain : clause
    expect(find(quoted, source)?.differences).toEqual(differences)
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
    ["the 'written consent' of the landlord", plain],
    ['OBTAIN THE WRITTEN CONSENT OF THE LANDLORD', plain],
    ['take ½ tablet in the morning', 'Take 1/2 tablet in the morning.'],
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
  const twoSentences =
    'The Tenant shall pay the rent of the flat in advance. He shall keep it in good repair at all times.'
  const parts = find('The Tenant shall pay the rent … He shall keep it in good repair', twoSentences)?.parts ?? []
  expect(parts.map(({ start, end }) => twoSentences.slice(start, end))).toEqual([
    'The Tenant shall pay the rent',
    'He shall keep it in good repair',
  ])
  expect(find('He shall keep it in good repair … The Tenant shall pay the rent', twoSentences)).toBeNull()
})

test('a quote may end before what is no condition, and begin in another clause than a "not"', () => {
  const ends = 'A notice is served on the second day, even if it is returned. The costs, if any, are paid by the buyer.'
  expect(find('A notice is served on the second day', ends)?.differences).toEqual([])
  expect(find('and he shall give notice of it', 'He shall not sublet, and he shall give notice of it.')).not.toBeNull()
})

describe('a quote that leaves out nothing which turns it is word for word', () => {
  test.each([
    ['On 3 May 2019 the tenant owed him £500.', 'The tenant owed him £500.'],
    ['As at the date of trial, the tenant owed him £500.', 'The tenant owed him £500.'],
    ['A possible fracture was X-rayed, and the patient has diabetes.', 'The patient has diabetes.'],
    ['Dr Roe suspected a fracture. The patient had lung cancer.', 'The patient had lung cancer.'],
    ['What did the plaintiff claim? The tenant owed him £500.', 'The tenant owed him £500.'],
    ['The tenant may sublet the flat with its garden and its garage.', 'The tenant may sublet the flat.'],
    ['The tenant shall maintain the flat, and the landlord shall insure it.', 'The landlord shall insure it.'],
    ['According to the law, the tenant may sublet it.', 'The tenant may sublet it.'],
    ['In the United States the tenant may sublet it.', 'The tenant may sublet it.'],
    ['The tenant owed him £500, and said in May that he would pay.', 'The tenant owed him £500.'],
    ['Allergic to penicillin and latex\nNo smoker of any kind', 'Allergic to penicillin and latex'],
    ['The patient is allergic to penicillin: a rash in 2019.', 'The patient is allergic to penicillin.'],
    ['Is the patient allergic to penicillin? No.', 'Is the patient allergic to penicillin?'],
  ])('%s | %s', (source, quoted) => {
    expect(find(quoted, source)?.differences).toEqual([])
  })
})

test('of two places the one with fewer differences is meant', () => {
  const source = 'The tenant shal pay the rent. The tenant shall pay the rent.'
  expect(find('tenant shall pay the rent', source)?.parts[0]?.start).toBe(source.lastIndexOf('tenant'))
})

const WORDS = clause.split(' ')
const PLAIN = plain.split(' ')

test('every run of four words or more, but behind an "of", is found where it stands, whatever its case, quotes and spaces', () => {
  fc.assert(
    fc.property(fc.nat(PLAIN.length - 5), fc.integer({ min: 4, max: 12 }), fc.boolean(), (from, length, isUpper) => {
      fc.pre(PLAIN[from - 1] !== 'of' && PLAIN[from - 2] !== 'of')
      const part = PLAIN.slice(from, from + length).join('  ')
      const quote = find(`“${isUpper ? part.toUpperCase() : part}”`, plain)
      expect(quote?.differences).toEqual([])
      const [span] = quote?.parts ?? []
      const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
      expect(letters(plain.slice(span?.start, span?.end))).toBe(letters(part))
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
  const source = 'Only the landlord may enter. At night the landlord may enter at once.'
  expect(find('the landlord may enter', source)?.parts[0]?.start).toBe(source.lastIndexOf('the landlord'))
})

describe('a word that only begins like one of doubt is none', () => {
  test.each([
    [
      'After hypothermia a core temperature of 34.1 degrees was recorded.',
      'A core temperature of 34.1 degrees was recorded.',
    ],
    ['After a paracetamol suppository the temperature fell to 37.2 degrees.', 'The temperature fell to 37.2 degrees.'],
  ])('%s | %s', (source, quoted) => expect(find(quoted, source)).not.toBeNull())

  test.each([
    ['On the hypothesis of a leak the wall was opened in May.', 'The wall was opened in May.'],
    ['He supposed the wall was opened in May.', 'The wall was opened in May.'],
  ])('%s | %s', (source, quoted) => expect(find(quoted, source)).toBeNull())
})
