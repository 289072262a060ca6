import { randomBytes } from 'node:crypto'
import type { Home } from '../home.ts'
import { type KeysFile, type MainWrap, readKeyFile, writeKeyFile } from './keys-file.ts'
import { type ScryptCost, unwrapByPassphrase, wrapByPassphrase } from './passphrase-wrap.ts'
import { unwrapByRecoveryKey } from './recovery-key.ts'
import { seal, unseal } from './seal.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

/** The operating system's keychain, given by the host (Electron's safeStorage). Both throw when the system refuses. */
export interface Keychain {
  encrypt(bytes: Uint8Array): Buffer
  decrypt(bytes: Uint8Array): Buffer
}

export type KeyChoice =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'key-file' }
  | { readonly by: 'keychain'; readonly keychain: Keychain }

export type KeySecret = KeyChoice | { readonly by: 'recovery-key'; readonly recoveryKey: string }

/** Bound into every wrap of a master key, together with the way. */
export function masterKeyPurpose(by: KeySecret['by']): string {
  return `consilium master key by ${by}`
}

/** Wraps the master key in the chosen way; for a key file, writes a new one. */
export async function wrapMain(master: Buffer, choice: KeyChoice, home: Home, cost: ScryptCost): Promise<MainWrap> {
  const about = masterKeyPurpose(choice.by)
  switch (choice.by) {
    case 'passphrase': {
      // A copy: locking while scrypt runs turns the original into zeros, which must never be what is wrapped.
      const copy = Buffer.from(master)
      const wrap = await wrapByPassphrase(copy, choice.passphrase, about, cost)
      copy.fill(0)
      return { by: 'passphrase', ...wrap }
    }
    case 'key-file': {
      const key = await writeKeyFile(home.keyFile)
      return { by: 'key-file', sealed: seal(master, key, about).toString('base64') }
    }
    case 'keychain': {
      const key = randomBytes(32)
      const keychainBytes = choice.keychain.encrypt(key).toString('base64')
      return { by: 'keychain', keychainBytes, sealed: seal(master, key, about).toString('base64') }
    }
  }
}

/** The master key. Throws `WRONG_KEY` when the secret does not fit, `WRONG_USE` when it is of the wrong kind. */
export async function openMaster(keys: KeysFile, secret: KeySecret, home: Home): Promise<Buffer> {
  const about = masterKeyPurpose(secret.by)
  if (secret.by === 'recovery-key') {
    if (!keys.recovery) throw new Failure('WRONG_KEY', message('failures.keys.noRecoveryKey'))
    return fits(
      unwrapByRecoveryKey(keys.recovery, secret.recoveryKey, about),
      message('failures.keys.otherRecoveryKey'),
    )
  }
  const { main } = keys
  if (main.by === 'passphrase' && secret.by === 'passphrase')
    return fits(await unwrapByPassphrase(main, secret.passphrase, about), message('failures.keys.otherPassphrase'))
  if (main.by === 'key-file' && secret.by === 'key-file')
    return fits(
      unseal(sealedBytes(main), await readKeyFile(home.keyFile), about),
      message('failures.keys.otherKeyFile', { file: home.keyFile }),
    )
  if (main.by === 'keychain' && secret.by === 'keychain') {
    const key = askKeychain(secret.keychain, Buffer.from(main.keychainBytes, 'base64'))
    return fits(unseal(sealedBytes(main), key, about), message('failures.keys.otherKeychain'))
  }
  throw new Failure(
    'WRONG_USE',
    message(OPENED_BY[main.by], { folder: home.folder, other: message(NOT_BY[secret.by]) }),
  )
}

const OPENED_BY = {
  passphrase: 'failures.keys.byPassphrase',
  'key-file': 'failures.keys.byKeyFile',
  keychain: 'failures.keys.byKeychain',
} as const

const NOT_BY = {
  passphrase: 'failures.keys.aPassphrase',
  'key-file': 'failures.keys.aKeyFile',
  keychain: 'failures.keys.aKeychain',
} as const

function sealedBytes(wrap: MainWrap): Buffer {
  return Buffer.from(wrap.sealed, 'base64')
}

function askKeychain(keychain: Keychain, bytes: Buffer): Buffer {
  try {
    return keychain.decrypt(bytes)
  } catch (cause) {
    throw new Failure('WRONG_KEY', message('failures.keys.keychainRefuses'), { cause })
  }
}

function fits(master: Buffer | null, complaint: Message): Buffer {
  if (!master) throw new Failure('WRONG_KEY', complaint)
  return master
}
