import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, open, type ZipFile } from 'yauzl'
import { ModelFileError } from '../model-file-error.ts'
import { writeError } from './disk-space.ts'

/**
 * Appends one member of a zip archive to a file, from `startByte` on; what stood there is overwritten. Throws
 * `ModelFileError` when there is no such member or when it does not have at most `mostBytes`.
 */
export async function appendZipMember(
  archive: string,
  member: string,
  target: { readonly path: string; readonly startByte: number; readonly mostBytes: number },
  signal?: AbortSignal,
): Promise<void> {
  const zip = await openZip(archive)
  try {
    const entry = await findEntry(zip, member)
    if (!entry) throw new ModelFileError(`The package does not hold ${member}.`)
    if (entry.uncompressedSize > target.mostBytes)
      throw new ModelFileError(
        `${member} has ${entry.uncompressedSize} bytes, more than the ${target.mostBytes} expected.`,
      )
    const flags = target.startByte === 0 ? 'w' : 'r+'
    const out = createWriteStream(target.path, { flags, start: target.startByte })
    await pipeline(await openEntry(zip, entry), out, signal ? { signal } : {}).catch((error: unknown) => {
      throw writeError(error)
    })
  } finally {
    zip.close()
  }
}

function openZip(path: string): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>()
  open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error) reject(new ModelFileError(`The package is no zip archive: ${error.message}`, { cause: error }))
    else resolve(zip)
  })
  return promise
}

function findEntry(zip: ZipFile, name: string): Promise<Entry | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Entry | null>()
  zip.on('entry', (entry: Entry) => {
    if (entry.fileName === name) resolve(entry)
    else zip.readEntry()
  })
  zip.once('end', () => resolve(null))
  zip.once('error', reject)
  zip.readEntry()
  return promise
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>()
  zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  return promise
}
