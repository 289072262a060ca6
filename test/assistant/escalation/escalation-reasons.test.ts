import type { RoutingReason } from '../../../contract/answers/routing.ts'
import { messageText } from '../../../wording/message-text.ts'
import { describe, expect, test } from 'vitest'
import { afterReasons, type Before, beforeReasons, doubtOf } from '../../../assistant/escalation/escalation-reasons.ts'
import { someAnswer, someClaim } from '../../renderer/samples.ts'

const NO_FLAGS = { redFlagWords: [], redFlagsOff: [] }
const before = (question: string, more: Partial<Before> = {}) =>
  beforeReasons({
    question,
    redFlags: NO_FLAGS,
    domains: null,
    jurisdictions: [],
    covered: [],
    pastMistake: null,
    ...more,
  })
const inWords = (reasons: readonly RoutingReason[]) =>
  reasons.map(({ code, text }) => ({ code, text: messageText(text) }))
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code)

describe('before an answer', () => {
  test('a red-flag topic asks for a second look as a whole word, also in the plural', () => {
    expect(inWords(before('Was she in custody after the arrests?'))).toEqual([
      { code: 'red-flag', text: 'the question is about somebody’s liberty, where a mistake is grave' },
    ])
    expect(codes(before('Who fitted the spark arrestor?'))).toEqual([])
    expect(codes(before('Self‑harm was noted. By whom?'))).toEqual(['red-flag'])
  })

  test.each([
    'Can the landlord evict Mr Marlowe?',
    'Was he lawfully arrested?',
    'He was detained overnight. Why?',
    'Can she be deported?',
    'Was he unfairly dismissed?',
    'Did she have a heart attack?',
    'Is the patient septic?',
    'Has she overdosed on paracetamol?',
    'Wurde er zu Recht verhaftet?',
    'Darf sie abgeschoben werden?',
    'Droht Herrn Marlowe eine Zwangsräumung?',
    'Hatte sie einen Herzinfarkt?',
    'Ist die Patientin schwanger?',
    'Hat sie eine Überdosis genommen?',
    'Ist der Anspruch verjährt?',
  ])('%s names a red-flag topic in plain words', (question) => {
    expect(codes(before(question))).toEqual(['red-flag'])
  })

  test('a topic can be switched off, and words of one’s own be added', () => {
    const redFlags = { redFlagsOff: ['liberty'], redFlagWords: ['Larkspur Bakery', ' '] }
    expect(codes(before('Was he in custody?', { redFlags }))).toEqual([])
    expect(inWords(before('What did larkspur bakery sign?', { redFlags }))).toEqual([
      { code: 'red-flag', text: 'the question names “Larkspur Bakery”, which is on your list' },
    ])
  })

  test.each([
    'Who called the cardiac arrest team?',
    'Is the two-stroke engine covered by the warranty?',
    'What was the stroke volume?',
    'Who has custody of the documents?',
    'Was the chain of custody of the samples kept?',
    'Who empties the septic tank?',
    'Who detained the goods?',
  ])('%s names no red-flag topic', (question) => {
    expect(codes(before(question))).toEqual([])
  })

  test('a phrase that is none hides no topic beside it, and no word of one’s own', () => {
    expect(codes(before('Was he in custody at the cardiac arrest?'))).toEqual(['red-flag'])
    const redFlags = { ...NO_FLAGS, redFlagWords: ['cardiac arrest'] }
    expect(codes(before('When was the cardiac arrest?', { redFlags }))).toEqual(['red-flag'])
  })

  test('a matter of one field has the topics of that field alone, one of another name or of both has all', () => {
    const of = (domains: string[] | null) => codes(before('Was the stroke before the arrest?', { domains })).length
    expect([of(['Cardiology']), of(['Criminal law']), of(['Notices']), of(['Medicine', 'Law']), of(null)]).toEqual([
      1, 1, 2, 2, 2,
    ])
  })

  test('a jurisdiction is covered however it is written, and as one of those that a pack names together', () => {
    const covered = ['England & Wales']
    expect(codes(before('What is due?', { jurisdictions: ['england and wales', 'Wales'], covered }))).toEqual([])
    expect(codes(before('What is due?', { jurisdictions: ['Wales'], covered: ['New South Wales'] }))).toEqual([
      'jurisdiction',
    ])
    expect(codes(before('What is due?', { jurisdictions: ['Germany'] }))).toEqual([])
  })

  test('a question asks for the law of a place only where it says so', () => {
    const covered = ['England and Wales']
    const asks = (question: string) => codes(before(question, { covered })).length > 0
    expect(asks('What rules apply to the German patient?')).toBe(false)
    expect(asks('Which acts did the Swiss supplier prove in court?')).toBe(false)
    expect(asks('Is the lease governed by the laws of the State of New York?')).toBe(true)
    expect(asks('Is it due under German insolvency law?')).toBe(true)
  })

  test('a jurisdiction that no pack covers is named: of the matter always, of a question where it asks for the law', () => {
    const covered = ['England and Wales']
    expect(inWords(before('What is the period?', { jurisdictions: ['Scotland', 'Wales'], covered }))).toEqual([
      { code: 'jurisdiction', text: 'no rules in use here are made for Scotland' },
    ])
    expect(codes(before('What is the period under Scottish law?', { covered }))).toEqual(['jurisdiction'])
    expect(codes(before('What is the period under English law?', { covered }))).toEqual([])
    expect(codes(before('Who sells French bread?', { covered }))).toEqual([])
    expect(codes(before('What is the period under Scottish law?'))).toEqual([])
  })

  test('a question much like one that was answered wrong is one, a little like it is none', () => {
    expect(codes(before('What is due?', { pastMistake: 0.9 }))).toEqual(['past-mistake'])
    expect(codes(before('What is due?', { pastMistake: 0.5 }))).toEqual([])
  })
})

describe('after an answer', () => {
  test('each thing that speaks against it is named with its sentences', () => {
    const claims = [
      someClaim({ index: 0, verdict: 'unsupported', citations: [] }),
      someClaim({ index: 1, absent: ['5 days'] }),
      someClaim({ index: 2, absent: ['May'], differsFrom: ['R1'] }),
      someClaim({ index: 3, authorities: [{ text: '[2019] UKSC 1', foundIn: null }] }),
    ]
    expect(afterReasons(someAnswer({ state: 'uncertain', claims })).map(({ text }) => messageText(text))).toEqual([
      'sentence 1 has no source',
      'sentences 2 and 3 have numbers, dates, names or key words that their sources do not have',
      'sentence 3 has another value than a rule computes',
      'sentence 4 has a statute or decision that your library does not have',
    ])
  })

  test('low confidence is said with the count behind it, a higher one not at all', () => {
    const limits = { medium: 0.6, high: null }
    const like = { count: 24, of: 41, interval: null }
    const confidence = { score: 0.4, band: 'low', calibrated: true, like, limits, answers: 212 } as const
    expect(inWords(afterReasons(someAnswer({ confidence })))).toEqual([
      { code: 'low-confidence', text: 'confidence is low: of 41 earlier answers like it 24 were right' },
    ])
    expect(afterReasons(someAnswer({ confidence: { ...confidence, band: 'medium' } }))).toEqual([])
  })

  test('so are a split choice and an answer that was not found; a good answer has no reason', () => {
    const choice = { options: ['a', 'b'], choice: 0, shares: [0.5, 0.5], margin: 0, votes: 2, ballots: 4 }
    expect(inWords(afterReasons(someAnswer({ choice })))).toEqual([
      { code: 'split-choice', text: 'the readings were split, 2 votes of 4' },
    ])
    expect(codes(afterReasons(someAnswer({ state: 'not-found', claims: [] })))).toEqual(['not-found'])
    expect(afterReasons(someAnswer())).toEqual([])
  })
})

const signals = {
  margin: 0.9,
  topScore: 2,
  scoreGap: 1,
  sources: 3,
  citedSources: 1,
  sentences: 2,
  borneOut: 1,
  entailed: 0,
  unsupported: 0,
  absent: 0,
  ruleAgreement: null,
  pastMistake: null,
  unknownWords: 0,
}

test('doubt grows with each sign, and follows the calibrated score where there is one', () => {
  const plain = doubtOf({ state: 'answered', signals, score: null })
  const worse = [
    doubtOf({ state: 'uncertain', signals, score: null }),
    doubtOf({ state: 'answered-in-part', signals, score: null }),
    ...[
      { margin: 0.1 },
      { absent: 1 },
      { unsupported: 1 },
      { borneOut: 0 },
      { unknownWords: 1 },
      { ruleAgreement: 0 },
    ].map((change) => doubtOf({ state: 'answered', signals: { ...signals, ...change }, score: null })),
  ]
  for (const doubt of worse) expect(doubt).toBeGreaterThan(plain)
  expect(doubtOf({ state: 'uncertain', signals, score: 0.75 })).toBe(0.25)
})
