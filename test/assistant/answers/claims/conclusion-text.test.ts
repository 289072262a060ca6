import { expect, test } from 'vitest'
import { headSentences, ungrouped } from '../../../../assistant/answers/claims/conclusion-text.ts'
import { proofLines } from '../../../../assistant/answers/claims/proof-lines.ts'
import { loadLanguage } from '../../../../wording/messages/languages.ts'
import type { MissingInput, Proof } from '../../../../contract/knowledge/proof.ts'

const missing = (question: string, decides: boolean): MissingInput => ({
  relation: 'has',
  args: ['mary', question],
  question,
  choices: [],
  decides,
})
const open = (inputs: readonly MissingInput[]) =>
  headSentences({
    sentence: 'Offer anticoagulation',
    holds: 'unknown',
    summary: '',
    assumed: [],
    missing: [...inputs],
    language: 'en',
  })

test('an open conclusion asks for what settles it, and not for what would leave it as it is', () => {
  expect(open([missing('Is there vascular disease?', false), missing('Is there active bleeding?', true)])).toEqual([
    'Open: Offer anticoagulation.',
    'Still to be known: Is there active bleeding?',
  ])
})

test('an open conclusion that nothing settles alone asks for all that is missing', () => {
  expect(open([missing('Is she male?', false), missing('Is there stroke?', false)]).slice(1)).toEqual([
    'Still to be known: Is she male?',
    'Still to be known: Is there stroke?',
  ])
})

test('an open conclusion for which nothing is missing says what keeps it open', () => {
  const conclusion = { sentence: 'The period ends on 2026-06-20', holds: 'unknown', assumed: [], missing: [] } as const
  const summary = 'Recorded values conflict: 2023-06-20; 2023-07-01.'
  expect(headSentences({ ...conclusion, assumed: [], missing: [], summary, language: 'en' })[1]).toBe(summary)
})

test('what is recorded as not so is said once, not denied twice', () => {
  const step = { kind: 'recorded-absent', sentence: 'mary has no diabetes', facts: ['f1'] } as const
  const ground = { rule: 'low-risk', title: 'Low risk', pack: 'demo', source: null, sourceRead: true, reviewed: true }
  const proof = {
    sentence: 'mary is at low risk',
    holds: 'yes',
    grounds: [{ ...ground, validFrom: null, validTo: null, steps: [step] }],
  } as const
  expect(proofLines(proof as unknown as Proof).map(({ text }) => text)).toContain('mary has no diabetes (recorded)')
})

test('a German amount loses the points between its thousands, and a provision or its part keeps them', async () => {
  await loadLanguage('de')
  const plainly = (text: string) => ungrouped(text, { language: 'de' })
  expect(plainly('Zu zahlen sind 1.234 Euro')).toBe('Zu zahlen sind 1234 Euro')
  for (const place of ['§ 1.234', '§§\u00A01.234', 'Art. 1.234', 'Nr. 1.234', 'Ziffer 1.234', 'Rn. 1.234'])
    expect(plainly(`Nach ${place} der Satzung sind 2.500 Euro zu zahlen`)).toBe(
      `Nach ${place} der Satzung sind 2500 Euro zu zahlen`,
    )
})
