import type { KeyMode } from '../../contract/matter.ts'
import type { Home } from '../../store/home.ts'
import type { Keyring } from '../../store/keys/keyring.ts'
import type { Keychain } from '../../store/keys/master-wrap.ts'
import { openHome } from '../../store/open-home.ts'
import { NoSpaceError } from '../../store/store-errors.ts'
import { createTurns } from '../../store/turns.ts'
import { AssistantError } from './assistant-error.ts'
import { type AnswerStore, createHomeLife, type HomeLife, type HomeLifeOptions } from './home-life.ts'

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

export type HomeSessionOptions = HomeLifeOptions & {
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
    unlock: (passphrase) => inTurn(() => unlock(life, passphrase)),
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
  if (!store) throw new AssistantError('LOCKED', 'Consilium is locked. Unlock it with your passphrase, then try again.')
  return store
}

function canLock({ mode }: Keyring): boolean {
  return mode === 'passphrase' || mode === 'keychain'
}

async function createKeys(life: HomeLife, keychain: Keychain | null, passphrase: string | null): Promise<void> {
  const unasked = keychain ? ({ by: 'keychain', keychain } as const) : ({ by: 'key-file' } as const)
  await life.openAfter((keyring) => keyring.create(passphrase === null ? unasked : { by: 'passphrase', passphrase }))
}

async function unlock(life: HomeLife, passphrase: string): Promise<void> {
  if (life.store) return
  if (life.keyring.mode === 'keychain') await life.openUnasked()
  else await life.openAfter((keyring) => keyring.unlock({ by: 'passphrase', passphrase }))
  note(life, 'unlocked', {})
}

async function lock(life: HomeLife, why: 'asked' | 'idle'): Promise<void> {
  if (life.keyring.mode === 'key-file')
    throw new AssistantError(
      'WRONG_USE',
      'Only a key file locks this home, so locking would keep nobody out. Set a passphrase first.',
    )
  note(life, 'locked', { why })
  await life.close()
}

/** On a full disk, opening and locking still work; only the entry is missing. */
function note({ store }: HomeLife, kind: string, data: Readonly<Record<string, string>>): void {
  try {
    store?.app.ledger.append(kind, data)
  } catch (error) {
    if (!(error instanceof NoSpaceError)) throw error
  }
}
