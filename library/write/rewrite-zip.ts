import { Zip, ZipDeflate, type ZipInputFile } from 'fflate'
import type { OpenZip, ZipEntry } from '../read/archive/open-zip.ts'

/**
 * The container with these parts in place of those of the same name, new ones at the end. All others are copied as they are packed:
 * nothing is unpacked that need not be.
 */
export async function rewriteZip(zip: OpenZip, written: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const target = new Zip((error, chunk) => {
    failure ??= error
    if (!error) chunks.push(chunk)
  })
  // Upper and lower case are the same in the names of parts (ECMA-376 part 2).
  const left = new Map([...written].map(([name, bytes]) => [name.toLowerCase(), { name, bytes }]))
  for (const entry of new Map((await zip.list()).map((one) => [one.fileName, one])).values()) {
    const rewritten = left.get(entry.fileName.toLowerCase())
    left.delete(entry.fileName.toLowerCase())
    if (rewritten) pack(target, entry.fileName, rewritten.bytes)
    else copy(target, entry, Uint8Array.from(await zip.packed(entry)))
  }
  for (const { name, bytes } of left.values()) pack(target, name, bytes)
  target.end()
  if (failure) throw failure as Error
  return Buffer.concat(chunks)
}

function pack(target: Zip, name: string, bytes: Uint8Array): void {
  const file = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime: FIXED_TIME })
  target.add(file)
  file.push(Uint8Array.from(bytes), true)
}

/** The same bytes on every run. */
const FIXED_TIME = '2024-01-01T00:00:00'

function copy(target: Zip, entry: ZipEntry, packed: Uint8Array<ArrayBuffer>): void {
  const { fileName: filename, uncompressedSize: size, crc32: crc, compressionMethod: compression } = entry
  const file: ZipInputFile = { filename, size, crc, compression, mtime: FIXED_TIME }
  target.add(file)
  file.ondata?.(null, packed, true)
}
