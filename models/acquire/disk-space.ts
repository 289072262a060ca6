import { statfs } from 'node:fs/promises'
import { sizeText } from '../size-text.ts'

/** There is not enough room on the disk. */
export class NoSpaceError extends Error {
  override name = 'NoSpaceError'
  readonly code = 'NO_SPACE'
}

/** A full disk harms every other program, so this much stays free. */
const SPARE_BYTES = 200_000_000

/** Bytes that we may still write to the disk that holds `folder`. */
export async function diskFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Throws `NoSpaceError` when `needBytes` more do not fit the disk that holds `folder`. */
export async function checkDiskSpace(folder: string, needBytes: number): Promise<void> {
  const freeBytes = await diskFreeBytes(folder)
  if (needBytes + SPARE_BYTES <= freeBytes) return
  throw new NoSpaceError(
    `The model needs ${sizeText(needBytes)} more on the disk and ${sizeText(freeBytes)} are free. Make room for ${sizeText(needBytes + SPARE_BYTES - freeBytes)}, then go on; what came already is kept.`,
  )
}

/** Gives a full disk its own class; other errors stay as they are. */
export function writeError(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException | null)?.code !== 'ENOSPC') return error
  return new NoSpaceError('The disk is full. Make room, then go on; what came already is kept.', { cause: error })
}
