import type { Answer } from '../contract/answer.ts'
import type { KeyMode } from '../contract/matter.ts'
import type { Home } from '../store/home.ts'
import { type Keyring, openKeyring } from '../store/keys/keyring.ts'
import type { Keychain } from '../store/keys/master-wrap.ts'
import { PASSPHRASE_COST } from '../store/keys/passphrase-wrap.ts'
import { openHome } from '../store/open-home.ts'
import { openStore, type Store } from '../store/store.ts'
import { createTurns } from '../store/turns.ts'
import { AssistantError } from './assistant-error.ts'

export type AnswerStore = Store<Answer>

/** The home of one user: locked, or open with its store. This process is its one writer until disposed. */
export interface HomeSession extends AsyncDisposable {
  readonly home: Home
  readonly lockState: 'new' | 'open' | 'locked'
  readonly keyMode: KeyMode
  readonly hasRecoveryKey: boolean
  /** Throws `LOCKED`. */
  store(): AnswerStore
  /** For what wraps it anew, such as a backup; zeros once locked. */
  masterKey(): Buffer
  create(passphrase: string | null): Promise<void>
  unlock(passphrase: string): Promise<void>
  /** Closes everything, then drops the keys. Refused where only a key file locks the home: it would open by itself. */
  lock(): Promise<void>
  setPassphrase(passphrase: string, recoveryKey: string | null): Promise<void>
  makeRecoveryKey(): Promise<string>
  /** Leaves the home as it is on the disk while `work` replaces its files, then reads it anew. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
}

export type HomeSessionOptions = {
  readonly folder: string
  readonly keychain: Keychain | null
  readonly now: () => Date
  readonly onOpened: () => Promise<void>
  /** Called before the store closes. */
  readonly onClosing: () => Promise<void>
}

/** Takes the home over (`IN_USE` when another process has it) and opens it where no passphrase is needed. */
export async function openHomeSession({
  folder,
  keychain,
  now,
  onOpened,
  onClosing,
}: HomeSessionOptions): Promise<HomeSession> {
  const home = await openHome(folder)
  const inTurn = createTurns()
  let keyring = await openKeyring(home, PASSPHRASE_COST)
  let store: AnswerStore | null = null

  const open = async () => {
    store = await openStore<Answer>({ home, masterKey: () => keyring.masterKey(), now })
    await onOpened()
  }
  const close = async () => {
    const closing = store
    if (closing) await onClosing()
    store = null
    await closing?.[Symbol.asyncDispose]()
    keyring.lock()
  }
  const openUnasked = async () => {
    if (!(await unlockUnasked(keyring, keychain))) return
    await open()
  }
  await openUnasked()

  return {
    home,
    get lockState() {
      if (store) return 'open'
      return keyring.mode === 'new' ? 'new' : 'locked'
    },
    get keyMode() {
      return keyring.mode
    },
    get hasRecoveryKey() {
      return keyring.hasRecoveryKey
    },
    store() {
      if (!store)
        throw new AssistantError('LOCKED', 'Consilium is locked. Unlock it with your passphrase, then try again.')
      return store
    },
    masterKey: () => keyring.masterKey(),
    create: (passphrase) =>
      inTurn(async () => {
        const unasked = keychain ? ({ by: 'keychain', keychain } as const) : ({ by: 'key-file' } as const)
        await keyring.create(passphrase === null ? unasked : { by: 'passphrase', passphrase })
        await open()
      }),
    unlock: (passphrase) =>
      inTurn(async () => {
        if (store) return
        await keyring.unlock({ by: 'passphrase', passphrase })
        await open()
      }),
    lock: () =>
      inTurn(async () => {
        if (keyring.mode === 'key-file')
          throw new AssistantError(
            'WRONG_USE',
            'Only a key file locks this home, so locking would keep nobody out. Set a passphrase first.',
          )
        await close()
      }),
    setPassphrase: (passphrase, recoveryKey) =>
      inTurn(async () => {
        await keyring.setPassphrase(passphrase, recoveryKey)
        if (!store) await open()
      }),
    makeRecoveryKey: () => inTurn(() => keyring.makeRecoveryKey()),
    whileClosed: (work) =>
      inTurn(async () => {
        await close()
        const result = await work()
        keyring = await openKeyring(home, PASSPHRASE_COST)
        await openUnasked()
        return result
      }),
    async [Symbol.asyncDispose]() {
      await inTurn(close)
      home[Symbol.dispose]()
    },
  }
}

/** True when the keys came without asking anybody. */
async function unlockUnasked(keyring: Keyring, keychain: Keychain | null): Promise<boolean> {
  if (keyring.mode === 'key-file') await keyring.unlock({ by: 'key-file' })
  else if (keyring.mode === 'keychain' && keychain) await keyring.unlock({ by: 'keychain', keychain })
  else return false
  return true
}
