import { expect, test } from 'vitest'
import { answerSummary, stateSummary } from '../../renderer/ask/answer/answer-summary.ts'
import { answerLayout } from '../../renderer/ask/answer/answer-block.tsx'
import { addressOf, lastDayOf, lastOf, threadParts, threadsOf } from '../../renderer/ask/threads.ts'
import { liveWords } from '../../renderer/ask/answer/answer-heading.tsx'
import { spokenLines } from '../../renderer/ask/ask.tsx'
import { questionRows } from '../../renderer/frame/navigation.tsx'
import { copyText } from '../../renderer/ask/answer/copy-text.ts'
import { exactGlob } from '../../renderer/library/document-picker.tsx'
import { applyAnswerEvent, startLiveAnswer } from '../../renderer/ask/live-answer.ts'
import { neighbour, pageOf, spansOf } from '../../renderer/ask/evidence/opened-source.ts'
import { someAnswer, someClaim, someSource } from './samples.ts'

test('copied text carries each sentence with its marks and verdict, and each source with document, page and quote', () => {
  const invented = someClaim({ index: 1, text: 'It was served.', verdict: 'unsupported', citations: [] })
  const vague = someClaim({ index: 2, text: 'It ended in May. [S1]', verdict: 'unchecked', absent: ['May'] })
  expect(copyText([someAnswer({ claims: [someClaim(), invented, vague] })])).toBe(
    [
      'How long is notice?',
      '',
      'Notice takes six months. [S1] (verbatim)',
      'It was served. (no source)',
      'It ended in May. [S1] (not confirmed) (not on the cited pages: May)',
      '',
      'Answered. 1 of 3 sentences confirmed. Read: 1 passage of 1 document.',
      '',
      'Sources',
      '[S1] Lease.pdf, page 9: “not less than six months’ prior written notice”',
    ].join('\n'),
  )
})

test('copied text strikes nothing out in silence: what the page says instead, and what was not answered, go with it', () => {
  const stopped = someClaim({
    text: 'Furosemide was stopped. [S1]',
    verdict: 'contradicted',
    instead: 'Furosemide\t40 mg\tIncreased',
  })
  const answer = someAnswer({ state: 'answered-in-part', claims: [stopped], notAnswered: ['why it was changed'] })
  const copied = copyText([answer])
  expect(copied).toContain('Furosemide was stopped. (contradicted) The table says: “Furosemide, 40 mg, Increased” [S1]')
  expect(copied).toContain(
    'Answered in part. 0 of 1 sentence confirmed, 1 contradicted. Not answered: why it was changed.',
  )
})

test('copied text of an answer that was not written says that its sentences are quoted', () => {
  const copied = copyText([someAnswer({ state: 'not-written' })])
  expect(copied).toContain('No answer was written. These sentences come nearest to the question.')
  expect(copied).not.toContain('confirmed')
})

test('copied text names the day that was chosen for the rules', () => {
  expect(copyText([someAnswer({ asOf: '2024-02-29' })])).toContain('(Rules as of 2024-02-29.)')
})

test('what the model judged is never copied without what its judgement is worth', () => {
  const judged = someClaim({ index: 1, verdict: 'supported', judged: { right: 31, of: 33 } })
  expect(answerSummary('answered', [someClaim(), judged])).toBe('2 of 2 sentences confirmed.')
  expect(copyText([someAnswer({ claims: [judged] })])).toContain(
    'Notice takes six months. [S1] (supported) (follows, by the model’s judgement: right in 31 of 33 measured)',
  )
})

test('copied text says where nothing was found and quotes the passages where nothing was written', () => {
  expect(copyText([someAnswer({ state: 'not-found', claims: [] })])).toContain('Your documents do not say.')
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

const asked = {
  key: 'k',
  matter: 'm',
  question: 'And then?',
  follows: 'a1',
  documents: [],
  asOf: null,
  how: { strategy: null, list: '' },
}

test('the answer that is being written stands at the end of its thread, and once only', () => {
  const root = someAnswer()
  const live = { ...startLiveAnswer(asked, new Date(0)), answerId: 'a2' }
  const pending = { lives: [live], waiting: [] }
  const kinds = (list: ReturnType<typeof threadsOf>, answer: string) =>
    threadParts(list, pending, answer).blocks.map(({ kind }) => kind)
  expect(kinds(threadsOf([root]), 'a1')).toEqual(['finished', 'live'])
  expect(kinds(threadsOf([root]), 'k')).toEqual(['live'])
  expect(kinds(threadsOf([root, someAnswer({ answerId: 'a2', follows: 'a1' })]), 'a1')).toEqual([
    'finished',
    'finished',
  ])
  expect(kinds(threadsOf([someAnswer({ answerId: 'other' })]), 'other')).toEqual(['finished'])
})

test('a follow-up keeps the day that was chosen for the rules, be its thread answered, written or waiting', () => {
  const day = '2024-02-29'
  const answered = threadParts(threadsOf([someAnswer({ asOf: day })]), { lives: [], waiting: [] }, 'a1')
  expect(lastDayOf(answered)).toBe(day)
  const live = startLiveAnswer({ ...asked, asOf: day }, new Date(0))
  expect(lastDayOf(threadParts([], { lives: [live], waiting: [] }, 'k'))).toBe(day)
  const waiting = [{ ...asked, key: 'w', follows: 'k', asOf: '2025-01-01' }]
  expect(lastDayOf(threadParts([], { lives: [live], waiting }, 'k'))).toBe('2025-01-01')
  expect(lastDayOf({ blocks: [], waiting: [] })).toBeNull()
})

test('a question that waits stands in its own thread, and what follows it behind it', () => {
  const live = startLiveAnswer({ ...asked, follows: null }, new Date(0))
  const fresh = { ...asked, key: 'w1', follows: null }
  const pending = {
    lives: [live],
    waiting: [fresh, { ...asked, key: 'w2', follows: 'k' }, { ...asked, key: 'w3', follows: 'w1' }],
  }
  const shown = (address: string) => {
    const { blocks, waiting } = threadParts([], pending, address)
    return [...blocks.map(addressOf), ...waiting.map(({ key }) => key)]
  }
  expect(shown('k')).toEqual(['k', 'w2'])
  expect(shown('w1')).toEqual(['w1', 'w3'])
  expect(lastOf(threadParts([], pending, 'k'))).toBe('w2')
  expect(questionRows([], pending).map(({ address, state }) => [address, state])).toEqual([
    ['w1', 'waiting'],
    ['k', 'writing'],
  ])
})

test('what was being written keeps its order, whatever it ends as; read again, the finding comes first', () => {
  const layout = (state: 'writing' | 'not-found' | 'extractive', wasWritten: boolean, hasModel = true) =>
    answerLayout({ state, wasWritten, hasModel })
  expect(layout('writing', true)).toEqual({ evidence: 'evidence', isStateFirst: false })
  expect(layout('not-found', true)).toEqual({ evidence: 'evidence', isStateFirst: false })
  expect(layout('not-found', false)).toEqual({ evidence: 'closest', isStateFirst: true })
  expect(layout('extractive', true).isStateFirst).toBe(false)
  expect(layout('writing', true, false)).toEqual(layout('extractive', true, false))
})

test('each sentence is said once, with its verdict, and passages alone are said as well', () => {
  const live = { ...startLiveAnswer(asked, new Date(0)), sources: [someSource()], draft: 'Half a sent' }
  expect(spokenLines(live)).toEqual(['1 passage found.'])
  const written = { ...live, claims: [someClaim()], finished: someAnswer() }
  expect(spokenLines(written)).toEqual([
    '1 passage found.',
    'Notice takes six months. verbatim.',
    'Answered. 1 of 1 sentence confirmed.',
  ])
  const stopped = someClaim({ text: 'It was stopped. [S1]', verdict: 'contradicted', instead: 'Furosemide\tIncreased' })
  const partly = someAnswer({ state: 'answered-in-part', claims: [stopped], notAnswered: ['why'] })
  expect(spokenLines({ ...live, claims: [stopped], finished: partly }).slice(1)).toEqual([
    'It was stopped. contradicted. The table says: Furosemide, Increased',
    'Answered in part. 0 of 1 sentence confirmed, 1 contradicted. 1 part of the question not answered.',
    'Not answered: why',
  ])
  const open = ['whether this answers “why”']
  const possible = someAnswer({ state: 'answered-in-part', question: 'Why?', claims: [someClaim()], notAnswered: open })
  expect(spokenLines({ ...live, claims: [someClaim()], finished: possible }).slice(2)).toEqual([
    'Possible answer. Quoted word for word. Check that this answers the question.',
  ])
  const second = someClaim({ index: 1, text: 'It was served in May. [S1]', verdict: 'unsupported' })
  const beside = someAnswer({ state: 'not-written', claims: [someClaim({ text: 'The lease is dated 2012. [S1]' })] })
  expect(spokenLines({ ...live, claims: [someClaim(), second], finished: beside }).slice(1)).toEqual([
    'Notice takes six months. verbatim.',
    'It was served in May. no source.',
    'Taken back: sentences 1 and 2. The question is about something else.',
    'The lease is dated 2012. verbatim.',
    'No answer was written. These sentences come nearest to the question. They are quoted word for word.',
  ])
  const passages = someAnswer({ state: 'extractive', claims: [], model: null })
  expect(spokenLines({ ...live, finished: passages }).at(-1)).toMatch(/^Passages only\. No model was used/)
  const lost = { ...passages, missingModel: 'small' }
  expect(spokenLines({ ...live, finished: lost }).at(-1)).toBe(
    'Passages only. No answer was written: the file of Small is missing or damaged. The passages below are quoted. Download the model again, or choose another model in Settings.',
  )
})

test('a model that is ready is not loaded again in words, and unchecked sentences do not count as confirmed', () => {
  const live = { ...startLiveAnswer(asked, new Date(0)), sources: [], loading: 'small' }
  expect(liveWords(live, false).word).toBe('Loading the model')
  expect(liveWords(live, true).word).toBe('Reading the passages')
  const claims = [someClaim(), someClaim({ index: 1, verdict: 'unchecked' })]
  const writing = { ...live, loading: null, claims, draft: 'It was late. [S1] And' }
  expect(liveWords(writing, true).sub).toBe(
    '1 of 2 sentences confirmed. 1 being checked. You can read and open sources now.',
  )
})

test('a model that reads says how much and how long it still takes, in no words of the machine', () => {
  const live = { ...startLiveAnswer(asked, new Date(0)), sources: [], loading: 'small' }
  const reading = applyAnswerEvent(live, { type: 'reading', done: 599, total: 1000, secondsLeft: 8.4 })
  expect(liveWords(reading, false)).toEqual({
    word: 'Reading the passages',
    sub: '59\u00A0% · about 10\u00A0s left. You can read and open sources now.',
  })
  const unknown = applyAnswerEvent(live, { type: 'reading', done: 0, total: 1000, secondsLeft: null })
  expect(liveWords(unknown, false).sub).toBe('0\u00A0%. You can read and open sources now.')
  const all = applyAnswerEvent(reading, { type: 'reading', done: 1000, total: 1000, secondsLeft: 0 })
  expect(liveWords(all, false).word).toBe('Writing')
  const further = { ...reading, claims: [someClaim()] }
  expect(liveWords(further, true).word).toBe('Reading more passages')
  expect(applyAnswerEvent(further, { type: 'answer-delta', text: 'It' }).reading).toBeNull()
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

test('the summary counts what was confirmed and names the sentences in doubt', () => {
  const bare = someClaim({ index: 1, verdict: 'unsupported', citations: [] })
  const vague = someClaim({ index: 2, verdict: 'unchecked', absent: ['May'] })
  expect(answerSummary('answered', [someClaim()])).toBe('1 of 1 sentence confirmed.')
  expect(answerSummary('answered-in-part', [someClaim(), bare, vague])).toBe(
    '1 of 3 sentences confirmed. Sentence 2 has no source. Sentence 3 has something that the cited page lacks.',
  )
  expect(answerSummary('uncertain', [someClaim({ verdict: 'unchecked' })])).toBe('0 of 1 sentence confirmed.')
  expect(answerSummary('stopped', [someClaim()])).toMatch(/What was written is kept\.$/)
})

test('the summary says what is missing in an answer whose every sentence is confirmed', () => {
  const partly = someAnswer({ state: 'answered-in-part', notAnswered: ['how notice is given', 'who pays'] })
  expect(stateSummary(partly, 'below')).toBe('1 of 1 sentence confirmed. 2 parts of the question not answered.')
  const whole = someAnswer({ state: 'answered', notAnswered: [] })
  expect(stateSummary(whole, 'below')).toBe('1 of 1 sentence confirmed.')
})

test('a document’s path is no pattern, whatever it is called', () => {
  expect(exactGlob('a/b.pdf')).toBe('a/b.pdf')
  expect(exactGlob('Lease [signed]*.pdf')).toBe('Lease [[]signed][*].pdf')
})

test('a sentence that contradicts others is said to, alone and with them', () => {
  const alone = someClaim({ disagreesWith: [1] })
  expect(answerSummary('answered', [alone])).toContain('Sentence 1 contradicts another sentence.')
  const both = [alone, someClaim({ index: 1, disagreesWith: [0] })]
  expect(answerSummary('answered', both)).toContain('Sentences 1 and 2 contradict each other.')
})
