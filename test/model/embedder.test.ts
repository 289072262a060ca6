import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createRemoteEmbedder } from '../../models/local/remote-embedder.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { realModel } from './real-models.ts'

const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
const { installed, whyNot } = await realModel('all-minilm-l6-v2-int8')
const supervised = supervise('embedding', () => forkChild(entry))
const embedder = createRemoteEmbedder(supervised, {
  id: 'minilm',
  sha256: installed?.sha256 ?? '',
  path: installed?.path ?? '',
  format: 'onnx',
  dimensions: 384,
  maxTokens: 256,
  threads: 1,
  queryPrefix: '',
  passagePrefix: '',
})

afterAll(async () => {
  await supervised[Symbol.asyncDispose]()
})

function cosine(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

describe.skipIf(whyNot !== null)(`a real embedding model${whyNot ? ` (${whyNot})` : ''}`, () => {
  test('gives unit vectors in the order of the texts, whatever their lengths', async () => {
    const texts = [
      'A lease.',
      'The lease ends on the last day of May, unless the tenant asks in writing for another year.',
      '',
      'Bananas.',
    ]
    const together = await embedder.embed(texts, 'passage')
    for (const vector of together) {
      expect(vector).toBeInstanceOf(Float32Array)
      expect(vector.length).toBe(384)
      expect(cosine(vector, vector)).toBeCloseTo(1, 5)
    }
    for (const [index, text] of texts.entries()) {
      const [alone] = await embedder.embed([text], 'passage')
      // int8 activations are scaled by what is in the batch, so this is near one and not one.
      expect(cosine(alone, together[index])).toBeGreaterThan(0.98)
    }
  })

  test('puts a question nearer to its passage than to another', async () => {
    const [question] = await embedder.embed(['When does the lease end?'], 'query')
    const [right, wrong] = await embedder.embed(
      ['The lease ends on 31 May.', 'The roof was repaired in winter.'],
      'passage',
    )
    expect(cosine(question, right)).toBeGreaterThan(cosine(question, wrong) + 0.3)
  })

  test('sees nothing after the 256th word piece', async () => {
    const long = 'word '.repeat(300)
    const [a, b] = await embedder.embed([long, `${long} A quite different end about ships and the sea.`], 'passage')
    expect(cosine(a, b)).toBeGreaterThan(0.999)
  })

  test('stops between batches when aborted', async () => {
    const abort = new AbortController()
    const call = embedder.embed(
      Array.from({ length: 400 }, (_, index) => `Passage ${index} of many.`),
      'passage',
      abort.signal,
    )
    setTimeout(() => abort.abort(new Error('later')), 50)
    await expect(call).rejects.toThrow('later')
    expect((await embedder.embed(['Still there'], 'query')).length).toBe(1)
  })

  test('writes nothing beside its files', async () => {
    const names = await readdir(installed?.path ?? '')
    expect(names.toSorted()).toEqual([
      'config.json',
      'model.json',
      'model.onnx',
      'special_tokens_map.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ])
  })
})
