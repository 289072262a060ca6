import type { Answer } from '../../contract/answer.ts'
import { type Home, keepReserve } from '../../store/home.ts'
import { type Keyring, openKeyring } from '../../store/keys/keyring.ts'
import type { Keychain } from '../../store/keys/master-wrap.ts'
import { PASSPHRASE_COST } from '../../store/keys/passphrase-wrap.ts'
import { openStore, type Store } from '../../store/store.ts'

export type AnswerStore = Store<Answer>

export type HomeLifeOptions = {
  readonly keychain: Keychain | null
  readonly now: () => Date
  /** Makes an answer of what the store holds, in the shape of today. */
  readonly readAnswer: (stored: unknown) => Answer
  /** Called with a store that was just opened, before anything works in it. */
  readonly onFresh: (store: AnswerStore) => Promise<void>
  readonly onOpened: () => Promise<void>
  /** Called before the store closes, when `store` is null already. */
  readonly onClosing: () => Promise<void>
}

/** The keys of a home and, while it is open, its store. Calls come one at a time. */
export interface HomeLife {
  readonly keyring: Keyring
  /** Null while it is locked, and from the moment that closing begins. */
  readonly store: AnswerStore | null
  /** Opens the store once `unlock` has brought the keys; if either fails, no key stays in memory. */
  openAfter(unlock: (keyring: Keyring) => Promise<void>): Promise<void>
  /** Where the keys come without asking anybody. */
  openUnasked(): Promise<void>
  close(): Promise<void>
  /** Reads the keys anew, after their file was replaced. */
  reread(): Promise<void>
}

export async function createHomeLife(home: Home, options: HomeLifeOptions): Promise<HomeLife> {
  const { keychain, now, readAnswer, onFresh, onOpened, onClosing } = options
  let keyring = await openKeyring(home, PASSPHRASE_COST)
  let store: AnswerStore | null = null

  async function openAfter(unlock: (keyring: Keyring) => Promise<void>): Promise<void> {
    try {
      await unlock(keyring)
      if (!store) {
        store = await openStore<Answer>({ home, masterKey: () => keyring.masterKey(), now }, readAnswer)
        await onFresh(store)
        await keepReserve(home)
      }
    } catch (error) {
      if (!store) keyring.lock()
      throw error
    }
    await onOpened()
  }
  return {
    get keyring() {
      return keyring
    },
    get store() {
      return store
    },
    openAfter,
    async openUnasked() {
      const secret = unaskedSecret(keyring, keychain)
      if (secret) await openAfter((present) => present.unlock(secret))
    },
    async close() {
      const closing = store
      store = null
      try {
        if (closing) await onClosing()
      } finally {
        // Whatever fails before: no file stays open, and no key stays in memory.
        try {
          await closing?.[Symbol.asyncDispose]()
        } finally {
          keyring.lock()
        }
      }
    },
    async reread() {
      keyring = await openKeyring(home, PASSPHRASE_COST)
    },
  }
}

function unaskedSecret({ mode }: Keyring, keychain: Keychain | null) {
  if (mode === 'key-file') return { by: 'key-file' } as const
  return mode === 'keychain' && keychain ? ({ by: 'keychain', keychain } as const) : null
}
