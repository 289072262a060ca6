import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import type { Home } from '../home.ts'
import { createTurns } from '../turns.ts'
import { destroyKeyFile, type KeysFile, type MainWrap, readKeysFile, writeKeysFile } from './keys-file.ts'
import { type KeyChoice, type KeySecret, masterKeyPurpose, openMaster, wrapMain } from './master-wrap.ts'
import type { ScryptCost } from './passphrase-wrap.ts'
import { makeRecoveryKey, wrapByRecoveryKey } from './recovery-key.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/**
 * Holds the master key of one home while it is unlocked. Throws `WRONG_KEY` for a secret that does not fit,
 * `DAMAGED` for a damaged keys.json or key file, `LOCKED` for what needs the master key while it is not there.
 */
export interface Keyring extends Disposable {
  /** `new`: the home has no keys yet. */
  readonly mode: 'new' | MainWrap['by']
  readonly hasRecoveryKey: boolean
  readonly isOpen: boolean
  /** 32 bytes that become zeros when locked: derive from them at once, never keep them. */
  masterKey(): Buffer
  /** First start: makes the master key and leaves it unlocked. */
  create(choice: KeyChoice): Promise<void>
  unlock(secret: KeySecret): Promise<void>
  /** The passphrase becomes the main way in; a key file is destroyed. The home may be locked if the recovery key is given. */
  setPassphrase(passphrase: string, recoveryKey: string | null): Promise<void>
  /** A new recovery key, to be shown once; an earlier one no longer opens the home. */
  makeRecoveryKey(): Promise<string>
  /** Overwrites the master key in memory. */
  lock(): void
}

/** Reads keys.json, if there is one. `cost` is for new passphrases; those in the file carry their own. */
export async function openKeyring(home: Home, cost: ScryptCost): Promise<Keyring> {
  let keys = await readKeysFile(home.keysFile)
  let master: Buffer | null = null

  // One change of keys.json after the other, since each starts from what the one before has written.
  const inTurn = createTurns()
  const save = async (next: KeysFile) => {
    await writeKeysFile(home.keysFile, next)
    keys = next
  }
  const lock = () => {
    master?.fill(0)
    master = null
  }
  const unlock = async (secret: KeySecret) => {
    const opened = await openMaster(existing(keys, home), secret, home)
    lock()
    master = opened
    // A kill between writing keys.json and destroying the key file leaves a file that opens nothing any more.
    if (keys?.main.by !== 'key-file') await destroyKeyFile(home.keyFile)
  }
  const keyring: Keyring = {
    get mode() {
      return keys?.main.by ?? 'new'
    },
    get hasRecoveryKey() {
      return Boolean(keys?.recovery)
    },
    get isOpen() {
      return master !== null
    },
    masterKey() {
      if (!master) throw new Failure('LOCKED', message('failures.keys.locked'))
      return master
    },
    create: (choice) =>
      inTurn(async () => {
        await refuseUsedHome(home, keys)
        const fresh = randomBytes(32)
        await save({ main: await wrapMain(fresh, choice, home, cost), recovery: null })
        master = fresh
      }),
    unlock: (secret) => inTurn(() => unlock(secret)),
    setPassphrase: (passphrase, recoveryKey) =>
      inTurn(async () => {
        if (recoveryKey !== null) await unlock({ by: 'recovery-key', recoveryKey })
        const main = await wrapMain(keyring.masterKey(), { by: 'passphrase', passphrase }, home, cost)
        await save({ ...existing(keys, home), main })
        await destroyKeyFile(home.keyFile)
      }),
    makeRecoveryKey: () =>
      inTurn(async () => {
        const recoveryKey = makeRecoveryKey()
        const recovery = wrapByRecoveryKey(keyring.masterKey(), recoveryKey, masterKeyPurpose('recovery-key'))
        await save({ ...existing(keys, home), recovery })
        return recoveryKey
      }),
    lock,
    [Symbol.dispose]: lock,
  }
  return keyring
}

async function refuseUsedHome(home: Home, keys: KeysFile | null): Promise<void> {
  if (keys) throw new Failure('ALREADY_EXISTS', message('failures.keys.thereAlready', { folder: home.folder }))
  const used = await access(home.appFile).then(
    () => true,
    () => false,
  )
  if (used)
    throw new Failure('DAMAGED', message('failures.keys.fileMissing', { file: home.keysFile, app: home.appFile }))
}

function existing(keys: KeysFile | null, home: Home): KeysFile {
  if (!keys) throw new Failure('WRONG_USE', message('failures.keys.none', { folder: home.folder }))
  return keys
}
