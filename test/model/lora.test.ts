import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { loraAdapter } from '../../scripts/gguf/lora-adapter.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { realModel } from './real-models.ts'

const entry = fileURLToPath(new URL('../../models/process.ts', import.meta.url))
const { installed, whyNot } = await realModel('smollm2-135m-instruct-q4_1')
const life = new AsyncDisposableStack()
const supervised = life.use(supervise('language', () => forkChild(entry)))
const { path: folder } = life.use(await temporaryFolder())
afterAll(() => life.disposeAsync())

/** Of SmolLM2-135M. */
const SHAPE = { architecture: 'llama', layers: 3, width: 576, rank: 2 }

async function adapter(name: string, weight: (place: number) => number): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, loraAdapter({ ...SHAPE, weight }))
  return path
}

function modelWith(lora?: { readonly path: string; readonly scale: number }) {
  const path = installed?.path ?? ''
  const options = {
    id: 'smollm2',
    sha256: '',
    contextTokens: 512,
    threads: 1,
    gpu: 'off',
    withoutThinking: false,
  } as const
  return createRemoteLanguageModel(supervised, { ...options, path, lora })
}

async function said(model: ReturnType<typeof modelWith>): Promise<string> {
  let text = ''
  const turns = [{ role: 'user', text: 'Name three colours of the rainbow.' }] as const
  for await (const item of model.generate({ turns, maxTokens: 16 })) text += item.text
  return text
}

const why = whyNot === null ? '' : ` (${whyNot})`

describe.skipIf(whyNot !== null)(`a real model with a LoRA adapter${why}`, { timeout: 120_000 }, () => {
  test('says the same with one of zeros or of no strength, something else with one of other weights', async () => {
    const plain = modelWith()
    const before = await said(plain)
    expect(before.length).toBeGreaterThan(10)
    expect(await said(modelWith({ path: await adapter('zeros.gguf', () => 0), scale: 1 }))).toBe(before)
    const path = await adapter('waves.gguf', (place) => Math.sin(place))
    expect(await said(modelWith({ path, scale: 1 }))).not.toBe(before)
    expect(await said(modelWith({ path, scale: 0 }))).toBe(before)
    // The file is the same, and yet the one without is loaded again.
    expect(await said(plain)).toBe(before)
  })

  test('is not loaded without it when the file is gone or does not fit', async () => {
    const gone = modelWith({ path: join(folder, 'gone.gguf'), scale: 1 })
    await expect(said(gone)).rejects.toMatchObject({ code: 'DAMAGED', message: expect.stringContaining('gone.gguf') })
    const path = join(folder, 'narrow.gguf')
    await writeFile(path, loraAdapter({ ...SHAPE, width: 64, weight: () => 0 }))
    await expect(said(modelWith({ path, scale: 1 }))).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining('with its LoRA adapter'),
    })
  })
})
