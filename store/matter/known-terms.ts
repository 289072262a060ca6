import type { CipherDatabase } from '../cipher-database.ts'
import { NotFoundError } from '../store-errors.ts'

/** A name, number or place that must never leave, as a person typed it, with the kind of identifier that it is. */
export type StoredTerm = { readonly term: string; readonly type: string; readonly addedAt: string }

/** The matter's own list. Upper and lower case are the same. */
export interface KnownTerms {
  /** In the order of the terms. */
  list(): readonly StoredTerm[]
  /** In the place of the same term. */
  add(term: StoredTerm): void
  /** Overwrites it, in the file and in its log. Throws `NotFoundError`. */
  remove(term: string): void
}

export function createKnownTerms(database: CipherDatabase): KnownTerms {
  const list = database.prepare<StoredTerm>('SELECT term, type, added_at AS addedAt FROM known_terms ORDER BY term_key')
  const put = database.prepare(
    'INSERT OR REPLACE INTO known_terms (term_key, term, type, added_at) VALUES (?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM known_terms WHERE term_key = ?')
  return {
    list: () => list.all(),
    add: ({ term, type, addedAt }) => void put.run(termKey(term), term, type, addedAt),
    remove(term) {
      if (remove.run(termKey(term)).changes === 0)
        throw new NotFoundError(`"${term}" is not on the list of this matter.`)
      database.flush()
    },
  }
}

function termKey(term: string): string {
  return term.normalize('NFKC').trim().toLowerCase()
}
