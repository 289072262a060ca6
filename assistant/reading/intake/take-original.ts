import { message } from '../../../wording/message.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { gateFailure, ReadFailedError } from '../../../library/read/read-failure.ts'
import { BYTES_PER_MB, READ_LIMITS } from '../../../library/read/read-limits.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import type { Original } from '../../../store/matter/originals.ts'
import type { Answer } from '../../../contract/answers/answer.ts'

const READ_BYTES = 2 ** 20
/** Of one file: more than that is not read. */
export const BYTES_AT_MOST = READ_LIMITS.fileMb * BYTES_PER_MB

/** SHA-256 of a file, to see whether it changed before anything of it is kept. */
export async function fileSha256(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES, signal })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Copies a file into the encrypted store. The file itself is never moved or changed. Throws `ReadFailedError` for one that is
 * too large to be read, before any of it is kept, and for what is no ordinary file.
 */
export async function takeOriginal(store: MatterStore<Answer>, file: string, signal: AbortSignal): Promise<Original> {
  const found = await stat(file)
  if (!found.isFile())
    throw new ReadFailedError({ code: 'unsupported', message: message('unread.notOrdinary'), retry: false })
  if (found.size > BYTES_AT_MOST) throw tooLarge(found.size)
  return store.originals.write(withinLimit(file), 'application/octet-stream', signal)
}

/** A file may grow while it is being copied. */
async function* withinLimit(file: string): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES })) {
    bytes += (chunk as Buffer).length
    if (bytes > BYTES_AT_MOST) throw tooLarge(bytes)
    yield chunk as Buffer
  }
}

/** A failure in the words of the gate of the reader. */
export function tooLarge(bytes: number): ReadFailedError {
  return gateFailure('file', { value: Math.ceil(bytes / BYTES_PER_MB), limit: READ_LIMITS.fileMb })
}
