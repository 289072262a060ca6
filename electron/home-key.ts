import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

export type HomeKey =
  | { readonly key: Uint8Array; readonly why: null }
  /** `why` is for the user: what is missing and what opens the home instead. */
  | { readonly key: null; readonly why: string }

type SafeStorage = Pick<
  Electron.SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
>

const KEY_BYTES = 32

/**
 * The 32 bytes that this computer's keychain keeps for one home, made on first use. `file` holds them as `safeStorage`
 * encrypted them. Only the main process has `safeStorage`; the engine gets the bytes and seals the home's master key with
 * them (`store/keys/master-wrap.ts`). A file that the keychain no longer opens is left as it is: a restored keychain
 * may open it again.
 */
export async function readHomeKey(safeStorage: SafeStorage, file: string, platform: NodeJS.Platform): Promise<HomeKey> {
  // Where no keychain runs, Chromium "encrypts" with a password that stands in its source.
  const isWeak = platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  if (isWeak || !(await safeStorage.isAsyncEncryptionAvailable()))
    return refused('This computer has no keychain that is unlocked. Use a passphrase, or a key file.')
  const sealed = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return sealed ? openKey(safeStorage, sealed) : makeKey(safeStorage, file)
}

async function openKey(safeStorage: SafeStorage, sealed: Buffer): Promise<HomeKey> {
  const lost = "This computer's keychain does not open the key of this home. Use the recovery key, or restore a backup."
  try {
    const { result } = await safeStorage.decryptStringAsync(sealed)
    const key = Buffer.from(result, 'base64')
    return key.length === KEY_BYTES ? { key, why: null } : refused(lost)
  } catch {
    // Expected after a change of computer or account; the recovery key still opens the home.
    return refused(lost)
  }
}

async function makeKey(safeStorage: SafeStorage, file: string): Promise<HomeKey> {
  const key = randomBytes(KEY_BYTES)
  try {
    await writeWhole(file, await safeStorage.encryptStringAsync(key.toString('base64')))
    return { key, why: null }
  } catch (error) {
    // A keychain that refuses or a full disk must not keep the app from opening a home that has a passphrase.
    const reason = error instanceof Error ? error.message : String(error)
    return refused(`This computer's keychain could not be used (${reason}). Use a passphrase, or a key file.`)
  }
}

/** On the disk before anything is sealed with the key: a key that is lost takes the home with it. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const part = await open(`${file}.part`, 'w', 0o600)
  try {
    await part.writeFile(bytes)
    await part.sync()
  } finally {
    await part.close()
  }
  await rename(`${file}.part`, file)
}

function refused(why: string): HomeKey {
  return { key: null, why }
}
