import { expect, test } from 'vitest'
import { coreQuestion } from '../../../../assistant/answers/draft/rephrase-question.ts'
import { chooseSentences } from '../../../../assistant/answers/draft/choose-sentences.ts'
import { sentenceUnits } from '../../../../assistant/answers/draft/passage-spans.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'

const passage = (source: string, text: string, score: number, start = 100): PassageSource => ({
  kind: 'passage',
  source,
  documentId: source,
  document: `${source}.txt`,
  textVersion: 1,
  reference: null,
  page: null,
  start,
  end: start + text.length,
  section: '',
  text,
  score,
  byOcr: false,
  read: null,
})

const LEASE =
  'The building has five floors. The rent is £700 a month. It is due on the first day. Dogs are not allowed in the lift.'
const LETTER = 'Thank you for your letter. Our office is closed on Mondays. The rent was paid late in May.'

test('the sentences on the question are kept within the budget, as spans of the whole text', async () => {
  const passages = [passage('S1', LEASE, 2), passage('S2', LETTER, 1)]
  const [read, rest] = await chooseSentences(
    { question: 'How much is the rent?', naming: new Set(), passages, embedder: null, budgets: [160, 400] },
    new AbortController().signal,
  )
  const kept = passages.flatMap(({ source, text, start }) =>
    (read?.get(source) ?? []).map((span) => text.slice(span.start - start, span.end - start)),
  )
  expect(kept.join(' | ')).toContain('The rent is £700 a month.')
  expect(kept.join(' ').length).toBeLessThan(160)
  const first = read?.get('S1') ?? []
  for (const span of rest?.get('S1') ?? [])
    expect(first.some(({ start, end }) => span.start < end && start < span.end)).toBe(false)
})

test('a label is kept with what it labels', () => {
  const text = 'Preliminary diagnosis:\nAcute osteomyelitis\n\nTreatment:\nRest.'
  expect(sentenceUnits(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Preliminary diagnosis:\nAcute osteomyelitis',
    'Treatment:\nRest.',
  ])
})

test('what is asked for is the question without what says where to look', () => {
  const naming = new Set(['windsor'])
  expect(coreQuestion('According to the records of Windsor, Ontario, how old is K. Ramos?', naming)).toBe(
    'how old is K. Ramos?',
  )
  expect(coreQuestion('When did Windsor discharge her?', naming)).toBe('When did discharge her?')
  expect(coreQuestion('In which room?', naming)).toBe('In which room?')
  expect(coreQuestion('Windsor?', naming)).toBe('Windsor?')
})
