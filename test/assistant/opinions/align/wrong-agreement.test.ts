import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { comparePair } from '../../../../assistant/opinions/align/compare-pair.ts'
import type { LabelledPair } from '../../../../bench/score-alignment.ts'
import { claim, read } from './claims.ts'

const state = (one: string, other: string) => comparePair(read(claim(one)), read(claim(other))).state
const cited = (one: string, other: string) => comparePair(read(claim(one, 1)), read(claim(other, 1))).state

test.each([
  ['The patient has chronic hepatitis A.', 'The patient has chronic hepatitis B.'],
  ['She has a deficiency of vitamin D.', 'She has a deficiency of vitamin K.'],
  ['The disc at C5 is compressed.', 'The disc at C6 is compressed.'],
  ['A Section 21 notice was served.', 'A Section 8 notice was served.'],
  ['Article 6 applies to the hearing.', 'Article 8 applies to the hearing.'],
  ['The rent is £1,200.', 'The rent is €1,200.'],
  ['The rent of the flat is £1,200 now.', 'The rent of the flat is €1,200.'],
  ['The appeal must be lodged within 21 days.', 'The appeal must be lodged within one month.'],
  ['Damages were £3m.', 'Damages were £3bn.'],
  ['Damages were €2 billion.', 'Damages were €2 million.'],
  ['Damages were £2.', 'Damages were £2 billion.'],
  ['Payment is due within 14 days.', 'Payment is due within 14 working days.'],
  ['Apixaban is taken twice daily.', 'Apixaban is taken once daily.'],
  ['Notice of at least 30 days is required.', 'Notice of at most 30 days is required.'],
  ['Her sodium was ≥ 130 in May.', 'Her sodium was ≤ 130 in May.'],
  ['The child was born before the marriage.', 'The child was born after the marriage.'],
  ['A pulmonary embolism is likely.', 'A pulmonary embolism is unlikely.'],
  ['The patient gave written consent to the operation.', 'The patient gave oral consent to the operation.'],
  ['The buyer must pay the seller.', 'The seller must pay the buyer.'],
  ['The tenant gave the landlord notice.', 'The landlord gave the tenant notice.'],
  ['The landlord sued the tenant.', 'The landlord was sued by the tenant.'],
  ['The rent was paid before the notice.', 'The notice came before the rent was paid.'],
  ['Mr A owes Mr B.', 'Mr B owes Mr A.'],
  ['Interest runs from 1 May 2024 to 1 June 2024.', 'Interest runs from 1 June 2024 to 1 May 2024.'],
  ['The dose went from 5 mg to 10 mg.', 'The dose went from 10 mg to 5 mg.'],
  ['The contract is probably void.', 'The contract is void.'],
  ['Most patients recover.', 'Patients recover.'],
  ['Only the tenant signed.', 'The tenant and the landlord signed.'],
  ['The claim succeeds if notice was given.', 'The claim succeeds.'],
  ['Counsel advised a settlement.', 'Counsel advised against a settlement.'],
  ['The seller is liable for the loss.', 'The buyer is liable for the loss.'],
  ['The tenant signed the deed.', 'Mr Tennant signed the deed.'],
  ['The operation went ahead without consent.', 'The operation did not go ahead.'],
  ['No page was initialled.', 'Some pages were not initialled.'],
  ['The high dose was not given.', 'The low dose was given.'],
  ['Rent was paid with no deduction.', 'No rent was paid.'],
  ['An embolism was ruled out.', 'An embolism cannot be ruled out.'],
  ['She reports to the matron.', 'The matron reports to her.'],
  ['A copy of the plan was sent to the surveyor.', 'The surveyor sent a copy of the plan.'],
  ['The pages were signed.', 'All of the pages were signed.'],
  ['Aspirin may be taken instead.', 'Instead of aspirin he may take it.'],
  ['The delay that she caused was long.', 'The delay that she could explain was long.'],
  ['Potassium was 4.1 at 08:00.', 'Potassium was 5.9 at 20:00.'],
])('%s / %s: the same words, and no agreement', (one, other) => {
  expect(state(one, other)).toMatch(/^(?:unclear|differ)$/)
})

test.each([
  ['The will is void.', 'The will is valid.'],
  ['HbA1c is less than 7%.', 'HbA1c is more than 7%.'],
])('%s / %s: they speak of the same', (one, other) => {
  expect(state(one, other)).toMatch(/^(?:unclear|differ)$/)
})

test('each with a word that the other lacks is unclear, however many they share', () => {
  const rest = 'of the lease of the house in Bristol is due on the first Monday in June.'
  expect(state(`The deposit ${rest}`, `The rent ${rest}`)).toBe('unclear')
})

test.each([
  ['The landlord sued the tenant.', 'The tenant was sued by the landlord.'],
  ['The deposit was at least £500.', 'The deposit was not less than 500 pounds.'],
  ['He has type 2 diabetes with an HbA1c of 7%.', 'HbA1c of 7% with type 2 diabetes.'],
  ['Notice was given under section 21.', 'Under s 21 notice was given.'],
])('%s / %s: the same said otherwise is still agreement', (one, other) => {
  expect(state(one, other)).toBe('agree')
})

test('no pair that our own labels call otherwise is called the same', async () => {
  const sets = await Promise.all(
    ['pairs', 'held-out'].map((set) =>
      readFile(new URL(`../../../../bench/alignment/${set}.json`, import.meta.url), 'utf8'),
    ),
  )
  const labelled = sets.flatMap((set) => JSON.parse(set) as readonly LabelledPair[])
  expect(labelled.length).toBeGreaterThan(150)
  const wrong = labelled.filter(({ a, b, label }) => label !== 'agree' && cited(a.text, b.text) === 'agree')
  expect(wrong).toEqual([])
})

test('five million is five million, however it is written', () => {
  expect(state('Damages were $5m.', 'Damages were $5 million.')).toBe('agree')
})
