import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { Original } from '../../store/matter/originals.ts'
import type { Answer } from '../../contract/answer.ts'

const READ_BYTES = 2 ** 20

/** SHA-256 of a file, to see whether it changed before anything of it is kept. */
export async function fileSha256(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES, signal })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Copies a file into the encrypted store. The file itself is never moved or changed. */
export async function takeOriginal(store: MatterStore<Answer>, file: string, signal: AbortSignal): Promise<Original> {
  return store.originals.write(
    createReadStream(file, { highWaterMark: READ_BYTES }),
    'application/octet-stream',
    signal,
  )
}
