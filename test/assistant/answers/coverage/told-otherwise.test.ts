import { describe, expect, test } from 'vitest'
import { passage, readWhole } from './read-whole.ts'

const CLINIC = `Cardiology clinic letter, 3 August 2026

She takes warfarin, bisoprolol 1.25 mg and ramipril. Her weight is 71 kg.
She was on digoxin.`
const DISCHARGE = `Discharge letter, 20 October 2026

Warfarin was stopped on 13 October because of an INR of 6.2.

| Medicine | Dose | Change |
|---|---|---|
| Apixaban | 2.5 mg twice daily | New |
| Bisoprolol | 2.5 mg once daily | Increased |
| Ramipril | 5 mg once daily | Stopped |`
const LEASE = `Lease dated 1 March 2021

2.1 The yearly rent is £18,000. The deposit is £4,500.
5.2 The Tenant may assign this lease with consent.`
const REVIEW = `Memorandum dated 9 April 2024

The yearly rent is £21,500 from 1 March 2024. Consent to the alterations was withdrawn by the party.`

/** What is said to be open of a question that one sentence answers, and what is quoted beside it. */
function told(question: string, words: string, texts: Readonly<Record<string, string>>) {
  const passages = Object.entries(texts).map(([name, text], at) => passage(`S${at + 1}`, name, text))
  const whole = readWhole(question, [], passages)
  const claims = [whole.quote(words)]
  return { open: whole.notAnswered(claims), beside: whole.lacking(claims).map(({ place }) => place.text.trim()) }
}

const MEDICAL = { 'clinic.txt': CLINIC, 'discharge.md': DISCHARGE }
const LEGAL = { 'lease.txt': LEASE, 'memorandum.txt': REVIEW }

describe('what is asked of the present', () => {
  test.each([
    ['Does she take ramipril?', 'She takes warfarin', MEDICAL, 'Ramipril'],
    ['Is she on warfarin?', 'She takes warfarin', MEDICAL, 'Warfarin was stopped'],
    ['What dose of bisoprolol does she take?', 'She takes warfarin', MEDICAL, 'Bisoprolol'],
    ['What is the yearly rent?', '£18,000', LEGAL, '£21,500'],
  ])('is not told by an older document where a newer one tells otherwise: %s', (question, words, texts, other) => {
    const { open, beside } = told(question, words, texts)
    expect(open).toHaveLength(1)
    expect(beside.join('\n')).toContain(other)
  })

  test.each([
    ['Is ramipril stopped?', 'Ramipril', MEDICAL],
    ['What is the yearly rent?', '£21,500', LEGAL],
    ['What is her weight?', '71 kg', MEDICAL],
    ['What is the deposit?', '£4,500', LEGAL],
  ])('is told by the newer one, and by what no other document speaks of: %s', (question, words, texts) => {
    expect(told(question, words, texts)).toEqual({ open: [], beside: [] })
  })

  test('is told by neither where nothing says which of them is newer', () => {
    const texts = { 'note.txt': 'She takes ramipril 5 mg.', 'list.txt': 'Ramipril: stopped because of a cough.' }
    expect(told('Does she take ramipril?', 'She takes ramipril', texts).open).toHaveLength(1)
  })

  test('is not told by a row that says unchanged where it was halved since', () => {
    const table = '| Drug | Dose | Status |\n|---|---|---|\n| Metformin | 500 mg BD | unchanged |'
    const texts = { 'discharge_2025-01-28.md': table, 'email_2025-04-02.txt': 'Metformin\nHalved: 500 mg once daily.' }
    expect(told('What dose of metformin does she take?', 'Metformin', texts).open).toHaveLength(1)
  })

  test('is told by a sentence though another thing beside it was stopped', () => {
    const texts = { 'note.txt': 'She takes ramipril 5 mg.', 'list.txt': 'Ramipril was continued and warfarin stopped.' }
    expect(told('Does she take ramipril?', 'She takes ramipril', texts).open).toEqual([])
  })
})

test.each([
  ['Does she smoke?', 'smokes 5/day', 'SH: smokes 5/day since uni.', 'Not smoked since 20 July 2024.'],
  [
    'Does she have ulcerative colitis?',
    'Ulcerative colitis',
    'Diagnosis: Ulcerative colitis, extensive, found in November 2023.',
    'The histology was reviewed: this is Crohn’s and not UC.',
  ],
  [
    'Does she have ulcerative colitis?',
    'Ulcerative colitis',
    'Diagnosis: Ulcerative colitis, extensive, found in November 2023.',
    'Agreed: Crohn’s disease. Old label of UC to be taken off the records.',
  ],
])('what is so by one document is open where a later one denies it: %s', (question, words, before, after) => {
  const texts = { 'ed_letter_2023-10-19.txt': before, 'mdt_2024-03-28.txt': after }
  expect(told(question, words, texts).open).toHaveLength(1)
  const turned = { 'ed_letter_2024-10-19.txt': before, 'mdt_2024-03-28.txt': after }
  expect(told(question, words, turned).open).toEqual([])
})

test('what was once is told by the document of that time', () => {
  expect(told('What was the yearly rent?', '£18,000', LEGAL).open).toEqual([])
})
