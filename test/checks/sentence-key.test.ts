import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceKey } from '../../checks/draft-claims.ts'

const same = (one: string, other: string) => sentenceKey(one) === sentenceKey(other)

test.each([
  ['The lease was signed on 3 May 2021.', 'The lease was signed on May 3, 2021'],
  ['On 3 May 2021, the lease was signed.', 'The lease was signed on 3 May 2021.'],
  ['In May 2021 the lease was signed.', 'The lease was signed in May 2021.'],
  ['| The lease | was signed |', 'The lease was signed.'],
  ['“The lease” was signed – in York.', '"The lease" was signed - in York'],
])('one thing, however it is written, has one key: %s %s', (one, other) => {
  expect(same(one, other)).toBe(true)
})

test.each([
  ['The tenant paid the rent of the whole upper floor.', 'The tenant failed to pay the rent of the whole upper floor.'],
  ['She was able to sign the form in York.', 'She was unable to sign the form in York.'],
  ['The claimant agreed to sign.', 'The claimant refused to sign.'],
  ['The landlord paid Roe.', 'Roe paid the landlord.'],
  ['The sum was paid by Roe to Doe.', 'The sum was paid to Roe by Doe.'],
  ['He was hired on 3 May 2021 and dismissed.', 'He was hired and dismissed on 3 May 2021.'],
  ['The hearing moved from 3 May 2021 to 4 June 2021.', 'The hearing moved from 4 June 2021 to 3 May 2021.'],
  ['Dogs are allowed.', 'Dogs are allowed if the landlord agrees.'],
  ['The tenant was paid.', 'The tenant will be paid.'],
  ['The limit is < 5 mg.', 'The limit is > 5 mg.'],
  ['The rent is £700.', 'The rent is $700.'],
])('what turns a sentence round gives it another key: %s %s', (one, other) => {
  expect(same(one, other)).toBe(false)
})

const words = fc.array(fc.constantFrom(...'tenant Roe was allowed to pay 5 days before rent'.split(' ')), {
  minLength: 2,
  maxLength: 20,
})
const turning = fc.constantFrom(
  ...'not no never unless if except only without refused failed denied until may must cannot nothing Doe 7'.split(' '),
)
const dated = fc.constantFrom('', ' on 3 May 2021', ' in May 2021')

test('one turning word more, or in place of another word, is something else, wherever it stands', () => {
  fc.assert(
    fc.property(words, turning, fc.nat(), dated, (all, word, where, end) => {
      const at = where % all.length
      const said = `${all.join(' ')}${end}.`
      expect(same(said, `${all.toSpliced(at, 0, word).join(' ')}${end}.`)).toBe(false)
      expect(same(said, `${all.with(at, word).join(' ')}${end}.`)).toBe(false)
    }),
  )
})

test('two neighbours that change places are something else', () => {
  fc.assert(
    fc.property(words, fc.nat(), (all, where) => {
      const at = where % (all.length - 1)
      const [one = '', other = ''] = all.slice(at, at + 2)
      expect(same(all.join(' '), all.toSpliced(at, 2, other, one).join(' '))).toBe(one === other)
    }),
  )
})
