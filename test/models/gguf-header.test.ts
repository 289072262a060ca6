import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGgufEntries, readGgufHeader } from '../../models/gguf-header.ts'
import { makeTinyGguf } from '../../scripts/make-tiny-gguf.ts'
import { failedWith } from '../../wording/failure.ts'

let folder: string
let path: string
let bytes: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gguf-'))
  path = join(folder, 'tiny.gguf')
  await makeTinyGguf(path)
  bytes = await readFile(path)
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('the header of a GGUF file', () => {
  test('tells what the model is, what its context costs and where its last tensor ends', async () => {
    expect(await readGgufHeader(path)).toEqual({
      architecture: 'llama',
      name: 'Consilium tiny random',
      contextTokens: 8192,
      hasChatTemplate: true,
      embeddingLength: 64,
      pooling: 0,
      // 2 layers, 2 heads of 32, keys and values, 2 bytes each.
      contextBytesPerToken: 2 * 2 * 32 * 2 * 2,
      leastBytes: bytes.length,
    })
  })

  test('that is cut off anywhere is either refused or shows that bytes are missing', async () => {
    const cut = join(folder, 'cut.gguf')
    for (const length of [0, 3, 4, 20, 100, 3000, bytes.length - 1]) {
      await writeFile(cut, bytes.subarray(0, length))
      const isNoticed = await readGgufHeader(cut).then(
        ({ leastBytes }) => leastBytes > length,
        (error: Error) => failedWith(error, 'DAMAGED'),
      )
      expect(isNoticed, `cut at ${length}`).toBe(true)
    }
  })

  test('that lies never does worse than be refused', () => {
    const flips = fc.array(fc.tuple(fc.nat({ max: 4000 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(flips, (changes) => {
        const head = Buffer.from(bytes.subarray(0, 12_000))
        for (const [at, value] of changes) head[at] = value
        expect(failure(() => readGgufEntries(head))).toSatisfy(
          (error: unknown) => error === null || failedWith(error, 'DAMAGED'),
        )
      }),
      { numRuns: 300 },
    )
  })
})

function failure(action: () => unknown): unknown {
  try {
    action()
    return null
  } catch (error) {
    return error
  }
}
