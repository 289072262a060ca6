import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppStore, openAppStore } from './app/app-store.ts'
import type { MatterRow, NewMatter } from './app/matter-rows.ts'
import type { CipherDatabaseOptions } from './cipher-database.ts'
import { type Home, matterFile } from './home.ts'
import { unwrapMatterKey, wrapMatterKey } from './keys/derived-keys.ts'
import type { LedgerHead } from './ledger.ts'
import { asKept, type ReadAnswer, type StoredAnswer } from './matter/stored-answers.ts'
import { type MatterStore, openMatterStore } from './matter/matter-store.ts'
import { createTurns } from './turns.ts'

/** The application's store with its matters. Disposing closes all of them; the caller then locks the keyring. */
export interface Store<A extends StoredAnswer = StoredAnswer> extends AsyncDisposable {
  readonly home: Home
  readonly app: AppStore
  /** Opened at the first call, then the same. Throws `NOT_FOUND`, `DAMAGED`. */
  matter(id: string): Promise<MatterStore<A>>
  /** Throws `ALREADY_EXISTS`, `NO_SPACE`. A kill in the middle leaves no matter. */
  createMatter(matter: NewMatter): Promise<MatterRow>
  /**
   * Destroys the matter's key first, in app.db and its log and in copies made before migrations; then its file. Its last
   * ledger entry stays known. A kill in the middle is completed when the store is opened again.
   */
  deleteMatter(id: string): Promise<void>
  /** Takes in a matter that exists already, such as an imported one. Throws as `createMatter`; a kill leaves no matter. */
  adoptMatter(matter: AdoptedMatter): Promise<MatterRow>
  /** The matter's own key, for wrapping it in another way; the caller overwrites it. */
  matterKey(id: string): Buffer
  /** Closes the matter's file, for what works on the file itself, and opens it again at the next `matter`. */
  closeMatter(id: string): Promise<void>
}

type AdoptedMatter = {
  readonly id: string
  readonly row: NewMatter
  readonly key: Uint8Array
  /** Where its ledger ended when it left the place it comes from. */
  readonly ledgerHead: LedgerHead
  /** Writes the file. */
  readonly fill: (path: string) => Promise<void>
}

/** Everything that works on a store from outside, such as backups, needs these. The master key is not kept. */
type StoreOptions = {
  readonly home: Home
  /** Gives the master key, or throws `LOCKED`. */
  readonly masterKey: () => Uint8Array
  readonly now: () => Date
}

/**
 * Opens the store of a home that this process has opened (`open-home.ts`), and completes what a kill cut off. Every answer that a
 * matter gives out went through `readAnswer`.
 */
export async function openStore<A extends StoredAnswer>(
  options: StoreOptions,
  readAnswer: ReadAnswer<A> = asKept,
): Promise<Store<A>> {
  const { home, masterKey, now } = options
  const app = await openAppStore(home, masterKey(), now)
  const files = createMatterFiles<A>(options, app, readAnswer)
  const inTurn = createTurns()

  const begin = async (id: string, row: NewMatter, key: Uint8Array, make: () => Promise<MatterStore<A>>) => {
    app.matters.begin(id, row, wrapMatterKey(key, masterKey(), id))
    try {
      await using made = await make()
      app.matters.rememberTotals(id, made.documents.totals())
    } catch (error) {
      // The file first: on a full disk that makes room for the rest.
      await files.remove(id)
      await removeMatter(app, files, id)
      throw error
    }
    app.matters.setReady(id)
    return app.matters.get(id)
  }
  if (!home.isReadOnly) for (const id of app.matters.unfinished()) await removeMatter(app, files, id)

  return {
    home,
    app,
    matter: files.open,
    matterKey: files.key,
    closeMatter: files.close,
    createMatter: (row) => {
      const id = randomUUID()
      const key = randomBytes(32)
      return inTurn(() => begin(id, row, key, () => files.make(id, 'new')).finally(() => key.fill(0)))
    },
    adoptMatter: ({ id, row, key, ledgerHead, fill }) =>
      inTurn(() =>
        begin(id, row, key, async () => {
          await fill(matterFile(home, id))
          app.ledgerAnchor(id).write(ledgerHead)
          return files.make(id, 'existing')
        }),
      ),
    deleteMatter: (id) =>
      inTurn(async () => {
        app.matters.get(id)
        await files.close(id)
        await removeMatter(app, files, id)
      }),
    async [Symbol.asyncDispose]() {
      await files.closeAll()
      await app[Symbol.asyncDispose]()
    },
  }
}

/** The order matters: once the key is gone for good, the rest is only clearing up, and can be done again. */
async function removeMatter(app: AppStore, files: MatterFiles, id: string): Promise<void> {
  app.database.durably(() => app.matters.dropKey(id))
  app.database.flush()
  await files.remove(id)
  app.matters.remove(id)
}

/** The files of the matters and which of them are open. */
interface MatterFiles<A extends StoredAnswer = StoredAnswer> {
  /** Opened at the first call, then the same. */
  open(id: string): Promise<MatterStore<A>>
  /** Opened for whoever makes the matter, who closes it. */
  make(id: string, file: 'new' | 'existing'): Promise<MatterStore<A>>
  close(id: string): Promise<void>
  closeAll(): Promise<void>
  key(id: string): Buffer
  /** Deletes the file and its logs, and copies made before migrations, those of app.db too: they hold the matter's key. */
  remove(id: string): Promise<void>
}

function createMatterFiles<A extends StoredAnswer>(
  { home, masterKey, now }: StoreOptions,
  app: AppStore,
  readAnswer: ReadAnswer<A>,
): MatterFiles<A> {
  const opened = new Map<string, Promise<MatterStore<A>>>()
  const key = (id: string) => unwrapMatterKey(app.matters.wrappedKey(id), masterKey(), id)

  const make = async (id: string, file: CipherDatabaseOptions['file']) => {
    const matterKey = key(id)
    const { beforeMigrationFolder } = home
    const matter = { path: matterFile(home, id), key: matterKey, anchor: app.ledgerAnchor(id), beforeMigrationFolder }
    return openMatterStore<A>(matter, file, now, readAnswer).finally(() => matterKey.fill(0))
  }
  const close = async (id: string) => {
    const store = await opened.get(id)?.catch(() => null)
    opened.delete(id)
    await store?.[Symbol.asyncDispose]()
  }
  return {
    make,
    close,
    key,
    open(id) {
      app.matters.get(id)
      const present = opened.get(id)
      if (present) return present
      const opening = make(id, home.isReadOnly ? 'read-only' : 'existing')
      opened.set(id, opening)
      // What could not be opened is tried again at the next call.
      opening.catch(() => opened.delete(id))
      return opening
    },
    async closeAll() {
      for (const id of opened.keys()) await close(id)
    },
    async remove(id) {
      for (const file of await readdir(home.beforeMigrationFolder))
        if (file.startsWith('app-') || file.startsWith(id)) await rm(join(home.beforeMigrationFolder, file))
      for (const suffix of ['', '-wal', '-shm', '.partial']) await rm(matterFile(home, id) + suffix, { force: true })
    },
  }
}
