import { removeWithInside } from '../reading/take-attachments.ts'
import type { DocumentState } from '../../contract/document.ts'
import type { FoundFile } from '../reading/find-files.ts'
import { queueFile, type QueueFileOptions } from '../reading/queue-file.ts'
import type { KnownFile } from './compare-folder.ts'
import type { Move } from './find-moves.ts'

export type ChangesToApply = {
  readonly moves: readonly Move[]
  readonly taken: readonly FoundFile[]
  readonly removed: readonly KnownFile[]
}

const READ: ReadonlySet<DocumentState> = new Set(['ready', 'partial'])

/** Makes the library follow the folder. What was moved keeps its document, and so its place in answers; nothing is read. */
export async function applyChanges(
  { moves, taken, removed }: ChangesToApply,
  options: QueueFileOptions,
  signal: AbortSignal,
): Promise<void> {
  const { documents } = options.matter.store
  for (const { from, to } of moves) {
    documents.move(from.documentId, to.path)
    documents.change(from.documentId, { modifiedMs: to.modifiedMs })
    // It waits, is being read, or was missed in its old place.
    if (!READ.has(documents.get(from.documentId, null).state)) options.queue.add(from.documentId, to.file)
  }
  for (const file of taken) {
    const documentId = queueFile(file, options)
    documents.change(documentId, { bytes: file.bytes })
  }
  options.queue.run()
  for (const { documentId } of removed) {
    signal.throwIfAborted()
    await removeWithInside(documentId, options)
  }
}
