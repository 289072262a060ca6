import type { CipherDatabase } from '../cipher-database.ts'

/** Which pieces of which readings were looked through for facts. The caller makes the keys: piece, model and what was looked for. */
export interface ProposalsRead {
  has(textVersionId: number, key: string): boolean
  add(textVersionId: number, key: string): void
}

export function createProposalsRead(database: CipherDatabase): ProposalsRead {
  const has = database.prepare('SELECT 1 FROM proposals_read WHERE text_version = ? AND key = ?')
  // The reading may have been removed meanwhile.
  const add = database.prepare(
    'INSERT OR IGNORE INTO proposals_read (text_version, key) SELECT id, ? FROM text_versions WHERE id = ?',
  )
  return {
    has: (textVersionId, key) => has.get(textVersionId, key) !== undefined,
    add: (textVersionId, key) => void add.run(key, textVersionId),
  }
}
