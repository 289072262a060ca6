import { afterEach, expect, test } from 'vitest'
import { createClaimStream } from '../../../../assistant/answers/claims/claim-stream.ts'
import { ConclusionSource } from '../../../../contract/answers/answer.ts'
import { MESSAGES as GERMAN } from '../../../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../../../wording/messages/en/messages.ts'
import { setLanguage } from '../../../../wording/translate.ts'
import { ALL_KNOWN } from '../../../checks/lexicon.ts'

afterEach(() => setLanguage(ENGLISH))

const fact = (sentence: string) => ({ kind: 'fact', sentence, facts: ['f1'] })
const ground = { rule: 'rule', title: 'Rule', pack: 'demo', source: null, sourceRead: true, reviewed: true }

const conclusion = (sentence: string, steps: readonly object[], given: Partial<ConclusionSource>): ConclusionSource =>
  ConclusionSource.parse({
    kind: 'conclusion',
    source: 'R1',
    relation: 'rule',
    rule: 'rule',
    holds: 'yes',
    sentence,
    summary: '',
    proof: { sentence, holds: 'yes', grounds: [{ ...ground, validFrom: null, validTo: null, steps }] },
    assumed: [],
    missing: [],
    asOf: '2026-06-03',
    ...given,
  })

const LIMIT = conclusion(
  'the limitation period in hollis ends on 2029-06-20, 6 years from 2023-06-20',
  [fact('the cause of action in hollis accrued on 2023-06-20')],
  { args: ['hollis', '2029-06-20'], asks: ['When does the limitation period end?'] },
)
const SCORE = conclusion(
  'the stroke score of anna is 3',
  [fact('anna is 75 years old'), fact('the kidney score of anna is 75')],
  { args: ['anna', '3'], asks: ['What is the stroke score of …?'] },
)

const claimOn = (source: ConclusionSource, text: string) =>
  createClaimStream({ sources: [source], question: 'And now?', lexicon: ALL_KNOWN }).ended(`${text} [R1].`)[0]

test.each([
  [LIMIT, 'The limitation period ends on 20 June 2029'],
  [LIMIT, 'The cause of action in Hollis accrued on 20 June 2023'],
  [SCORE, "Anna's stroke score is 3, as she is 75"],
  [SCORE, 'Anna is 75 years old'],
])('a sentence with the number of the statement that it is about is computed: %#', (source, text) => {
  expect(claimOn(source, text)).toMatchObject({ verdict: 'computed', differsFrom: [], disagreesWith: [], absent: [] })
})

test.each([
  [LIMIT, 'The limitation period ends on 20 June 2023'],
  [SCORE, "Anna's stroke score is 75"],
])('a number of the proof in place of the conclusion’s own is told as another one: %#', (source, text) => {
  expect(claimOn(source, text)).toMatchObject({ verdict: 'unsupported', differsFrom: ['R1'] })
})

const CLEARANCE = conclusion(
  'die Kreatinin-Clearance von anna beträgt rund 30,3 mL/min',
  [fact('die Tagesdosis von anna beträgt 1.200 mg')],
  { language: 'de', args: ['anna', '30.27 mL/min'], asks: ['Wie hoch ist die Kreatinin-Clearance von …?'] },
)

test.each([
  'Die Kreatinin-Clearance von Anna beträgt 30,3 mL/min',
  'Anna hat eine Kreatinin-Clearance von rund 30,3 mL/min',
  'Die Tagesdosis von Anna beträgt 1200 mg',
  'Die Tagesdosis von Anna beträgt 1.200 mg',
])('in German a sentence with the number of the statement is computed: %s', (text) => {
  setLanguage(GERMAN)
  expect(claimOn(CLEARANCE, text)).toMatchObject({ verdict: 'computed', differsFrom: [], absent: [] })
})

test('in German another number than the conclusion’s own is told as another one', () => {
  setLanguage(GERMAN)
  const said = claimOn(CLEARANCE, 'Die Kreatinin-Clearance von Anna beträgt 31,3 mL/min')
  expect(said).toMatchObject({ verdict: 'unsupported', differsFrom: ['R1'] })
})
