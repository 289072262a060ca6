import { BYTES_PER_MB } from '../../library/read/read-limits.ts'
import { type ReadWarning, warning } from '../../library/read/read-warning.ts'
import type { Below } from '../../store/matter/attachments.ts'

/** Archives in archives in messages: deeper than that nobody files, and nests that never end are known. */
const DEEPEST = 5
/** In all that lies in one file, at any depth. */
const DOCUMENTS_AT_MOST = 10_000
const MB_AT_MOST = 4000

/** How much room there is for files inside one document, by where that lies and what its outermost one holds. */
export interface RoomInside {
  readonly isLeft: boolean
  /** That a file of so many bytes was taken, in the place of one of `replaced` bytes. */
  take(bytes: number, replaced: number | null): void
  leaveOut(name: string): void
  /** What was left out, in words for the user. */
  warnings(): readonly ReadWarning[]
}

/** `look` is asked once, at the first file: of ten thousand files in one message each would count all the others. */
export function roomInside(look: () => Below): RoomInside {
  let below: Below | null = null
  const leftOut: string[] = []
  return {
    get isLeft() {
      below ??= look()
      const { depth, documents, bytes } = below
      return depth < DEEPEST && documents < DOCUMENTS_AT_MOST && bytes < MB_AT_MOST * BYTES_PER_MB
    },
    take(bytes, replaced) {
      const { depth, ...held } = (below ??= look())
      below = {
        depth,
        documents: held.documents + (replaced === null ? 1 : 0),
        bytes: held.bytes + bytes - (replaced ?? 0),
      }
    },
    leaveOut: (name) => void leftOut.push(name),
    warnings: () => (below ? leftOutWarnings(below, leftOut) : []),
  }
}

function leftOutWarnings({ depth }: Below, names: readonly string[]): readonly ReadWarning[] {
  if (names.length === 0) return []
  const why = depth >= DEEPEST ? `more than ${DEEPEST} files deep` : 'too much for one file'
  const some = names.slice(0, 3).join(', ')
  const count = names.length === 1 ? '1 file inside was' : `${names.length} files inside were`
  return [warning('left-out', `${count} left out (${why}): ${some}${names.length > 3 ? ', \u2026' : ''}.`)]
}
