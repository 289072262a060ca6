import { expect, test } from 'vitest'
import { answerSummary } from '../../renderer/ask/answer-summary.ts'
import { blocksOf, LIVE } from '../../renderer/ask/blocks.ts'
import { copyText } from '../../renderer/ask/copy-text.ts'
import { exactGlob } from '../../renderer/ask/document-globs.ts'
import { startLiveAnswer } from '../../renderer/ask/live-answer.ts'
import { neighbour, pageOf, spansOf } from '../../renderer/ask/opened-source.ts'
import { threadsOf } from '../../renderer/ask/threads.ts'
import { someAnswer, someClaim, someSource } from './samples.ts'

test('copied text carries each sentence with its marks and each source with document, page and quote', () => {
  const invented = someClaim({ index: 1, text: 'It was served.', verdict: 'unsupported', citations: [] })
  const vague = someClaim({ index: 2, text: 'It ended in May. [S1]', verdict: 'unchecked', absent: ['May'] })
  expect(copyText([someAnswer({ claims: [someClaim(), invented, vague] })])).toBe(
    [
      'How long is notice?',
      '',
      'Notice takes six months. [S1]',
      'It was served. (no source)',
      'It ended in May. [S1] (not on the cited pages: May)',
      '',
      'Sources',
      '[S1] Lease.pdf, page 9: “not less than six months’ prior written notice”',
    ].join('\n'),
  )
})

test('copied text says where nothing was found and quotes the passages where nothing was written', () => {
  expect(copyText([someAnswer({ state: 'not-found', claims: [] })])).toContain('The documents do not say.')
  const passages = copyText([someAnswer({ state: 'extractive', claims: [], sources: [someSource({ page: null })] })])
  expect(passages).toContain('[S1] Lease.pdf: “by giving not less than six months’ prior written notice”')
})

test('follow-ups stand below their question, the newest question first', () => {
  const old = someAnswer({ answerId: 'old', askedAt: '2026-06-01T08:00:00Z' })
  const root = someAnswer({ answerId: 'root', askedAt: '2026-06-02T08:00:00Z' })
  const next = someAnswer({ answerId: 'next', follows: 'root', askedAt: '2026-06-02T08:05:00Z' })
  const third = someAnswer({ answerId: 'third', follows: 'next', askedAt: '2026-06-02T08:06:00Z' })
  const orphan = someAnswer({ answerId: 'orphan', follows: 'deleted', askedAt: '2026-05-01T08:00:00Z' })
  const threads = threadsOf([third, orphan, old, next, root])
  expect(threads.map(({ answers }) => answers.map(({ answerId }) => answerId))).toEqual([
    ['root', 'next', 'third'],
    ['old'],
    ['orphan'],
  ])
})

test('the answer that is being written stands at the end of its thread, and once only', () => {
  const root = someAnswer()
  const question = { matter: 'm', question: 'And then?', follows: 'a1', documents: [] }
  const live = { ...startLiveAnswer(question, new Date(0)), answerId: 'a2' }
  const kinds = (list: ReturnType<typeof threadsOf>, answer: string) =>
    blocksOf(list, live, answer).map(({ kind }) => kind)
  expect(kinds(threadsOf([root]), 'a1')).toEqual(['finished', 'live'])
  expect(kinds(threadsOf([root]), LIVE)).toEqual(['live'])
  expect(kinds(threadsOf([root, someAnswer({ answerId: 'a2', follows: 'a1' })]), 'a1')).toEqual([
    'finished',
    'finished',
  ])
  expect(blocksOf(threadsOf([someAnswer({ answerId: 'other' })]), live, 'other')).toHaveLength(1)
})

test('a source is marked where the sentence quotes it, else where any does, else as a whole', () => {
  const [source, claim] = [someSource(), someClaim()]
  const other = someClaim({ index: 1, citations: [] })
  expect(spansOf(source, claim, [claim, other])).toEqual([{ start: 110, end: 156 }])
  expect(spansOf(source, other, [claim, other])).toEqual([{ start: 110, end: 156 }])
  expect(spansOf(source, null, [other])).toEqual([{ start: 100, end: 200 }])
  expect(pageOf(someSource({ page: 1 }), claim)).toBe(9)
})

test('leafing through the sources ends at the ends', () => {
  const sources = [someSource(), someSource({ source: 'S2' })]
  expect(neighbour(sources, 'S1', 1)?.source).toBe('S2')
  expect(neighbour(sources, 'S2', 1)).toBeNull()
  expect(neighbour(sources, 'S1', -1)).toBeNull()
})

test('the summary counts what was checked and names the sentences in doubt', () => {
  const bare = someClaim({ index: 1, verdict: 'unsupported', citations: [] })
  const vague = someClaim({ index: 2, verdict: 'unchecked', absent: ['May'] })
  expect(answerSummary('answered', [someClaim()])).toBe('1 of 1 sentence checked against its source.')
  expect(answerSummary('uncertain', [someClaim(), bare, vague])).toBe(
    '1 of 3 sentences checked against its source; sentence 2 has no source; sentence 3 has something that the cited page does not hold.',
  )
  expect(answerSummary('answered', [vague])).toContain('1 of 1 sentence names its source, wording not checked')
  expect(answerSummary('stopped', [someClaim()])).toMatch(/What was written is kept\.$/)
})

test('a document’s path is no pattern, whatever it is called', () => {
  expect(exactGlob('a/b.pdf')).toBe('a/b.pdf')
  expect(exactGlob('Lease [signed]*.pdf')).toBe('Lease [[]signed][*].pdf')
})
