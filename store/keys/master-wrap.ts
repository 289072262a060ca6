import { randomBytes } from 'node:crypto'
import type { Home } from '../home.ts'
import { WrongKeyError, WrongUseError } from '../store-errors.ts'
import { type KeysFile, type MainWrap, readKeyFile, writeKeyFile } from './keys-file.ts'
import { type ScryptCost, unwrapByPassphrase, wrapByPassphrase } from './passphrase-wrap.ts'
import { unwrapByRecoveryKey } from './recovery-key.ts'
import { seal, unseal } from './seal.ts'

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

/** The master key. Throws `WrongKeyError` when the secret does not fit, `WrongUseError` when it is of the wrong kind. */
export async function openMaster(keys: KeysFile, secret: KeySecret, home: Home): Promise<Buffer> {
  const about = masterKeyPurpose(secret.by)
  if (secret.by === 'recovery-key') {
    if (!keys.recovery) throw new WrongKeyError('No recovery key was ever made for this folder.')
    return fits(unwrapByRecoveryKey(keys.recovery, secret.recoveryKey, about), 'This is not the recovery key')
  }
  const { main } = keys
  if (main.by === 'passphrase' && secret.by === 'passphrase')
    return fits(await unwrapByPassphrase(main, secret.passphrase, about), 'This is not the passphrase')
  if (main.by === 'key-file' && secret.by === 'key-file')
    return fits(unseal(sealedBytes(main), await readKeyFile(home.keyFile), about), `${home.keyFile} is not the key`)
  if (main.by === 'keychain' && secret.by === 'keychain') {
    const key = askKeychain(secret.keychain, Buffer.from(main.keychainBytes, 'base64'))
    return fits(unseal(sealedBytes(main), key, about), "The keychain's key is not the one")
  }
  throw new WrongUseError(`${home.folder} is opened by ${IN_WORDS[main.by]}, not by ${IN_WORDS[secret.by]}.`)
}

const IN_WORDS = { passphrase: 'a passphrase', 'key-file': 'its key file', keychain: "this computer's keychain" }

function sealedBytes(wrap: MainWrap): Buffer {
  return Buffer.from(wrap.sealed, 'base64')
}

function askKeychain(keychain: Keychain, bytes: Buffer): Buffer {
  try {
    return keychain.decrypt(bytes)
  } catch (cause) {
    throw new WrongKeyError("This computer's keychain does not give the key out. Use the recovery key.", { cause })
  }
}

function fits(master: Buffer | null, complaint: string): Buffer {
  if (!master) throw new WrongKeyError(`${complaint} of this folder. Nothing was changed.`)
  return master
}
