import { expect, test } from 'vitest'
import { planParts, withAllRead } from '../../../../assistant/answers/draft/plan-parts.ts'
import { asksForAll, questionKind } from '../../../../assistant/answers/draft/question-kind.ts'
import { USUAL_SETTINGS } from '../../../../contract/evaluation/answer-setting-words.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'

const signal = new AbortController().signal

function passages(document: string, from: number, count: number): readonly PassageSource[] {
  return Array.from({ length: count }, (_, at) => {
    const text = Array.from(
      { length: 8 },
      (__, n) => `In ${document} the tenant of flat ${at * 8 + n} pays rent each quarter.`,
    ).join(' ')
    return {
      kind: 'passage',
      source: `S${from + at}`,
      documentId: document,
      document: `${document}.txt`,
      textVersion: 1,
      reference: null,
      page: null,
      start: at * 1000,
      end: at * 1000 + text.length,
      section: '',
      text,
      score: 10 - at,
      byOcr: false,
      read: null,
    }
  })
}

test('one fact is asked for in one call that reads a part of the passages', async () => {
  const found = passages('Ashton', 1, 8)
  const parts = await planParts(
    {
      question: 'What rent does the tenant of flat 3 pay?',
      asked: 'What rent does the tenant of flat 3 pay?',
      passages: found,
      named: [],
      embedder: null,
      settings: USUAL_SETTINGS,
    },
    signal,
  )
  expect(parts).toHaveLength(1)
  const read = withAllRead(found, parts).flatMap(({ read: spans }) => spans ?? [])
  const characters = read.reduce((sum, { start, end }) => sum + end - start, 0)
  expect(characters).toBeGreaterThan(500)
  expect(characters).toBeLessThanOrEqual(2000)
})

test('a question for many things is read in two goes that share no sentence', async () => {
  const parts = await planParts(
    {
      question: 'List the rents of all flats.',
      asked: 'List the rents of all flats.',
      passages: passages('Ashton', 1, 8),
      named: [],
      embedder: null,
      settings: USUAL_SETTINGS,
    },
    signal,
  )
  expect(parts.map(({ note }) => note)).toEqual(['', 'Add only what these sources say beyond that.'])
  const spans = parts.map((part) =>
    part.passages.flatMap(({ source, read }) => (read ?? []).map(({ start, end }) => ({ source, start, end }))),
  )
  for (const one of spans[0]!)
    for (const other of spans[1]!)
      expect(one.source === other.source && one.start < other.end && other.start < one.end).toBe(false)
})

test('a document is not asked for whom only the passages of the other one name', async () => {
  const named = ['Ashton', 'Glenwood'].map((documentId) => ({ documentId, words: new Set([documentId.toLowerCase()]) }))
  const [ashton] = passages('Ashton', 1, 1)
  const [glenwood] = passages('Glenwood', 5, 1)
  const question = 'According to Ashton and Glenwood, who are M. Harris and T. Bennett?'
  const parts = await planParts(
    {
      question,
      asked: question,
      passages: [
        { ...ashton!, text: 'M. Harris is the tenant.' },
        { ...glenwood!, text: 'T. Bennett is the tenant.' },
      ],
      named,
      embedder: null,
      settings: USUAL_SETTINGS,
    },
    signal,
  )
  expect(parts.map((part) => part.question)).toEqual([
    'According to Ashton, who are M. Harris?',
    'According to Glenwood, who are T. Bennett?',
  ])
})

test('a summary is told in three sentences or more, but in no more than are read of the passages', async () => {
  const summary = async (of: readonly PassageSource[], asked = 'Summarise it.') =>
    (
      await planParts(
        {
          question: `Summarise it. ${asked}`,
          asked,
          passages: of,
          named: [],
          embedder: null,
          settings: USUAL_SETTINGS,
        },
        signal,
      )
    )[0]
  expect(await summary(passages('Ashton', 1, 8))).toMatchObject({
    sentences: { atLeast: 3, atMost: 6 },
  })
  const [one] = passages('Ashton', 1, 1)
  const short = { ...one!, text: 'The rent is due.', end: one!.start + 16 }
  expect(await summary([short])).toMatchObject({ sentences: { atLeast: 1, atMost: 6 } })
  expect(await summary(passages('Ashton', 1, 8), 'And when does it end?')).not.toHaveProperty('sentences')
})

test('of two documents that a question names each is read by itself', async () => {
  const named = ['Ashton', 'Glenwood'].map((documentId) => ({ documentId, words: new Set([documentId.toLowerCase()]) }))
  const parts = await planParts(
    {
      question: 'Which rent is higher, that in Ashton or in Glenwood?',
      asked: 'Which rent is higher, that in Ashton or in Glenwood?',
      passages: [...passages('Ashton', 1, 4), ...passages('Glenwood', 5, 4)],
      named,
      embedder: null,
      settings: USUAL_SETTINGS,
    },
    signal,
  )
  expect(parts.map((part) => [...new Set(part.passages.map(({ document }) => document))])).toEqual([
    ['Ashton.txt'],
    ['Glenwood.txt'],
  ])
  expect(parts.map(({ note }) => note)).toEqual(['Answer for “Ashton” alone.', 'Answer for “Glenwood” alone.'])
})

test.each([
  ['When does the lease end?', 'fact'],
  ['What is the rent?', 'fact'],
  ['Summarise the witness statement.', 'several'],
  ['How many visits were there?', 'several'],
  ['List the medicines.', 'several'],
  ['What medicines were given?', 'several'],
])('%s asks for %s', (question, kind) => {
  expect(questionKind(question)).toBe(kind)
})

test.each([
  ['Summarise the lease.', true],
  ['According to the judgment of Ashton, summarize the evidence.', true],
  ['Please explain the break clause.', true],
  ['Could you briefly describe the accident?', true],
  ['Give me a summary of the witness statement.', true],
  ['Summarise the rent in one sentence.', false],
  ['When was summary judgment given?', false],
  ['According to the discharge summary, what dose of aspirin was given?', false],
  ['Who applied for outline planning permission?', false],
  ['Did the doctor explain the risks?', false],
  ['How did the patient describe the pain?', false],
])('%s asks for all there is to say: %s', (question, isForAll) => {
  expect(asksForAll(question)).toBe(isForAll)
})
