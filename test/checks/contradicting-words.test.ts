import { expect, test } from 'vitest'
import { contradictingWords } from '../../checks/contradicting-words.ts'

test.each([
  ['The patient is allergic to penicillin.', 'She is not allergic to penicillin.', 'is allergic'],
  ['The patient is not allergic to penicillin.', 'The patient is allergic to penicillin.', 'not allergic'],
  ['The tenant may sublet the flat.', 'The Tenant may not sublet the flat or any part of it.', 'may sublet'],
  ['The landlord can’t enter the premises.', 'The landlord can enter the premises.', 'can’t enter'],
  ['He did not plead guilty to theft.', 'He pleaded guilty to theft.', 'not plead'],
  ['The tenant must insure the premises.', 'The tenant may insure the premises.', 'must insure'],
  ['The dose should be reduced in renal failure.', 'The dose must be reduced in renal failure.', 'should be'],
  ['The left kidney was removed.', 'The right kidney was removed in 2019.', 'left kidney'],
  ['The pain is in the upper abdomen.', 'The pain is in the lower abdomen.', 'upper abdomen'],
])('a near copy that denies, obliges or means the other side is told: %s | %s', (sentence, text, turned) => {
  expect(contradictingWords(sentence, text)).toMatchObject({ isCopy: true, words: [turned] })
})

test.each([
  ['The tenant may not sublet.', 'Subletting is prohibited.'],
  ['The tenant failed to pay the rent on time.', 'The tenant did not pay the rent on time.'],
  [
    'The tenant must give at least three months of notice.',
    'The tenant must give not less than three months of notice.',
  ],
  ['Neither party may assign the lease.', 'No party may assign the lease.'],
  ['A party may not assign the lease.', 'No party may assign the lease.'],
  ['The tenant must not sublet the flat.', 'The tenant may not sublet the flat.'],
  ['The tenant cannot sublet the flat.', 'The tenant may not sublet the flat.'],
  ['The tenant is required to insure the flat.', 'The tenant must insure the flat.'],
  ['Neither A nor B may assign the lease.', 'A or B may not assign the lease.'],
  ['The patient has no allergies to drugs.', 'Allergies to drugs: none.'],
  ['The tenant shall pay the rent.', 'The tenant must pay the rent.'],
  ['The lease began in May and must end.', 'The lease began in May and must end on a Friday.'],
])('what says the same in other words is not: %s | %s', (sentence, text) => {
  expect(contradictingWords(sentence, text).words).toEqual([])
})
