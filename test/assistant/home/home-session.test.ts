import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type HomeSession, openHomeSession } from '../../../assistant/home/home-session.ts'
import { storedAnswer } from '../../../assistant/answers/stored-answer.ts'
import type { Keychain } from '../../../store/keys/master-wrap.ts'
import { filesBelow, temporaryFolder } from '../../store/temporary-home.ts'

const now = () => new Date()
const flipped = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 7))
/** A keychain of no security at all. */
const XOR: Keychain = { encrypt: flipped, decrypt: flipped }

type Options = {
  readonly keychain?: Keychain | null
  readonly staysLocked?: boolean
  readonly onClosing?: () => Promise<void>
  readonly onLocked?: () => void
}
const open = (folder: string, options: Options = {}): Promise<HomeSession> => {
  const { keychain = null, staysLocked = false, onClosing = async () => {}, onLocked = () => {} } = options
  const silent = { onFresh: async () => {}, onOpened: async () => {}, onClosing, onLocked }
  return openHomeSession({ folder, keychain, staysLocked, now, readAnswer: storedAnswer, ...silent })
}

const codeOf = async (work: () => unknown) => {
  try {
    await work()
    return 'nothing was thrown'
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

describe('the home of a user', () => {
  test('is new, then open by its key file at every start, and cannot be locked', async () => {
    await using folder = await temporaryFolder()
    {
      await using session = await open(folder.path)
      expect([session.lockState, session.keyMode]).toEqual(['new', 'new'])
      expect(await codeOf(() => session.store())).toBe('LOCKED')
      await session.create(null)
      expect([session.lockState, session.keyMode, session.canLock]).toEqual(['open', 'key-file', false])
      expect(await codeOf(() => session.lock('asked'))).toBe('WRONG_USE')
      expect(session.lockState).toBe('open')
    }
    await using again = await open(folder.path)
    expect(again.lockState).toBe('open')
  })

  test('under the keychain stays locked where it was locked before, until it is asked for', async () => {
    await using folder = await temporaryFolder()
    let locked = 0
    {
      await using session = await open(folder.path, { keychain: XOR, onLocked: () => (locked += 1) })
      await session.create(null)
      await session.lock('asked')
      // There is nothing more to wipe.
      await session.lock('asked')
      expect([session.lockState, locked]).toEqual(['locked', 1])
    }
    await using fresh = await open(folder.path, { keychain: XOR, staysLocked: true })
    expect(fresh.lockState).toBe('locked')
    await fresh.unlock('')
    expect(fresh.lockState).toBe('open')
  })

  test('under a passphrase is locked at the start, opens with it alone, and locks again', async () => {
    await using folder = await temporaryFolder()
    {
      await using session = await open(folder.path)
      await session.create('correct horse')
    }
    await using session = await open(folder.path)
    expect([session.lockState, session.keyMode, session.canLock]).toEqual(['locked', 'passphrase', false])
    expect(await codeOf(() => session.unlock('wrong'))).toBe('WRONG_KEY')
    expect(session.lockState).toBe('locked')
    await session.unlock('correct horse')
    expect([session.lockState, session.canLock]).toEqual(['open', true])
    const key = session.masterKey()
    await session.lock('asked')
    expect(session.lockState).toBe('locked')
    // The keys are gone from memory, not only from sight.
    expect([...key]).toEqual(Array.from({ length: 32 }, () => 0))
    expect(await codeOf(() => session.masterKey())).toBe('LOCKED')
    await session.unlock('correct horse')
    expect(
      session
        .store()
        .app.ledger.list()
        .map(({ kind, data }) => [kind, data]),
    ).toEqual([
      ['unlocked', {}],
      ['locked', { why: 'asked' }],
      ['unlocked', {}],
    ])
  })

  test('opens by the recovery key when the passphrase is forgotten, and then by the new passphrase', async () => {
    await using folder = await temporaryFolder()
    await using session = await open(folder.path)
    await session.create('forgotten')
    const recoveryKey = await session.makeRecoveryKey()
    expect(session.hasRecoveryKey).toBe(true)
    await session.lock('asked')
    expect(await codeOf(() => session.setPassphrase('new', `${recoveryKey.slice(0, -1)}?`))).not.toBe(
      'nothing was thrown',
    )
    expect(session.lockState).toBe('locked')
    await session.setPassphrase('new', recoveryKey)
    expect(session.lockState).toBe('open')
    await session.lock('asked')
    expect(await codeOf(() => session.unlock('forgotten'))).toBe('WRONG_KEY')
    await session.unlock('new')
    expect(session.lockState).toBe('open')
  })

  test('leaves its key file behind when it gets a passphrase', async () => {
    await using folder = await temporaryFolder()
    await using session = await open(folder.path)
    await session.create(null)
    await session.setPassphrase('now a passphrase', null)
    expect([session.keyMode, session.lockState, session.canLock]).toEqual(['passphrase', 'open', true])
    expect([...(await filesBelow(folder.path)).keys()].some((file) => file.endsWith('master.key'))).toBe(false)
  })

  test('under the keychain of the system opens by itself, and asks it again after being locked', async () => {
    await using folder = await temporaryFolder()
    {
      await using session = await open(folder.path, { keychain: XOR })
      await session.create(null)
      expect([session.keyMode, session.canLock]).toEqual(['keychain', true])
      await session.lock('idle')
      expect(session.lockState).toBe('locked')
      await session.unlock('')
      expect(session.lockState).toBe('open')
    }
    await using without = await open(folder.path)
    expect(without.lockState).toBe('locked')
  })

  test('of one process is of no other', async () => {
    await using folder = await temporaryFolder()
    await using _first = await open(folder.path)
    expect(await codeOf(() => open(folder.path))).toBe('IN_USE')
  })

  test('is given up when it cannot be opened, so that it can be tried again', async () => {
    await using folder = await temporaryFolder()
    {
      await using session = await open(folder.path)
      await session.create(null)
    }
    const { rename } = await import('node:fs/promises')
    await rename(join(folder.path, 'master.key'), join(folder.path, 'away'))
    expect(await codeOf(() => open(folder.path))).not.toBe('nothing was thrown')
    await rename(join(folder.path, 'away'), join(folder.path, 'master.key'))
    await using session = await open(folder.path)
    expect(session.lockState).toBe('open')
  })

  test('lets nobody in from the moment that closing begins, and closes whatever fails on the way', async () => {
    await using folder = await temporaryFolder()
    const seen: string[] = []
    const session = await open(folder.path, {
      async onClosing() {
        seen.push(session.lockState, String(await codeOf(() => session.store())))
        throw new Error('something did not close')
      },
    })
    await session.create(null)
    await expect(session[Symbol.asyncDispose]()).rejects.toThrow('did not close')
    expect(seen).toEqual(['locked', 'LOCKED'])
    await using again = await open(folder.path)
    expect(again.lockState).toBe('open')
  })

  test('answers many calls at once one after the other', async () => {
    await using folder = await temporaryFolder()
    await using session = await open(folder.path)
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(() => session.create(null))))
    expect(outcomes.toSorted()).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS', 'nothing was thrown'])
    expect(session.lockState).toBe('open')
  })
})
