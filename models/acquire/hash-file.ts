import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

const READ_BYTES = 1024 * 1024

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: READ_BYTES, ...(signal ? { signal } : {}) }))
    hash.update(bytes as Buffer)
  return hash.digest('hex')
}
