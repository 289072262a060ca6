import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Home } from '../../store/home.ts'
import { type Keyring, openKeyring } from '../../store/keys/keyring.ts'
import type { ScryptCost } from '../../store/keys/passphrase-wrap.ts'
import { type OpenHome, openHome } from '../../store/open-home.ts'
import { openStore, type Store } from '../../store/store.ts'
import { Failure } from '../../wording/failure.ts'

/** A thousandth of the real cost: the strength of scrypt is not what these tests are about. */
export const CHEAP: ScryptCost = { N: 2 ** 7, r: 8, p: 1 }

export const NOW = () => new Date('2026-03-04T05:06:07.000Z')

export const NEVER = new AbortController().signal

export type TemporaryFolder = AsyncDisposable & { readonly path: string }

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'consilium-store-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export type TestStore = AsyncDisposable & { readonly store: Store; readonly keyring: Keyring; readonly home: Home }

/** A store in `folder` that opens by key file; made when the folder is new. */
export async function openTestStore(folder: string): Promise<TestStore> {
  const home: OpenHome = await openHome(folder)
  const keyring = await openKeyring(home, CHEAP)
  if (keyring.mode === 'new') await keyring.create({ by: 'key-file' })
  else await keyring.unlock({ by: 'key-file' })
  const store = await openStore({ home, masterKey: keyring.masterKey, now: NOW })
  return {
    store,
    keyring,
    home,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      keyring.lock()
      home[Symbol.dispose]()
    },
  }
}

export const MATTER = { matter: 'Smith v Jones', subtitle: '', sample: false, createdAt: '2026-01-02T03:04:05.000Z' }

export async function* once(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

/** Every file below `folder` with its bytes, but for the lock, whose lock would be lost by reading it. */
export async function filesBelow(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of names) {
    if (!entry.isFile() || entry.name.startsWith('lock.db')) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path, await readFile(path))
  }
  return files
}

/** Runs `work` and returns the code of the failure that it throws, the name of another error, or 'nothing'. */
export async function codeOfFailure(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'nothing'
  } catch (error) {
    return error instanceof Failure ? error.code : (error as Error).name
  }
}
