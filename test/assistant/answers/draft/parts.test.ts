import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerGrammar } from '../../../../assistant/answers/draft/answer-grammar.ts'
import { buildTurns } from '../../../../assistant/answers/draft/build-turns.ts'
import { createClaimStream } from '../../../../assistant/answers/claims/claim-stream.ts'
import { markSources } from '../../../../assistant/answers/evidence/find-evidence.ts'
import { needsContext } from '../../../../assistant/questions/resolve-follow-up.ts'
import { createRunningAnswers } from '../../../../assistant/answers/running-answers.ts'
import type { PassageEvidence } from '../../../../assistant/questions/evidence-source.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'
import { passagesOf, quotesOf } from '../passages-of.ts'
import { ALL_KNOWN } from '../../../checks/lexicon.ts'

const evidence = (documentId: string, start: number): PassageEvidence => ({
  kind: 'passage',
  textVersion: 1,
  documentId,
  document: `${documentId}.txt`,
  page: null,
  start,
  end: start + 10,
  section: '',
  text: 'ten chars.',
  score: 1,
  byOcr: false,
  reference: null,
})

describe('marks of sources', () => {
  test('are counted from S1', () => {
    const marked = markSources([evidence('a', 0), evidence('b', 0)], [])
    expect(marked.map(({ source }) => source)).toEqual(['S1', 'S2'])
    expect(markSources([evidence('b', 0), evidence('c', 0)], marked).map(({ source }) => source)).toEqual(['S2', 'S3'])
  })

  test('are counted on behind the last one, also where an answer in between was deleted', () => {
    const kept = markSources([evidence('a', 0), evidence('b', 0), evidence('c', 0)], []).slice(2)
    expect(markSources([evidence('d', 0), evidence('e', 0)], kept).map(({ source }) => source)).toEqual(['S4', 'S5'])
  })

  const place = fc
    .record({ documentId: fc.constantFrom('a', 'b'), start: fc.nat(5) })
    .map(({ documentId, start }) => evidence(documentId, start))
  const round = fc.uniqueArray(place, { selector: ({ documentId, start }) => `${documentId}${start}`, maxLength: 6 })

  test('are the same for the same place through a conversation, and never the same for two', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 4 }), (rounds) => {
        const known = new Map<string, string>()
        let earlier: readonly PassageSource[] = []
        for (const found of rounds) {
          const marked = passagesOf(markSources(found, earlier))
          expect(marked.map(({ documentId, start }) => `${documentId}${start}`)).toEqual(
            found.map(({ documentId, start }) => `${documentId}${start}`),
          )
          for (const { documentId, start, source } of marked) {
            const key = `${documentId}${start}`
            expect(known.get(key) ?? source).toBe(source)
            known.set(key, source)
          }
          expect(new Set(known.values()).size).toBe(known.size)
          earlier = [...earlier, ...marked.filter((one) => !earlier.some(({ source }) => source === one.source))]
        }
      }),
    )
  })
})

describe('the turns of a conversation', () => {
  test('of a follow-up begin with those of the question before', () => {
    const first = { question: 'One?', newSources: [{ source: 'S1', where: 'a.txt', text: 'alpha' }], answer: null }
    const before = buildTurns([first], 'Answer.')
    const rounds = [
      { ...first, answer: 'Alpha [S1].' },
      { question: 'Two?', newSources: [], answer: null },
    ]
    const after = buildTurns(rounds, 'Answer.')
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.at(-1)).toEqual({ role: 'user', text: 'Question: Two?' })
    expect(before.at(-1)?.text).toContain('[S1] a.txt\nalpha')
  })
})

describe('the stream of claims', () => {
  const source: PassageSource = {
    ...evidence('a', 100),
    source: 'S1',
    read: null,
    text: 'The rent is paid in March. The lease ends in May.',
  }
  const whole = 'The rent is paid in March [S1]. The lease ends in May [S1].'

  test('gives the same claims however the text arrives', () => {
    const all = createClaimStream({ sources: [source], question: 'When?', lexicon: ALL_KNOWN }).ended(whole)
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length)), (cuts) => {
        const stream = createClaimStream({ sources: [source], question: 'When?', lexicon: ALL_KNOWN })
        const given = cuts.toSorted((a, b) => a - b).flatMap((cut) => stream.written(whole.slice(0, cut)))
        given.push(...stream.ended(whole))
        expect(given.map(({ index }) => index)).toEqual([0, 1])
        expect(given.at(-1)).toEqual(all.at(-1))
      }),
    )
  })

  test('leaves out what was said of the same sources already, and what speaks of the answer alone', () => {
    const other = { ...source, source: 'S2', documentId: 'b', document: 'b.txt' }
    const stream = createClaimStream({ sources: [source, other], question: 'When?', lexicon: ALL_KNOWN })
    const written =
      'It ends in May. [S1] It ends in May. [S2] It ends in May. [S1] This summary covers all of it. [S1] It is long. [S1]'
    expect(stream.ended(written).map(({ index, text }) => [index, text])).toEqual([
      [0, 'It ends in May.'],
      [1, 'It ends in May.'],
      [2, 'It is long.'],
    ])
  })

  test('states offsets in the whole document', () => {
    const [claim] = createClaimStream({ sources: [source], question: 'When?', lexicon: ALL_KNOWN }).ended(whole)
    const [citation] = quotesOf(claim?.citations)
    expect(citation).toMatchObject({ source: 'S1', document: 'a.txt', start: 100 })
    expect(source.text.slice(0, (citation?.end ?? 0) - 100)).toBe(citation?.quote)
  })
})

describe('the grammar', () => {
  test('knows exactly the marks that there are', () => {
    const grammar = answerGrammar(['S1', 'S2'])
    expect(grammar).toContain('mark ::= "S1" | "S2"')
    expect(grammar).not.toContain('S3')
  })

  test('lets an answer that has begun end there', () => {
    expect(answerGrammar(['S1'], true)).toContain('root ::= (separator claim){0,3}')
  })

  test('asks for as many sentences as are wanted', () => {
    expect(answerGrammar(['S1'])).toContain('root ::= claim (separator claim){0,3}')
    expect(answerGrammar(['S1'], false, { atLeast: 3, atMost: 6 })).toContain('root ::= claim (separator claim){2,5}')
  })
})

describe('a question that needs the one before', () => {
  test.each(['And when did it end?', 'Why?', 'Who signed them?'])('%s', (question) =>
    expect(needsContext(question)).toBe(true),
  )
  test('is not one that stands for itself', () =>
    expect(needsContext('When may the tenant end the lease of the bakery in Wexcombe?')).toBe(false))
})

describe('answers being written', () => {
  test('are stopped by their id, all at once, and not after they have ended', () => {
    const answers = createRunningAnswers()
    const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()] as const
    answers.begin('1', one)
    answers.begin('2', two)
    answers.begin('3', three)
    answers.end('3')
    answers.stop('1')
    answers.stop('nobody')
    expect([one.signal.aborted, two.signal.aborted]).toEqual([true, false])
    answers.stopAll()
    expect([two.signal.aborted, three.signal.aborted]).toEqual([true, false])
  })
})

test('the name of a file that a model writes beside its mark is no part of a sentence', () => {
  const sources: PassageSource[] = [
    { ...evidence('lease', 0), source: 'S1', text: 'The rent is £24,000.', end: 20, read: null },
  ]
  const said = (text: string) =>
    createClaimStream({ sources, question: 'What is the rent?', lexicon: ALL_KNOWN })
      .ended(text)
      .map((claim) => claim.text)
  expect(said('The rent is £24,000. [S1] lease.txt [S1]')).toEqual(['The rent is £24,000.'])
  expect(said('lease.txt: The rent is £24,000 [S1].')).toEqual(['The rent is £24,000.'])
  // Where a sentence speaks of the file, the name stays.
  expect(said('The rent is in lease.txt [S1].')).toEqual(['The rent is in lease.txt.'])
})
