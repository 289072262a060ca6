import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { damagedFailure, gateFailure, SAVE_ANEW } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'

export interface ZipParts {
  readonly names: readonly string[]
  /**
   * Inflated content of one part, undefined when there is none of that name. Throws `ReadFailedError` past the limits;
   * what is inflated is counted over all calls.
   */
  read(name: string): Promise<Buffer | undefined>
}

/** Opens a zip container in memory. Throws `ReadFailedError` when it is damaged or has too many parts. */
export async function openZipParts(bytes: Buffer, limits: ReadLimits): Promise<ZipParts> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(damagedFailure('its list of parts cannot be read', error)) : resolve(opened),
    ),
  )
  if (zip.entryCount > limits.zipEntries)
    throw gateFailure('Too many parts', { value: zip.entryCount, limit: limits.zipEntries, unit: 'parts' }, SAVE_ANEW)
  const entries = await listEntries(zip)
  let inflatedBytes = 0

  async function read(name: string): Promise<Buffer | undefined> {
    const entry = entries.get(name)
    if (!entry) return undefined
    const chunks: Buffer[] = []
    let sizeBytes = 0
    for await (const chunk of await openEntry(zip, entry)) {
      chunks.push(chunk as Buffer)
      sizeBytes += (chunk as Buffer).length
      checkInflated(inflatedBytes + sizeBytes, sizeBytes, entry.compressedSize, limits)
    }
    inflatedBytes += sizeBytes
    return Buffer.concat(chunks)
  }

  return {
    names: [...entries.keys()],
    async read(name) {
      try {
        return await read(name)
      } catch (error) {
        if (error instanceof Error && error.name === 'ReadFailedError') throw error
        throw damagedFailure(`its part ${name} cannot be unpacked`, error)
      }
    },
  }
}

function checkInflated(totalBytes: number, partBytes: number, packedBytes: number, limits: ReadLimits): void {
  const limitBytes = limits.zipInflatedMb * BYTES_PER_MB
  if (totalBytes > limitBytes)
    throw gateFailure('Unpacked, the file is too large', {
      value: Math.ceil(totalBytes / BYTES_PER_MB),
      limit: limits.zipInflatedMb,
      unit: 'MB',
    })
  const ratio = partBytes / Math.max(1, packedBytes)
  if (partBytes > BYTES_PER_MB && ratio > limits.zipRatio)
    throw gateFailure(
      'The file unpacks to far more than its size',
      { value: Math.ceil(ratio), limit: limits.zipRatio, unit: 'times' },
      SAVE_ANEW,
    )
}

function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', (error: Error) => reject(damagedFailure('its list of parts cannot be read', error)))
    zip.readEntry()
  })
}

function openEntry(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  )
}
