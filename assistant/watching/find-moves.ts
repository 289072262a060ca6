import type { FoundFile } from '../reading/find-files.ts'
import { fileSha256 } from '../reading/take-original.ts'
import type { KnownFile } from './compare-folder.ts'

export type Move = { readonly from: KnownFile; readonly to: FoundFile }

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
