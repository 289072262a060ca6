import type { CipherDatabase } from '../cipher-database.ts'

/** A model file of this computer. `file` is relative to the folder of models. */
export type InstalledModel = {
  readonly id: string
  readonly kind: 'language' | 'embedding'
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly addedAt: string
}

export interface InstalledModels {
  list(): readonly InstalledModel[]
  get(id: string): InstalledModel | null
  /** Replaces an earlier row of the same id. */
  put(model: InstalledModel): void
  remove(id: string): void
}

export function createInstalledModels(database: CipherDatabase): InstalledModels {
  const columns = 'id, kind, file, bytes, sha256, added_at AS addedAt FROM models'
  const list = database.prepare<InstalledModel>(`SELECT ${columns} ORDER BY added_at, id`)
  const get = database.prepare<InstalledModel>(`SELECT ${columns} WHERE id = ?`)
  const put = database.prepare(
    'INSERT OR REPLACE INTO models (id, kind, file, bytes, sha256, added_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM models WHERE id = ?')
  return {
    list: () => list.all(),
    get: (id) => get.get(id) ?? null,
    put: ({ id, kind, file, bytes, sha256, addedAt }) => void put.run(id, kind, file, bytes, sha256, addedAt),
    remove: (id) => void remove.run(id),
  }
}
