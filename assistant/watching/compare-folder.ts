import type { FoundFile } from '../reading/find-files.ts'

/** What the library holds of a file of the folder, as of its last queueing. */
export type KnownFile = {
  readonly documentId: string
  readonly path: string
  readonly bytes: number
  readonly modifiedMs: number | null
  /** Empty where its bytes never came. */
  readonly sha256: string
}

export type FolderChanges = {
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
