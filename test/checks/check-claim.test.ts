import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaim } from '../../checks/check-claim.ts'
import { findExactQuote } from '../../checks/find-exact-quote.ts'

const lease = {
  source: 'S1',
  context: 'Lease',
  text: '12.3 A notice to the Tenant may be left at the Premises.\n12.4 A notice sent by recorded delivery is deemed served on the second working day after posting, whether or not it is received.',
}

test('a sentence that stands in its source word for word is verbatim, with the exact span', () => {
  const claim = checkClaim(
    { text: 'A notice to the tenant may be left at the premises.', sources: ['S1'] },
    [lease],
    '',
  )
  expect(claim).toMatchObject({
    verdict: 'verbatim',
    citations: [{ source: 'S1', quote: 'A notice to the Tenant may be left at the Premises' }],
  })
})

test('words between quotation marks decide for the sentence around them', () => {
  const claim = checkClaim(
    { text: 'The lease says a notice “is deemed served on the second working day after posting”.', sources: ['S1'] },
    [lease],
    '',
  )
  expect(claim).toMatchObject({
    verdict: 'verbatim',
    citations: [{ quote: 'is deemed served on the second working day after posting' }],
  })
})

test('one changed word is not verbatim', () => {
  const claim = checkClaim(
    { text: 'A notice to the tenant must be left at the premises.', sources: ['S1'] },
    [lease],
    '',
  )
  expect(claim).toMatchObject({
    verdict: 'unchecked',
    citations: [{ quote: '12.3 A notice to the Tenant may be left at the Premises.' }],
  })
})

test('a paraphrase is unchecked and points at the sentence that it is nearest to', () => {
  const claim = checkClaim({ text: 'Posting counts as service two working days later.', sources: ['S1'] }, [lease], '')
  expect(claim.verdict).toBe('unchecked')
  expect(claim.citations[0]?.quote).toContain('second working day')
})

test('a sentence without a source, or with one that shares nothing with it, is unsupported', () => {
  expect(checkClaim({ text: 'Brightwater acted for the landlord.', sources: [] }, [lease], '').verdict).toBe(
    'unsupported',
  )
  expect(checkClaim({ text: 'Giraffes eat acacia.', sources: ['S1'] }, [lease], '').verdict).toBe('unsupported')
})

test('every run of four or more words of a source is found in it, exactly where its words stand', () => {
  const words = lease.text.split(/\s+/)
  fc.assert(
    fc.property(fc.nat(words.length - 5), fc.integer({ min: 4, max: 12 }), (from, length) => {
      const wanted = words.slice(from, from + length).join(' ')
      const quote = findExactQuote(wanted, lease.text)
      const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
      expect(letters(lease.text.slice(quote?.start, quote?.end))).toBe(letters(wanted))
    }),
  )
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
    [source],
    question,
  )
  expect(claim.citations[0]?.quote).toBe('The defendant works as an accountant.')
})
