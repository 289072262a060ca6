import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export const CHECKSUMS_FILE = 'SHA256SUMS'

/** Writes the SHA-256 of each file of this folder into one beside them, as `sha256sum --check` reads it. Throws where there is none. */
export async function writeChecksums(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && entry.name !== CHECKSUMS_FILE).map(({ name }) => name)
  if (names.length === 0) throw new Error(`There is no file in ${folder}.`)
  const lines = await Promise.all(
    names.toSorted().map(async (name) => `${await sha256Of(join(folder, name))}  ${name}`),
  )
  await writeFile(join(folder, CHECKSUMS_FILE), `${lines.join('\n')}\n`)
  return lines
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
