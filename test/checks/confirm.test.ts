import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import stateWords from '../../text/state-words.json' with { type: 'json' }
import { checkClaim } from '../../checks/check-claim.ts'
import { ALL_KNOWN } from './lexicon.ts'

const DISCHARGE = `Medicines on discharge
| Medicine | Dose | Status | Comment |
| --- | --- | --- | --- |
| Furosemide | 40 mg twice daily | Increased | Was 40 mg once daily |
| Bisoprolol | 2.5 mg once daily | Unchanged | Rate control |
| Apixaban | 5 mg twice daily | Unchanged | No ground for a lower dose |
| Dapagliflozin | 10 mg once daily | New | Heart failure |
| Ramipril | – | Withheld | Was 5 mg once daily |
| Naproxen | – | Stopped | Not to be taken again |`
const RECORD = `Name: M. Roe
Gender: Female
Age: 73
Occupation: Teacher`

function verdict(text: string, source: string, context = 'letter') {
  const options = { sources: [{ source: 'S1', text: source, context }], question: '', lexicon: ALL_KNOWN }
  return checkClaim({ text, sources: ['S1'] }, options)
}

describe('a copy with another word in the place of one', () => {
  const page = `Mental state on admission
On examination of his physical and mental state, his speech was found to be slow.
Expression was raised for three genes of the family.
The notice shall be served within thirty (30) days of the date set forth above.
The pump stands behind the left door of the boiler room.`
  test.each([
    'On examination of his physical and physical state, his speech was found to be slow.',
    'Expression was raised for one genes of the family.',
    'The notice shall be served within thirty (20) days of the date set forth above.',
    'The notice shall be served within thirty (30) days of the date set forth below.',
    'The pump stands before the left door of the boiler room.',
  ])('is not confirmed: %s', (text) => {
    expect(['supported', 'close', 'verbatim']).not.toContain(verdict(text, page).verdict)
  })
  test.each([
    'The notice is to be served within thirty (30) days of the date set forth above.',
    'The notice must be served within 30 days of the date that was set forth above.',
    'His speech was found to be slow on an examination of his mental and physical state.',
    'Expression was raised for 3 genes of that family.',
  ])('but one in other words is: %s', (text) => {
    expect(verdict(text, page).verdict).toBe('supported')
  })
})

describe('a sentence on a row of a table', () => {
  test.each([
    ['Furosemide was increased to 40 mg twice daily.', 'supported'],
    ['Bisoprolol was unchanged.', 'supported'],
    ['Naproxen was stopped.', 'supported'],
    ['Furosemide was stopped.', 'contradicted'],
    ['Bisoprolol was changed.', 'contradicted'],
    ['Naproxen was started.', 'contradicted'],
  ])('%s %s', (text, expected) => {
    expect(verdict(text, DISCHARGE).verdict).toBe(expected)
  })

  test('that is contradicted comes with the words of the row', () => {
    expect(verdict('Furosemide was stopped.', DISCHARGE).instead).toContain('Increased')
  })

  test('is never confirmed with the dose of another row, or one that was given before', () => {
    for (const text of [
      'Bisoprolol 40 mg twice daily.',
      'Furosemide 40 mg once daily.',
      'Dapagliflozin 2.5 mg once daily.',
    ])
      expect([text, verdict(text, DISCHARGE).verdict]).not.toEqual([text, 'supported'])
  })

  test('with another state of its family is never confirmed, whatever the thing', () => {
    const family = fc.constantFrom(...stateWords.families)
    const pair = family.chain(({ family: name, states }) => {
      const words = Object.values(states).flatMap(({ en }) => en[0] ?? [])
      return fc.tuple(fc.constant(name), fc.constantFrom(...words), fc.constantFrom(...words))
    })
    fc.assert(
      fc.property(
        pair,
        fc.constantFrom('Ramipril', 'The appeal', 'The swab', 'Mr Roe'),
        ([name, one, other], thing) => {
          const table = `Item\tState\n${thing}\t${one}\nAnother thing\t${other}`
          fc.pre(one !== other)
          const found = verdict(`${thing} was ${other}.`, table).verdict
          expect([name, one, other, found]).not.toEqual([name, one, other, 'supported'])
        },
      ),
    )
  })
})

describe('a sentence on a form', () => {
  test.each([
    ['M. Roe is female.', 'supported'],
    ['The patient is female.', 'supported'],
    ['M. Roe is 73 years old.', 'supported'],
    ['The patient works as a teacher.', 'supported'],
    ['The patient is male.', 'contradicted'],
  ])('%s %s', (text, expected) => {
    expect(verdict(text, RECORD, 'Record of M. Roe').verdict).toBe(expected)
  })

  test('is not confirmed with another number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (age) => {
        fc.pre(age !== 73)
        expect(verdict(`M. Roe is ${age} years old.`, RECORD, 'Record of M. Roe').verdict).not.toBe('supported')
      }),
    )
  })
})

describe('a sentence on prose', () => {
  const JUDGMENT =
    'A. Roe was sentenced to five years and B. Doe to three years. The appeal of A. Roe was dismissed, but the appeal of B. Doe was allowed.'
  test.each([
    ['The appeal of A. Roe was dismissed.', ['verbatim']],
    ['The appeal of B. Doe was dismissed.', ['contradicted']],
    ['A. Roe was sentenced to three years.', ['unchecked', 'contradicted']],
    ['B. Doe was sentenced to five years.', ['unchecked', 'contradicted']],
  ])('%s %s', (text, expected) => {
    expect(expected).toContain(verdict(text, JUDGMENT).verdict)
  })

  test.each([
    ['She has diabetes.', 'Her mother has diabetes.'],
    ['The tenant may assign the lease.', 'The tenant may assign the lease only with consent.'],
    ['The tenant assigned the lease.', 'The tenant intended to assign the lease.'],
    ['He has pneumonia.', 'He has possible pneumonia.'],
    ['The notice was served.', 'The agent alleges that the notice was served.'],
    ['All visitors paid the fee.', 'Some visitors paid the fee.'],
    ['The lease ends on 24 March 2026.', 'The lease ends on 24 March 2026 if notice is given.'],
    ['Roe sued Doe.', 'Doe sued Roe.'],
    ['The left kidney was removed in 2019.', 'The left kidney is small. The right kidney was removed in 2019.'],
  ])('%s is not confirmed by: %s', (text, source) => {
    expect(['supported', 'verbatim', 'close']).not.toContain(verdict(text, source).verdict)
  })

  test('whose number is changed is never confirmed', () => {
    const amount = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(amount, amount, (stated, said) => {
        fc.pre(stated !== said)
        const source = `The court ordered the tenant to pay £${stated} to the landlord.`
        expect(verdict(`The tenant was ordered to pay the landlord £${said}.`, source).verdict).not.toBe('supported')
      }),
    )
  })
})
