import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppStore } from './app/app-store.ts'
import type { CipherDatabaseOptions } from './cipher-database.ts'
import { matterFile } from './home.ts'
import { unwrapMatterKey } from './keys/derived-keys.ts'
import type { ReadAnswer, StoredAnswer } from './matter/answers.ts'
import { type MatterStore, openMatterStore } from './matter/matter-store.ts'
import type { StoreOptions } from './store.ts'

/** The files of the matters and which of them are open. */
export interface MatterFiles<A extends StoredAnswer = StoredAnswer> {
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

export function createMatterFiles<A extends StoredAnswer>(
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
