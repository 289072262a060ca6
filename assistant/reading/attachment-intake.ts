import type { Answer } from '../../contract/answers/answer.ts'
import { BYTES_PER_MB } from '../../library/read/read-limits.ts'
import { type AttachedPiece, isAttached, type ReadItem } from '../../library/read/read-source.ts'
import type { Notice } from '../../contract/document.ts'
import { message } from '../../wording/message.ts'
import { someOf, warning } from '../../library/read/read-warning.ts'
import type { Below } from '../../store/matter/attachments.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'

type Items = AsyncIterator<ReadItem, unknown>

interface AttachmentIntake {
  /** Takes the file that begins with `first`, reading the rest of it from `items`, into the store, or passes over it. */
  take(first: AttachedPiece, items: Items, signal: AbortSignal): Promise<void>
  /** What was left out, in words for the user. */
  warnings(): readonly Notice[]
}

/** Keeps the files inside a document while it is read, within bounds for all that lies in the outermost one. */
export function createAttachmentIntake(
  store: MatterStore<Answer>,
  documentId: string,
  textVersionId: number,
): AttachmentIntake {
  const room = roomInside(() => store.attachments.below(documentId))
  return {
    async take(first, items, signal) {
      const pieces = piecesOf(first, items)
      if (!room.isLeft) {
        room.leaveOut(first.attached)
        for await (const _piece of pieces) signal.throwIfAborted()
        return
      }
      const original = await store.originals.write(pieces, 'application/octet-stream', signal)
      store.attachments.add(textVersionId, first.attached, original.sha256)
      room.take(original.bytes, null)
    },
    warnings: () => room.warnings(),
  }
}

async function* piecesOf(first: AttachedPiece, items: Items): AsyncGenerator<Uint8Array> {
  let piece = first
  for (;;) {
    yield piece.piece
    if (piece.isLast) return
    const next = await items.next()
    if (next.done || !isAttached(next.value)) throw new TypeError(`expected the next piece of ${first.attached}`)
    piece = next.value
  }
}

/** Archives in archives in messages: deeper than that nobody files, and nests that never end are known. */
const DEEPEST = 5

/** In all that lies in one file, at any depth. */
const DOCUMENTS_AT_MOST = 10_000
const MB_AT_MOST = 4000

/** How much room there is for files inside one document, by where that lies and what its outermost one holds. */
interface RoomInside {
  readonly isLeft: boolean
  /** That a file of so many bytes was taken, in the place of one of `replaced` bytes. */
  take(bytes: number, replaced: number | null): void
  leaveOut(name: string): void
  /** What was left out, in words for the user. */
  warnings(): readonly Notice[]
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

function leftOutWarnings({ depth }: Below, names: readonly string[]): readonly Notice[] {
  if (names.length === 0) return []
  const left = { count: names.length, names: someOf(3, names) }
  const said =
    depth >= DEEPEST
      ? message('reading.archive.tooDeep', { ...left, depth: DEEPEST })
      : message('reading.archive.tooMuch', left)
  return [warning('left-out', said)]
}
