import type { Answer } from '../../contract/answer.ts'
import type { AttachedPiece } from '../../library/read/attached-piece.ts'
import { isAttached, type ReadItem } from '../../library/read/read-source.ts'
import type { ReadWarning } from '../../library/read/read-warning.ts'
import type { Below } from '../../store/matter/attachments.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { hasRoomInside, leftOutWarnings } from './room-inside.ts'

type Items = AsyncIterator<ReadItem, unknown>

export interface AttachmentIntake {
  /** Takes the file that begins with `first`, reading the rest of it from `items`, into the store, or passes over it. */
  take(first: AttachedPiece, items: Items, signal: AbortSignal): Promise<void>
  /** What was left out, in words for the user. */
  warnings(): readonly ReadWarning[]
}

/** Keeps the files inside a document while it is read, within bounds for all that lies in the outermost one. */
export function createAttachmentIntake(
  store: MatterStore<Answer>,
  documentId: string,
  textVersionId: number,
): AttachmentIntake {
  // Asked for with the first file: of ten thousand files in one message each would count all the others.
  let held: Below | null = null
  const leftOut: string[] = []
  return {
    async take(first, items, signal) {
      const pieces = piecesOf(first, items)
      held ??= store.attachments.below(documentId)
      if (!hasRoomInside(held)) {
        leftOut.push(first.attached)
        for await (const _piece of pieces) signal.throwIfAborted()
        return
      }
      const original = await store.originals.write(pieces, 'application/octet-stream', signal)
      store.attachments.add(textVersionId, first.attached, original.sha256)
      held = { ...held, documents: held.documents + 1, bytes: held.bytes + original.bytes }
    },
    warnings: () => (held ? leftOutWarnings(held, leftOut) : []),
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
