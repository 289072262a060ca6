import type { CipherDatabase } from '../cipher-database.ts'
import { jsonRows } from '../json-rows.ts'

/** What the store must know of an entry of the map; the rest of the object is kept with it and comes back as it was. */
export type StoredPseudonym = { readonly pseudonym: string }

/** What stands for whom in what leaves. It is never sent. */
export interface Pseudonyms {
  /** In the order in which they were given out. */
  list(): readonly StoredPseudonym[]
  /** Adds or replaces; one that was given out once is never taken back. */
  save(pseudonyms: readonly StoredPseudonym[]): void
}

export function createPseudonyms(database: CipherDatabase): Pseudonyms {
  const list = database.prepare<{ json: string }>('SELECT json FROM pseudonyms ORDER BY ordinal')
  const put = database.prepare(
    `INSERT INTO pseudonyms (pseudonym, ordinal, json)
     VALUES (?, (SELECT coalesce(max(ordinal), 0) + 1 FROM pseudonyms), ?)
     ON CONFLICT (pseudonym) DO UPDATE SET json = excluded.json`,
  )
  return {
    list: () => jsonRows<StoredPseudonym>(list.all()),
    save: (pseudonyms) =>
      database.transaction(() => {
        for (const one of pseudonyms) put.run(one.pseudonym, JSON.stringify(one))
      }),
  }
}
