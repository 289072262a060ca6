import type { CipherDatabase } from '../cipher-database.ts'
import { NotFoundError } from '../store-errors.ts'

/** A knowledge pack as the files of its folder; paths with `/`, in their order. */
export type StoredPack = {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** Packs that were taken in. What is in their files is nothing that the store knows of. */
export interface Packs {
  /** In the order of their names. */
  list(): readonly StoredPack[]
  /** In the place of one of the same name. */
  save(pack: StoredPack, addedAt: string): void
  /** Throws `NotFoundError`. */
  remove(name: string): void
}

export function createPacks(database: CipherDatabase): Packs {
  const names = database.prepare<{ name: string }>('SELECT name FROM packs ORDER BY name')
  const files = database.prepare<{ path: string; text: string }>(
    'SELECT path, text FROM pack_files WHERE pack = ? ORDER BY path',
  )
  const insert = database.prepare('INSERT INTO packs (name, added_at) VALUES (?, ?)')
  const insertFile = database.prepare('INSERT INTO pack_files (pack, path, text) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM packs WHERE name = ?')
  return {
    list: () => names.all().map(({ name }) => ({ name, files: files.all(name) })),
    save: (pack, addedAt) =>
      database.transaction(() => {
        remove.run(pack.name)
        insert.run(pack.name, addedAt)
        for (const { path, text } of pack.files) insertFile.run(pack.name, path, text)
      }),
    remove(name) {
      if (remove.run(name).changes === 0) throw new NotFoundError(`There is no pack "${name}".`)
    },
  }
}
