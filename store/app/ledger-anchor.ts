import type { CipherDatabase } from '../cipher-database.ts'
import type { LedgerAnchor } from '../ledger.ts'
import { EMPTY_LEDGER, type LedgerHead } from '../ledger/ledger-chain.ts'

/** The end of a matter's ledger, kept in the application's store. It stays when the matter is deleted. */
export function createLedgerAnchor(database: CipherDatabase, matterId: string): LedgerAnchor {
  const select = database.prepare<LedgerHead>('SELECT seq, hash FROM ledger_heads WHERE matter = ?')
  const upsert = database.prepare(
    `INSERT INTO ledger_heads (matter, seq, hash) VALUES (?, ?, ?)
     ON CONFLICT (matter) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  )
  return {
    read: () => select.get(matterId) ?? EMPTY_LEDGER,
    write: ({ seq, hash }) => void database.durably(() => upsert.run(matterId, seq, hash)),
  }
}
