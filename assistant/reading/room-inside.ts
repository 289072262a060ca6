import { BYTES_PER_MB } from '../../library/read/read-limits.ts'
import { type ReadWarning, warning } from '../../library/read/read-warning.ts'
import type { Below } from '../../store/matter/attachments.ts'

/** Archives in archives in messages: deeper than that nobody files, and nests that never end are known. */
const DEEPEST = 5
/** In all that lies in one file, at any depth. */
const DOCUMENTS_AT_MOST = 10_000
const MB_AT_MOST = 4000

/** Whether another file inside a document may become a document, by where that lies and what its outermost one holds. */
export function hasRoomInside({ depth, documents, bytes }: Below): boolean {
  return depth < DEEPEST && documents < DOCUMENTS_AT_MOST && bytes < MB_AT_MOST * BYTES_PER_MB
}

/** What was left out, in words for the user. */
export function leftOutWarnings({ depth }: Below, names: readonly string[]): readonly ReadWarning[] {
  if (names.length === 0) return []
  const why = depth >= DEEPEST ? `more than ${DEEPEST} files deep` : 'too much for one file'
  const some = names.slice(0, 3).join(', ')
  const count = names.length === 1 ? '1 file inside was' : `${names.length} files inside were`
  return [warning('left-out', `${count} left out (${why}): ${some}${names.length > 3 ? ', \u2026' : ''}.`)]
}
