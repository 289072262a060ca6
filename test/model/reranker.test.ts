import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createRemoteEmbedder, createRemoteReranker } from '../../models/local/remote-embedder.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { realModel } from './real-models.ts'

const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
const [{ installed, whyNot }, embedding] = [
  await realModel('ms-marco-minilm-l-12-v2-int8'),
  await realModel('all-minilm-l6-v2-int8'),
]
const supervised = supervise('embedding', () => forkChild(entry))
const options = {
  id: 'reranker',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  threads: 1,
  maxTokens: 256,
}
const reranker = createRemoteReranker(supervised, options)

afterAll(async () => {
  await supervised[Symbol.asyncDispose]()
})

const QUESTION = 'When may the tenant end the lease?'
const PASSAGES = [
  'The roof was repaired in winter.',
  'The tenant may end this lease on 24 March 2026 by giving six months notice.',
  'The rent is due on the first day of each month.',
]

describe.skipIf(whyNot !== null)(`a real reranker${whyNot ? ` (${whyNot})` : ''}`, () => {
  test('scores the passage that answers far above the others, in the order of the passages', async () => {
    const [roof = 0, end = 0, rent = 0] = await reranker.score(QUESTION, PASSAGES)
    expect(end).toBeGreaterThan(0)
    expect(end).toBeGreaterThan(Math.max(roof, rent) + 5)
    expect(await reranker.score(QUESTION, PASSAGES.slice(1, 2))).toEqual([end])
    expect(await reranker.score(QUESTION, [])).toEqual([])
  })

  test('does not read the end of a long passage', async () => {
    const long = 'word '.repeat(300)
    const [one, other] = await reranker.score(QUESTION, [long, `${long} ${PASSAGES[1]}`])
    expect(one).toBe(other)
  })

  test.skipIf(embedding.whyNot !== null)(
    'works beside the embedding model in one process, and after that was killed',
    async () => {
      const before = await reranker.score(QUESTION, PASSAGES)
      const embedder = createRemoteEmbedder(supervised, {
        id: 'minilm',
        sha256: embedding.installed?.sha256 ?? '',
        path: embedding.installed?.path ?? '',
        format: 'onnx',
        dimensions: 384,
        maxTokens: 256,
        threads: 1,
        queryPrefix: '',
        passagePrefix: '',
      })
      expect((await embedder.embed(['A lease.'], 'query'))[0]).toHaveLength(384)
      const { pid } = await embedder.report()
      process.kill(pid, 'SIGKILL')
      // On a busy machine the news of its end takes longer than any pause.
      while (supervised.pid === pid) await new Promise((resolve) => setTimeout(resolve, 5))
      expect(await reranker.score(QUESTION, PASSAGES)).toEqual(before)
    },
  )

  test('stops between two passages when aborted', async () => {
    const abort = new AbortController()
    const call = reranker.score(
      QUESTION,
      Array.from({ length: 400 }, (_, at) => `Passage ${at} of many.`),
      abort.signal,
    )
    setTimeout(() => abort.abort(new Error('later')), 50)
    await expect(call).rejects.toThrow('later')
    expect(await reranker.score(QUESTION, PASSAGES.slice(0, 1))).toHaveLength(1)
  })

  test('that is not there is told of in the words of its folder', async () => {
    const missing = createRemoteReranker(supervised, { ...options, path: '/nowhere' })
    await expect(missing.score(QUESTION, PASSAGES)).rejects.toMatchObject({ code: 'DAMAGED' })
  })

  test('writes nothing beside its files', async () => {
    expect((await readdir(installed?.path ?? '')).toSorted()).toEqual([
      'model.json',
      'model.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ])
  })
})
