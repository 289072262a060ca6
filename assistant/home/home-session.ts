import type { LedgerData } from '../../contract/ledger.ts'
import type { Answer } from '../../contract/answers/answer.ts'
import type { KeyMode } from '../../contract/matter.ts'
import { type Home, keepReserve } from '../../store/home.ts'
import { type Keyring, openKeyring } from '../../store/keys/keyring.ts'
import type { Keychain } from '../../store/keys/master-wrap.ts'
import { PASSPHRASE_COST } from '../../store/keys/passphrase-wrap.ts'
import { openHome } from '../../store/open-home.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import { openStore, type Store } from '../../store/store.ts'
import { createTurns } from '../../store/turns.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The home of one user: locked, or open with its store. This process is its one writer until disposed. */
export interface HomeSession extends AsyncDisposable {
  readonly home: Home
  readonly lockState: 'new' | 'open' | 'locked'
  readonly keyMode: KeyMode
  readonly hasRecoveryKey: boolean
  /** Whether locking would keep anybody out: not where only a key file locks the home, for it opens by itself. */
  readonly canLock: boolean
  /** Throws `LOCKED`. */
  store(): AnswerStore
  /** For what wraps it anew, such as a backup; zeros once locked. */
  masterKey(): Buffer
  create(passphrase: string | null): Promise<void>
  /** Where the system's keychain locks the home, it is asked and the passphrase is not looked at. */
  unlock(passphrase: string): Promise<void>
  /** Closes everything, then drops the keys. Throws `WRONG_USE` where only a key file locks the home. */
  lock(why: 'asked' | 'idle'): Promise<void>
  setPassphrase(passphrase: string, recoveryKey: string | null): Promise<void>
  makeRecoveryKey(): Promise<string>
  /** Leaves the home as it is on the disk while `work` replaces its files, then reads it anew. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
}

type HomeSessionOptions = HomeLifeOptions & {
  readonly folder: string
  /** Nothing is opened before somebody asks for it, also where no passphrase is needed. */
  readonly staysLocked: boolean
  /** The home was open and is locked now. */
  readonly onLocked: () => void
}

/** Takes the home over (`IN_USE` when another process has it) and opens it where no passphrase is needed. */
export async function openHomeSession({
  folder,
  staysLocked,
  onLocked,
  ...options
}: HomeSessionOptions): Promise<HomeSession> {
  const home = await openHome(folder)
  try {
    const life = await createHomeLife(home, options)
    if (!staysLocked) await life.openUnasked()
    return createSession(home, life, options.keychain, onLocked)
  } catch (error) {
    home[Symbol.dispose]()
    throw error
  }
}

function createSession(
  home: Home & Disposable,
  life: HomeLife,
  keychain: Keychain | null,
  onLocked: () => void,
): HomeSession {
  const inTurn = createTurns()
  return {
    home,
    get lockState() {
      if (life.store) return 'open'
      return life.keyring.mode === 'new' ? 'new' : 'locked'
    },
    get keyMode() {
      return life.keyring.mode
    },
    get hasRecoveryKey() {
      return life.keyring.hasRecoveryKey
    },
    get canLock() {
      return life.store !== null && canLock(life.keyring)
    },
    store: () => openedStore(life),
    masterKey: () => life.keyring.masterKey(),
    create: (passphrase) => inTurn(() => createKeys(life, keychain, passphrase)),
    unlock: (passphrase) => inTurn(() => unlockHome(life, passphrase)),
    lock: (why) =>
      inTurn(async () => {
        const wasOpen = life.store !== null
        await lock(life, why)
        if (wasOpen) onLocked()
      }),
    setPassphrase: (passphrase, recoveryKey) =>
      inTurn(() => life.openAfter((keyring) => keyring.setPassphrase(passphrase, recoveryKey))),
    makeRecoveryKey: () => inTurn(() => life.keyring.makeRecoveryKey()),
    whileClosed: (work) =>
      inTurn(async () => {
        await life.close()
        try {
          return await work()
        } finally {
          await life.reread()
          await life.openUnasked()
        }
      }),
    async [Symbol.asyncDispose]() {
      await inTurn(life.close).finally(() => home[Symbol.dispose]())
    },
  }
}

function openedStore({ store }: HomeLife): AnswerStore {
  if (!store) throw new Failure('LOCKED', message('failures.home.locked'))
  return store
}

function canLock({ mode }: Keyring): boolean {
  return mode === 'passphrase' || mode === 'keychain'
}

async function createKeys(life: HomeLife, keychain: Keychain | null, passphrase: string | null): Promise<void> {
  const unasked = keychain ? ({ by: 'keychain', keychain } as const) : ({ by: 'key-file' } as const)
  await life.openAfter((keyring) => keyring.create(passphrase === null ? unasked : { by: 'passphrase', passphrase }))
}

async function unlockHome(life: HomeLife, passphrase: string): Promise<void> {
  if (life.store) return
  if (life.keyring.mode === 'keychain') await life.openUnasked()
  else await life.openAfter((keyring) => keyring.unlock({ by: 'passphrase', passphrase }))
  note(life, 'unlocked', {})
}

async function lock(life: HomeLife, why: 'asked' | 'idle'): Promise<void> {
  if (life.keyring.mode === 'key-file') throw new Failure('WRONG_USE', message('failures.home.keyFileOnly'))
  note(life, 'locked', { why })
  await life.close()
}

/** On a full disk, opening and locking still work; only the entry is missing. */
function note<Kind extends 'unlocked' | 'locked'>({ store }: HomeLife, kind: Kind, data: LedgerData<Kind>): void {
  try {
    store?.app.ledger.append(kind, data)
  } catch (error) {
    if (!cannotWrite(error)) throw error
  }
}

export type AnswerStore = Store<Answer>

type HomeLifeOptions = {
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
interface HomeLife {
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

async function createHomeLife(home: Home, options: HomeLifeOptions): Promise<HomeLife> {
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
