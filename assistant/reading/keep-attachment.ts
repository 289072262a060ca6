import type { Answer } from '../../contract/answers/answer.ts'
import { type AttachedPiece, isAttached, type ReadItem } from '../../library/read/read-source.ts'
import type { ReadWarning } from '../../library/read/read-warning.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { roomInside } from './room-inside.ts'

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
