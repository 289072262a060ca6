import { readdir, rm, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CipherDatabase } from './cipher-database.ts'
import { copyFileTo, whileFrozen } from './copy-database.ts'
import type { Home } from './home.ts'
import { createPartialFile } from './partial-file.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** What a migration writes beside the copy: the log with the pages that it changes. */
const SPARE_BYTES = 4 * 2 ** 20

/**
 * Keeps a database as it is before a migration changes it, in the place of the copy that an earlier migration of it left. Throws
 * `NO_SPACE` before anything is written where the disk has no room for both.
 */
export async function keepCopy(database: CipherDatabase, version: number, folder: string): Promise<void> {
  await refuseWithoutRoom(database.path, folder)
  const name = `${basename(database.path, '.db')}-version-${version}.db`
  await using copy = await createPartialFile(join(folder, name))
  await whileFrozen([database], (signal) => copyFileTo(database.path, 0, copy, signal), new AbortController().signal)
  await copy.keep()
  for (const earlier of await copiesOf(database.path, folder))
    if (earlier !== name) await rm(join(folder, earlier), { force: true })
}

async function refuseWithoutRoom(path: string, folder: string): Promise<void> {
  const sizes = await Promise.all([path, `${path}-wal`].map(sizeOf))
  const needed = sizes.reduce((sum, size) => sum + size, SPARE_BYTES)
  // The copy is written beside the file, and the log where the file lies: the same disk unless somebody has linked one away.
  for (const where of [folder, dirname(path)]) {
    const { bavail, bsize } = await statfs(where)
    const free = bavail * bsize
    if (free >= needed) continue
    throw new Failure(
      'NO_SPACE',
      message('failures.store.noRoomToUpdate', {
        path,
        folder: where,
        needed: { bytes: needed },
        free: { bytes: free },
      }),
      { tellsAll: true },
    )
  }
}

async function copiesOf(path: string, folder: string): Promise<readonly string[]> {
  const start = `${basename(path, '.db')}-version-`
  const names = await readdir(folder)
  return names.filter((name) => name.startsWith(start) && name.endsWith('.db'))
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

export type MigrationCopies = {
  readonly folder: string
  readonly files: number
  readonly bytes: number
  /** ISO time of the newest. */
  readonly madeAt: string
}

/** What there is of a home as it was before a newer version changed it; null: nothing. */
export async function migrationCopies({ beforeMigrationFolder: folder }: Home): Promise<MigrationCopies | null> {
  const names = await readdir(folder).catch(() => [])
  const copies = await Promise.all(names.filter((name) => name.endsWith('.db')).map((name) => stat(join(folder, name))))
  if (copies.length === 0) return null
  return {
    folder,
    files: copies.length,
    bytes: copies.reduce((sum, { size }) => sum + size, 0),
    madeAt: new Date(Math.max(...copies.map(({ mtimeMs }) => mtimeMs))).toISOString(),
  }
}
