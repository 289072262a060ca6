import { readFile, stat, writeFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { homeAt, prepareHome } from '../../store/home.ts'
import { type Keyring, openKeyring } from '../../store/keys/keyring.ts'
import type { Keychain, KeyChoice } from '../../store/keys/master-wrap.ts'
import { CHEAP, codeOfFailure, temporaryFolder } from './temporary-home.ts'
import { Failure } from '../../wording/failure.ts'

const PASSPHRASE = { by: 'passphrase', passphrase: 'correct horse' } as const

async function newKeyring(folder: string, choice: KeyChoice) {
  const home = homeAt(folder)
  await prepareHome(home)
  const keyring = await openKeyring(home, CHEAP)
  await keyring.create(choice)
  return { home, keyring, master: Buffer.from(keyring.masterKey()) }
}

const reopened = async (folder: string): Promise<Keyring> => openKeyring(homeAt(folder), CHEAP)

test('a passphrase opens what it has locked, also composed differently, and nothing else does', async () => {
  await using folder = await temporaryFolder()
  const { master } = await newKeyring(folder.path, { by: 'passphrase', passphrase: 'caf\u00e9 au lait' })
  const keyring = await reopened(folder.path)
  expect({ mode: keyring.mode, isOpen: keyring.isOpen }).toEqual({ mode: 'passphrase', isOpen: false })
  await keyring.unlock({ by: 'passphrase', passphrase: 'cafe\u0301 au lait' })
  expect(keyring.masterKey()).toEqual(master)
  expect(await codeOfFailure(() => keyring.unlock({ by: 'passphrase', passphrase: 'cafe au lait' }))).toBe('WRONG_KEY')
  expect(await codeOfFailure(() => keyring.unlock({ by: 'key-file' }))).toBe('WRONG_USE')
})

test('no other passphrase ever opens', async () => {
  await using folder = await temporaryFolder()
  const { keyring } = await newKeyring(folder.path, PASSPHRASE)
  keyring.lock()
  await fc.assert(
    fc.asyncProperty(fc.string(), async (passphrase) => {
      fc.pre(passphrase.normalize('NFKC') !== PASSPHRASE.passphrase)
      expect(await codeOfFailure(() => keyring.unlock({ by: 'passphrase', passphrase }))).toBe('WRONG_KEY')
      expect(keyring.isOpen).toBe(false)
    }),
    { numRuns: 50 },
  )
})

test('locking overwrites the master key in memory', async () => {
  await using folder = await temporaryFolder()
  const { keyring, master } = await newKeyring(folder.path, PASSPHRASE)
  const inMemory = keyring.masterKey()
  expect(inMemory).toEqual(master)
  keyring.lock()
  expect(inMemory).toEqual(Buffer.alloc(32))
  expect(() => keyring.masterKey()).toThrow('locked')
})

test('locking while a passphrase is being set leaves keys that still open', async () => {
  await using folder = await temporaryFolder()
  const { keyring, master } = await newKeyring(folder.path, PASSPHRASE)
  const setting = keyring.setPassphrase('another one', null)
  await new Promise(setImmediate)
  keyring.lock()
  await setting
  await keyring.unlock({ by: 'passphrase', passphrase: 'another one' })
  expect(keyring.masterKey()).toEqual(master)
})

test('keys.json and the key file are for their owner only, and so is the home', async () => {
  await using folder = await temporaryFolder()
  const { home } = await newKeyring(folder.path, { by: 'key-file' })
  const modes = await Promise.all(
    [home.folder, home.mattersFolder, home.keysFile, home.keyFile].map(async (path) => (await stat(path)).mode & 0o777),
  )
  expect(modes).toEqual([0o700, 0o700, 0o600, 0o600])
})

test('a key file opens; setting a passphrase destroys it', async () => {
  await using folder = await temporaryFolder()
  const { home, master } = await newKeyring(folder.path, { by: 'key-file' })
  const keyFile = await readFile(home.keyFile)
  const keysFile = await readFile(home.keysFile)
  const keyring = await reopened(folder.path)
  await keyring.unlock({ by: 'key-file' })
  expect(keyring.masterKey()).toEqual(master)
  await keyring.setPassphrase('new passphrase', null)
  expect(keyring.mode).toBe('passphrase')
  expect(await codeOfFailure(() => readFile(home.keyFile))).toBe('Error')
  // A leftover of a kill between the two steps goes at the next unlocking.
  await writeFile(home.keyFile, keyFile)
  const again = await reopened(folder.path)
  await again.unlock({ by: 'passphrase', passphrase: 'new passphrase' })
  expect(again.masterKey()).toEqual(master)
  expect(await codeOfFailure(() => readFile(home.keyFile))).toBe('Error')
  expect(keysFile.equals(await readFile(home.keysFile))).toBe(false)
})

test('the wrong, a broken and a missing key file are told apart', async () => {
  await using folder = await temporaryFolder()
  await using other = await temporaryFolder()
  const { home, keyring } = await newKeyring(folder.path, { by: 'key-file' })
  const { home: otherHome } = await newKeyring(other.path, { by: 'key-file' })
  await writeFile(home.keyFile, await readFile(otherHome.keyFile))
  expect(await codeOfFailure(() => keyring.unlock({ by: 'key-file' }))).toBe('WRONG_KEY')
  await writeFile(home.keyFile, 'short')
  expect(await codeOfFailure(() => keyring.unlock({ by: 'key-file' }))).toBe('DAMAGED')
})

test('a recovery key opens however it is typed, and sets a new passphrase for a locked home', async () => {
  await using folder = await temporaryFolder()
  const { keyring, master } = await newKeyring(folder.path, PASSPHRASE)
  expect(keyring.hasRecoveryKey).toBe(false)
  const recoveryKey = await keyring.makeRecoveryKey()
  expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
  const typed = recoveryKey.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
  const locked = await reopened(folder.path)
  await locked.setPassphrase('the next one', typed)
  expect(locked.masterKey()).toEqual(master)
  const opened = await reopened(folder.path)
  expect(await codeOfFailure(() => opened.unlock(PASSPHRASE))).toBe('WRONG_KEY')
  await opened.unlock({ by: 'passphrase', passphrase: 'the next one' })
  // The recovery key outlives a change of the passphrase, and a new one replaces it.
  await opened.unlock({ by: 'recovery-key', recoveryKey })
  await opened.makeRecoveryKey()
  expect(await codeOfFailure(() => opened.unlock({ by: 'recovery-key', recoveryKey }))).toBe('WRONG_KEY')
})

test('any one wrong character of a recovery key is a typing error, not a wrong key', async () => {
  await using folder = await temporaryFolder()
  const { keyring } = await newKeyring(folder.path, PASSPHRASE)
  const key = await keyring.makeRecoveryKey()
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZU'
  await fc.assert(
    fc.asyncProperty(fc.nat(key.length - 1), fc.constantFrom(...letters), async (at, letter) => {
      fc.pre(key[at] !== '-' && key[at] !== letter)
      const recoveryKey = key.slice(0, at) + letter + key.slice(at + 1)
      expect(await codeOfFailure(() => keyring.unlock({ by: 'recovery-key', recoveryKey }))).toBe('WRONG_USE')
    }),
  )
  const short = await codeOfFailure(() => keyring.unlock({ by: 'recovery-key', recoveryKey: key.slice(1) }))
  expect(short).toBe('WRONG_USE')
})

const flip = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))

test("the host's keychain keeps the key, and its refusal is a wrong key", async () => {
  await using folder = await temporaryFolder()
  const keychain: Keychain = { encrypt: flip, decrypt: flip }
  const { master } = await newKeyring(folder.path, { by: 'keychain', keychain })
  const keyring = await reopened(folder.path)
  const refusing: Keychain = {
    ...keychain,
    decrypt() {
      throw new Error('no such user')
    },
  }
  expect(await codeOfFailure(() => keyring.unlock({ by: 'keychain', keychain: refusing }))).toBe('WRONG_KEY')
  await keyring.unlock({ by: 'keychain', keychain })
  expect(keyring.masterKey()).toEqual(master)
  await keyring.setPassphrase('now by passphrase', null)
  expect(keyring.mode).toBe('passphrase')
})

test('any changed byte of keys.json is damage or a wrong key, never another key', async () => {
  await using folder = await temporaryFolder()
  const { home, master } = await newKeyring(folder.path, PASSPHRASE)
  const whole = await readFile(home.keysFile)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ change
      await writeFile(home.keysFile, changed)
      const outcome = await reopened(folder.path).then(
        async (keyring) => {
          await keyring.unlock(PASSPHRASE)
          return keyring.masterKey().toString('hex')
        },
        (error: Failure) => error.code,
      )
      // White space may change without harm.
      expect(['DAMAGED', 'WRONG_USE', master.toString('hex')]).toContain(outcome)
    }),
  )
})

test('a home that has data but no keys.json, or has keys, gets no new keys', async () => {
  await using folder = await temporaryFolder()
  const { home, keyring } = await newKeyring(folder.path, PASSPHRASE)
  expect(await codeOfFailure(() => keyring.create(PASSPHRASE))).toBe('ALREADY_EXISTS')
  await using other = await temporaryFolder()
  await writeFile(homeAt(other.path).appFile, 'something')
  const stray = await reopened(other.path)
  expect(await codeOfFailure(() => stray.create(PASSPHRASE))).toBe('DAMAGED')
  expect(home.keysFile).toContain('keys.json')
})
