import { describe, expect, test } from 'vitest'
import { createHashEmbedder, createScriptedModel } from '../../models/stand-ins.ts'
import type { GenerateResult } from '../../models/language-model.ts'

async function say(model: ReturnType<typeof createScriptedModel>, maxTokens = 100, signal?: AbortSignal) {
  const pieces: string[] = []
  const stream = model.generate({ turns: [{ role: 'user', text: 'one two' }], maxTokens }, signal)
  for (;;) {
    const next = await stream.next()
    if (next.done) return { pieces, result: next.value satisfies GenerateResult }
    pieces.push(next.value.text)
  }
}

describe('the scripted model', () => {
  test('says its texts one after the other, exactly and word by word', async () => {
    const model = createScriptedModel({ says: [' First\n\ttext.  ', 'Second.'] })
    const first = await say(model)
    expect(first.pieces.join('')).toBe(' First\n\ttext.  ')
    expect(first.pieces).toHaveLength(2)
    expect((await say(model)).pieces).toEqual(['Second.'])
    expect((await say(model)).pieces.join('')).toBe(' First\n\ttext.  ')
    expect(first.result).toEqual({ promptTokens: 2, reusedTokens: 0, generatedTokens: 2, stop: 'end' })
  })

  test('stops at the number of tokens asked for', async () => {
    const { pieces, result } = await say(createScriptedModel({ says: ['a b c d'] }), 2)
    expect(pieces).toEqual(['a', ' b'])
    expect(result.stop).toBe('length')
  })

  test('stops in the middle when aborted', async () => {
    const abort = new AbortController()
    const call = say(createScriptedModel({ says: ['a b c d'], wordMs: 5 }), 100, abort.signal)
    setTimeout(() => abort.abort(new Error('enough')), 8)
    await expect(call).rejects.toThrow('enough')
  })
})

function dot(x: Float32Array = new Float32Array(), y: Float32Array = new Float32Array()): number {
  return x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0)
}

describe('the hash embedder', () => {
  test('puts texts with the same words together, in whatever order and case', async () => {
    const embedder = createHashEmbedder()
    const [a, b, c] = await embedder.embed(['The lease ends', 'ends the LEASE', 'bananas'], 'passage')
    expect(dot(a, b)).toBeCloseTo(1, 5)
    expect(Math.abs(dot(a, c))).toBeLessThan(0.8)
    expect(a).toHaveLength(embedder.info.dimensions)
  })

  test('gives the same vectors tomorrow', async () => {
    const [vector] = await createHashEmbedder(8).embed(['lease'], 'query')
    expect(Array.from(vector ?? [])).toEqual(
      (await createHashEmbedder(8).embed(['Lease'], 'query')).map((v) => Array.from(v))[0],
    )
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 6)
  })
})
