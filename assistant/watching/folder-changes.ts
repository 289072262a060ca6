import type { DocumentState } from '../../contract/document.ts'
import { queueFile, type QueueFileOptions } from '../reading/intake/add-paths.ts'
import type { FoundFile } from '../reading/intake/find-files.ts'
import { fileSha256 } from '../reading/intake/take-original.ts'
import { removeWithInside } from '../reading/take-attachments.ts'

/** What the library holds of a file of the folder, as of its last queueing. */
export type KnownFile = {
  readonly documentId: string
  readonly path: string
  readonly bytes: number
  readonly modifiedMs: number | null
  /** Empty where its bytes never came. */
  readonly sha256: string
}

type FolderChanges = {
  readonly added: readonly FoundFile[]
  readonly changed: readonly FoundFile[]
  readonly gone: readonly KnownFile[]
}

/** Holds what differs between the folder and what the library knows of it; files are the same by path, size and time. */
export function compareFolder(known: readonly KnownFile[], found: readonly FoundFile[]): FolderChanges {
  const knownAt = new Map(known.map((file) => [file.path, file]))
  const foundAt = new Set(found.map(({ path }) => path))
  return {
    added: found.filter(({ path }) => !knownAt.has(path)),
    changed: found.filter((file) => {
      const before = knownAt.get(file.path)
      return before !== undefined && (before.bytes !== file.bytes || before.modifiedMs !== file.modifiedMs)
    }),
    gone: known.filter(({ path }) => !foundAt.has(path)),
  }
}

/** So many files at once, and more than half of all, are not thought to be deleted: a disk is gone, or a share is empty. */
const MANY = 10

/** Whether so much is gone that the user is asked before anything is removed. */
export function looksEmptied(known: number, gone: number): boolean {
  return gone >= MANY && gone > known / 2
}

type Move = { readonly from: KnownFile; readonly to: FoundFile }

/** A file that is gone and one that is new with the same bytes are one that was moved or renamed. */
export async function findMoves(
  added: readonly FoundFile[],
  gone: readonly KnownFile[],
  signal: AbortSignal,
): Promise<readonly Move[]> {
  const left = new Set(gone)
  const moves: Move[] = []
  for (const to of added) {
    // The same size makes it worth reading the file for its hash.
    const alike = [...left].filter((one) => one.bytes === to.bytes && one.sha256 !== '')
    if (alike.length === 0) continue
    // One that cannot be read now is told as unreadable when it is its turn.
    const sha256 = await fileSha256(to.file, signal).catch(() => '')
    signal.throwIfAborted()
    const from = alike.find((one) => one.sha256 === sha256)
    if (!from) continue
    left.delete(from)
    moves.push({ from, to })
  }
  return moves
}

type ChangesToApply = {
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
