import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Of the files below a folder, as a hash: their paths and every byte of them. */
export async function folderKey(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const all = createHash('sha256')
  for (const file of files.toSorted()) {
    const one = createHash('sha256')
    await pipeline(createReadStream(file), one)
    all.update(JSON.stringify([relative(folder, file), one.digest('hex')]))
  }
  return all.digest('hex')
}
