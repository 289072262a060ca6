import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readHomeKey } from '../../electron/home-key.ts'
import { createSafeStorage, type SafeStorage } from './stand-in/safe-storage.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

const read = (storage: SafeStorage, platform: NodeJS.Platform = 'linux') =>
  readHomeKey(storage, join(folder, 'home', 'keychain.bin'), platform)

test('makes 32 random bytes once and gives the same at every start, without writing them in the clear', async () => {
  const first = await read(createSafeStorage())
  expect(first.key).toHaveLength(32)
  expect(await read(createSafeStorage())).toEqual(first)
  const file = join(folder, 'home', 'keychain.bin')
  const bytes = await readFile(file)
  expect(bytes.includes(Buffer.from(first.key as Uint8Array))).toBe(false)
  expect(bytes.includes(Buffer.from(first.key as Uint8Array).toString('base64'))).toBe(false)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'home'))).toEqual(['keychain.bin'])
})

test('uses no keychain on a Linux desktop that has none, where the key would be sealed with a known password', async () => {
  const weak = createSafeStorage('keychain', 'basic_text')
  expect(await read(weak)).toEqual({ key: null, why: expect.stringContaining('no keychain') })
  expect(await readdir(folder)).toEqual([])
  expect((await read(weak, 'darwin')).key).toHaveLength(32)
})

test('uses no keychain that is not available', async () => {
  const storage = { ...createSafeStorage(), isAsyncEncryptionAvailable: async () => false }
  expect((await read(storage)).key).toBeNull()
})

test('leaves a key alone that this keychain does not open, and says what opens the home', async () => {
  const { key } = await read(createSafeStorage('old computer'))
  const before = await readFile(join(folder, 'home', 'keychain.bin'))
  expect(await read(createSafeStorage('new computer'))).toEqual({
    key: null,
    why: expect.stringContaining('recovery key'),
  })
  expect(await readFile(join(folder, 'home', 'keychain.bin'))).toEqual(before)
  expect(await read(createSafeStorage('old computer'))).toEqual({ key, why: null })
})

test('does without the keychain when it refuses or its bytes cannot be written', async () => {
  const refusing = { ...createSafeStorage(), encryptStringAsync: () => Promise.reject(new Error('user denied')) }
  expect(await read(refusing)).toEqual({ key: null, why: expect.stringContaining('user denied') })
  await mkdir(join(folder, 'home', 'keychain.bin.part'), { recursive: true })
  expect(await read(createSafeStorage())).toEqual({ key: null, why: expect.stringContaining('EISDIR') })
})
