import { setImmediate } from 'node:timers/promises'
import type { CipherDatabase } from '../cipher-database.ts'

const VERSIONS = '(SELECT id FROM text_versions WHERE content = ?)'

/** Each step overwrites at most a few MiB, which costs about 26 ms a MiB. Vectors go with their passages. */
const STEPS = [
  `DELETE FROM passages WHERE id IN (SELECT id FROM passages WHERE text_version IN ${VERSIONS} LIMIT 500)`,
  `DELETE FROM pages WHERE rowid IN (SELECT rowid FROM pages WHERE text_version IN ${VERSIONS} LIMIT 100)`,
  'DELETE FROM chunks WHERE rowid IN (SELECT rowid FROM chunks WHERE content = ? LIMIT 2)',
]

/**
 * Removes one content with the texts made from it. It is out of sight at once; the rest follows in small transactions, and
 * where a kill cuts that off, it goes on when the matter is opened again.
 */
export function createContentSweep(database: CipherDatabase): (id: number) => Promise<void> {
  const forget = database.prepare('UPDATE content SET sha256 = NULL WHERE id = ?')
  const steps = STEPS.map((sql) => database.prepare(sql))
  const removeVersions = database.prepare('DELETE FROM text_versions WHERE content = ?')
  const remove = database.prepare('DELETE FROM content WHERE id = ?')
  return async (id) => {
    forget.run(id)
    for (const step of steps) while (step.run(id).changes > 0) await setImmediate()
    database.transaction(() => {
      removeVersions.run(id)
      remove.run(id)
    })
  }
}
