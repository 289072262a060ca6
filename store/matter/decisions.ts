import type { CipherDatabase } from '../cipher-database.ts'
import { jsonRows } from '../json-rows.ts'

/** What the store must know of a decision; the rest of the object is kept with it and comes back as it was. */
export type StoredDecision = {
  readonly decisionId: string
  readonly consultation: string
  /** ISO time. */
  readonly decidedAt: string
}

/** Who turned out to be right where opinions differ. They go with their consultation. */
export interface Decisions {
  /** Oldest first. */
  list(): readonly StoredDecision[]
  /** In the place of the same one. */
  save(decision: StoredDecision): void
  /** All of one consultation. */
  forget(consultation: string): void
}

export function createDecisions(database: CipherDatabase): Decisions {
  const list = database.prepare<{ readonly json: string }>('SELECT json FROM decisions ORDER BY decided_at, id')
  const put = database.prepare(
    'INSERT OR REPLACE INTO decisions (id, consultation, decided_at, json) VALUES (?, ?, ?, ?)',
  )
  const forget = database.prepare('DELETE FROM decisions WHERE consultation = ?')
  return {
    list: () => jsonRows<StoredDecision>(list.all()),
    save(decision) {
      const { decisionId, consultation, decidedAt } = decision
      put.run(decisionId, consultation, decidedAt, JSON.stringify(decision))
    },
    forget: (consultation) => void forget.run(consultation),
  }
}
