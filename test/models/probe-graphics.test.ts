import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hasOwnLibrary, systemName } from '../../models/graphics-libraries.ts'
import { hasGraphicsDevice, NO_GRAPHICS, probeGraphics } from '../../models/local/probe-graphics.ts'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { type Supervised, supervise } from '../../processes/supervise.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const crashing = (env: Readonly<Record<string, string>> = {}) => forkChild(file('children/crashing-driver.ts'), { env })

const HAS_DEVICE = await hasGraphicsDevice(process.platform)

/** A model that is loaded onto a graphics processor, and why it was not. */
function loading(process: Supervised) {
  const lost: string[] = []
  const model = createRemoteLanguageModel(process, {
    id: 'any',
    sha256: 'hash',
    path: '/a/model.gguf',
    contextTokens: 2048,
    threads: 1,
    gpu: 'auto',
    withoutThinking: false,
    onGraphicsLost: (reason) => lost.push(reason),
  })
  return { model, lost }
}

describe('a graphics processor', () => {
  test('whose driver crashes is not used, and it is said why', async () => {
    expect(await probeGraphics(() => crashing())).toEqual({ kind: null, fault: 'killed by SIGSEGV' })
  })

  test('whose driver never answers is not waited for, and it is said why', async () => {
    expect(await probeGraphics(() => crashing({ DRIVER: 'hanging' }), { patienceMs: 300 })).toEqual({
      kind: null,
      fault: 'no answer in 0.3 seconds',
    })
  })

  test('that answers is used', async () => {
    expect(await probeGraphics(() => crashing({ DRIVER: 'late' }))).toEqual({ kind: 'vulkan', fault: null })
  })

  // Where there is one, its driver may rightly be found at fault.
  test.skipIf(HAS_DEVICE)('that is not in this computer has no driver that could fail', async () => {
    expect(await probeGraphics(() => forkChild(file('../../models/process.ts')))).toEqual(NO_GRAPHICS)
  })

  test('whose driver crashes with the weights is left, and the model loaded on the processor', async () => {
    await using process = supervise('language', () => crashing({ DRIVER: 'late' }))
    const { model, lost } = loading(process)
    expect(await model.load()).toEqual({ contextTokens: 2048, graphics: null })
    expect(lost).toEqual(['killed by SIGSEGV'])
  })

  test('is not blamed for a process that is killed from outside while it loads, as where memory is short', async () => {
    await using process = supervise('language', () => crashing({ DRIVER: 'late', END: 'SIGKILL' }))
    const { model, lost } = loading(process)
    await expect(model.load()).rejects.toMatchObject({ code: 'PROCESS_LOST', reason: 'killed by SIGKILL' })
    expect(lost).toEqual([])
  })
})

test('on Linux a device is looked for before a driver is asked', async () => {
  await using folder = await temporaryFolder()
  const isThere = (platform: NodeJS.Platform) => hasGraphicsDevice(platform, folder.path)
  expect([await isThere('linux'), await isThere('win32')]).toEqual([false, true])
  await mkdir(join(folder.path, 'dev/dri'), { recursive: true })
  // A screen without a processor for it, as a virtual machine has one.
  await writeFile(join(folder.path, 'dev/dri/card0'), '')
  expect(await isThere('linux')).toBe(false)
  await writeFile(join(folder.path, 'dev/dri/renderD128'), '')
  expect(await isThere('linux')).toBe(true)
})

test('a driver is not asked where no package of llama.cpp could use it, as in a packed app', async () => {
  await using folder = await temporaryFolder()
  const engine = pathToFileURL(join(folder.path, 'out/assistant/engine.js')).href
  const install = async (name: string) => {
    const place = join(folder.path, 'node_modules/@node-llama-cpp', name)
    await mkdir(place, { recursive: true })
    await writeFile(join(place, 'package.json'), JSON.stringify({ name: `@node-llama-cpp/${name}` }))
  }
  const isThere = () =>
    ['linux', 'win32', 'darwin'].map((platform) => hasOwnLibrary(systemName(platform, 'arm64'), engine))
  for (const name of ['linux-arm64', 'win-arm64', 'win-x64-vulkan', 'mac-x64']) await install(name)
  expect(isThere()).toEqual([false, false, false])
  for (const name of ['linux-arm64-vulkan', 'win-arm64-cuda', 'mac-arm64-metal']) await install(name)
  expect(isThere()).toEqual([true, true, true])
})
