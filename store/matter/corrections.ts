import type { CipherDatabase } from '../cipher-database.ts'
import { NotFoundError } from '../store-errors.ts'
import { jsonObject, jsonRows } from '../json-rows.ts'

/** What the store must know of a correction; the rest of the object is kept with it and comes back as it was. */
export type StoredCorrection = {
  readonly correctionId: string
  /** ISO time. */
  readonly createdAt: string
}

/** Questions that were answered wrong, with what is right. A card knows only their ids; they die with the matter. */
export interface Corrections {
  /** Oldest first. */
  list(): readonly StoredCorrection[]
  /** Throws `NotFoundError`. */
  get(correctionId: string): StoredCorrection
  /** In the place of the same one. */
  save(correction: StoredCorrection): void
  /** Nothing where it is gone already. */
  remove(correctionId: string): void
}

export function createCorrections(database: CipherDatabase): Corrections {
  const list = database.prepare<{ json: string }>('SELECT json FROM corrections ORDER BY created_at, id')
  const byId = database.prepare<{ json: string }>('SELECT json FROM corrections WHERE id = ?')
  const put = database.prepare('INSERT OR REPLACE INTO corrections (id, created_at, json) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM corrections WHERE id = ?')
  return {
    list: () => jsonRows<StoredCorrection>(list.all()),
    get: (correctionId) => toCorrection(byId.get(correctionId) ?? missing(correctionId)),
    save: (correction) => void put.run(correction.correctionId, correction.createdAt, JSON.stringify(correction)),
    remove: (correctionId) => void remove.run(correctionId),
  }
}

function toCorrection({ json }: { readonly json: string }): StoredCorrection {
  return jsonObject(json, 'The correction')
}

function missing(correctionId: string): never {
  throw new NotFoundError(`There is no correction ${correctionId} in this matter.`)
}
