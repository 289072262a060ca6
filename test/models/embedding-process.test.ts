import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRemoteEmbedder, type RemoteEmbedder } from '../../models/local/remote-embedder.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { type Supervised, supervise } from '../../processes/supervise.ts'
import { makeTinyGguf } from '../../scripts/make-tiny-gguf.ts'

const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
let folder: string
let supervised: Supervised
let embedder: RemoteEmbedder

function remote(path: string, process: Supervised): RemoteEmbedder {
  return createRemoteEmbedder(process, {
    id: 'tiny',
    sha256: 'hash',
    dimensions: 64,
    format: 'gguf',
    path,
    threads: 1,
    maxTokens: 32,
    queryPrefix: 'query: ',
    passagePrefix: '',
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedding-'))
  await makeTinyGguf(join(folder, 'tiny.gguf'))
  supervised = supervise('embedding', () => forkChild(entry))
  embedder = remote(join(folder, 'tiny.gguf'), supervised)
})

afterAll(async () => {
  await supervised[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('an embedding model of llama.cpp', () => {
  test('gives unit vectors in the order of the texts', async () => {
    const vectors = await embedder.embed(['a long text first', 'b', 'ccc'], 'passage')
    const alone = await Promise.all(['a long text first', 'b', 'ccc'].map((text) => embedder.embed([text], 'passage')))
    expect(vectors).toEqual(alone.flat())
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    expect(vectors[0]).toHaveLength(64)
  })

  test('puts the prefix of queries in front of queries only', async () => {
    const [query] = await embedder.embed(['rent'], 'query')
    const [passage, prefixed] = await embedder.embed(['rent', 'query: rent'], 'passage')
    expect(query).toEqual(prefixed)
    expect(query).not.toEqual(passage)
  })

  test('cuts a text at its most tokens, and takes none without words amiss', async () => {
    const [a, b, empty] = await embedder.embed(['x'.repeat(100), `${'x'.repeat(100)} and more`, ''], 'passage')
    expect(a).toEqual(b)
    expect(empty).toHaveLength(64)
  })

  test('is loaded again after its process died', async () => {
    const [before] = await embedder.embed(['same'], 'passage')
    const { pid } = await embedder.report()
    process.kill(pid, 'SIGKILL')
    // On a busy machine the news of its end takes longer than any pause.
    while (supervised.pid === pid) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await embedder.embed(['same'], 'passage'))[0]).toEqual(before)
  })

  test('that is not there is told of in the words of its file', async () => {
    const missing = remote(join(folder, 'none.gguf'), supervised)
    await expect(missing.embed(['x'], 'query')).rejects.toMatchObject({ code: 'DAMAGED' })
  })
})
