import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hasGraphicsDevice, probeGraphics } from '../../models/local/probe-graphics.ts'
import { createRemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const crashing = (env: Readonly<Record<string, string>> = {}) => forkChild(file('children/crashing-driver.ts'), { env })

describe('a graphics processor', () => {
  test('whose driver crashes is not used, and it is said why', async () => {
    expect(await probeGraphics(() => crashing())).toEqual({ kind: null, fault: 'killed by SIGSEGV' })
  })

  test('that answers is used', async () => {
    expect(await probeGraphics(() => crashing({ DRIVER: 'late' }))).toEqual({ kind: 'vulkan', fault: null })
  })

  test('of this computer is tried without a fault, where there is one and where there is none', async () => {
    expect(await probeGraphics(() => forkChild(file('../../models/process.ts')))).toMatchObject({ fault: null })
  })

  test('whose driver crashes with the weights is left, and the model loaded on the processor', async () => {
    await using process = supervise('language', () => crashing({ DRIVER: 'late' }))
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
    expect(await model.load()).toEqual({ contextTokens: 2048, graphics: null })
    expect(lost).toEqual(['killed by SIGSEGV'])
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
