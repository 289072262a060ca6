import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RerankOptions, rerankPassages } from '../../../../assistant/answers/evidence/rerank-passages.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'
import { RemoteError } from '../../../../processes/remote-calls.ts'
import type { Reranker } from '../../../../models/reranker.ts'

const NEVER = new AbortController().signal

const passage = (source: string, score: number, documentId = 'd1'): PassageSource => ({
  kind: 'passage',
  source,
  documentId,
  document: `${documentId}.txt`,
  textVersion: 1,
  reference: null,
  page: null,
  start: 0,
  end: 10,
  section: '',
  text: `Text of ${source}.`,
  score,
  byOcr: false,
  read: null,
})

/** Scores passages by their mark. */
const scoring = (scores: Readonly<Record<string, number>>, asked: string[] = []): Reranker => ({
  info: { id: 'scripted', sha256: 's' },
  score: async (question, passages) => {
    asked.push(question)
    return passages.map((text) => scores[/S\d+/.exec(text)?.[0] ?? ''] ?? 0)
  },
})

const THREE = [passage('S1', 3), passage('S2', 2.5), passage('S3', 1)]
const ABOUT_ONE: Omit<RerankOptions, 'reranker'> = {
  question: 'Consider the Ashton lease; when does it end?',
  named: [],
  passages: THREE,
}

const ASHTON = [{ documentId: 'd1', words: new Set(['ashton']) }]

const marks = ({ passages }: { readonly passages: readonly PassageSource[] }) => passages.map(({ source }) => source)

describe('reranking', () => {
  test('adds to the scores of the search those of the reranker, between its worst and its best', async () => {
    const reranked = await rerankPassages({ ...ABOUT_ONE, reranker: scoring({ S1: -10, S2: 5, S3: 2 }) }, NEVER)
    expect(reranked.passages.map(({ source, score }) => [source, score])).toEqual([
      ['S2', 3.5],
      ['S1', 3],
      ['S3', 1.8],
    ])
    expect(reranked.best).toBe(5)
  })

  test('asks without the introduction and without the names of documents', async () => {
    const asked: string[] = []
    const named = [{ documentId: 'd1', words: new Set(['ramos']) }]
    const question = 'Consider the records of Ashton; how old is Ramos?'
    await rerankPassages({ ...ABOUT_ONE, question, named, reranker: scoring({}, asked) }, NEVER)
    await rerankPassages({ ...ABOUT_ONE, question: 'When does the lease end?', reranker: scoring({}, asked) }, NEVER)
    expect(asked).toEqual(['how old is ?', 'When does the lease end?'])
  })

  test('asks nothing of a question or passages in a language that the reranker was not made for', async () => {
    const german = 'Der Mieter darf das Mietverhältnis nach dem dritten Jahr mit einer Frist von sechs Monaten beenden.'
    const english = { ...scoring({ S3: 9 }), info: { id: 'scripted', sha256: 's', languages: ['en'] } }
    const question = 'Wann darf der Mieter das Mietverhältnis mit seiner Vermieterin beenden?'
    expect((await rerankPassages({ ...ABOUT_ONE, question, reranker: english }, NEVER)).best).toBeNull()
    const passages = THREE.map((one) => ({ ...one, text: german }))
    expect((await rerankPassages({ ...ABOUT_ONE, passages, reranker: english }, NEVER)).best).toBeNull()
    expect((await rerankPassages({ ...ABOUT_ONE, reranker: english }, NEVER)).best).toBe(9)
  })

  test('leaves the order alone where nothing is left of the question without its names, and asks nothing', async () => {
    const asked: string[] = []
    const options = { ...ABOUT_ONE, question: 'Ashton?', named: ASHTON, reranker: scoring({ S3: 9 }, asked) }
    expect(await rerankPassages(options, NEVER)).toEqual({ passages: THREE, best: null })
    expect(asked).toEqual([])
  })

  test('says of one passage too how well it answers', async () => {
    const one = { ...ABOUT_ONE, passages: THREE.slice(0, 1), reranker: scoring({ S1: -3 }) }
    expect((await rerankPassages(one, NEVER)).best).toBe(-3)
  })

  test('leaves the order alone without a reranker, and where its process is lost', async () => {
    const lost: Reranker = {
      info: { id: 'lost', sha256: 'l' },
      score: () => Promise.reject(new RemoteError('LOST', 'It ended.')),
    }
    for (const reranker of [null, lost])
      expect(await rerankPassages({ ...ABOUT_ONE, reranker }, NEVER)).toEqual({ passages: THREE, best: null })
  })

  test('that is stopped throws why', async () => {
    const abort = new AbortController()
    const slow: Reranker = {
      info: { id: 'slow', sha256: 's' },
      score: async () => {
        abort.abort(new Error('stopped'))
        throw abort.signal.reason
      },
    }
    await expect(rerankPassages({ ...ABOUT_ONE, reranker: slow }, abort.signal)).rejects.toThrow('stopped')
  })

  test('keeps the turns of documents that are named beside each other', async () => {
    const passages = [passage('S1', 4, 'a'), passage('S2', 3.9, 'b'), passage('S3', 3.6, 'a'), passage('S4', 3.5, 'b')]
    const named = [
      { documentId: 'a', words: new Set(['ashton']) },
      { documentId: 'b', words: new Set(['glenwood']) },
    ]
    const options = { ...ABOUT_ONE, passages, named, reranker: scoring({ S1: 0, S2: 0, S3: 9, S4: 8 }) }
    expect(marks(await rerankPassages(options, NEVER))).toEqual(['S3', 'S4', 'S1', 'S2'])
  })

  test('loses no passage, and orders them alike whatever the scale of the reranker', async () => {
    const tenths = fc.integer({ min: 0, max: 100 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(tenths, tenths), { maxLength: 8 }), tenths, async (pairs, shift) => {
        const scores = (by: number) => Object.fromEntries(pairs.map(([, value], at) => [`S${at}`, by * value - shift]))
        const passages = pairs.map(([value], at) => passage(`S${at}`, value))
        const one = await rerankPassages({ ...ABOUT_ONE, passages, reranker: scoring(scores(1)) }, NEVER)
        const two = await rerankPassages({ ...ABOUT_ONE, passages, reranker: scoring(scores(2)) }, NEVER)
        expect(marks(one).toSorted()).toEqual(pairs.map((_, at) => `S${at}`).toSorted())
        expect(marks(two)).toEqual(marks(one))
      }),
    )
  })
})
