import { damagedFailure, gateFailure, SAVE_ANEW } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { openZip } from './zip-entries.ts'

export interface ZipParts {
  readonly names: readonly string[]
  has(name: string): boolean
  /**
   * Inflated content of one part, undefined when there is none of that name. Throws `ReadFailedError` past the limits;
   * what is inflated is counted over all calls.
   */
  read(name: string): Promise<Buffer | undefined>
}

/** Opens a zip container in memory. Throws `ReadFailedError` when it is damaged or has too many parts. */
export async function openZipParts(bytes: Buffer, limits: ReadLimits): Promise<ZipParts> {
  const zip = await openZip(bytes)
  if (zip.entryCount > limits.zipEntries)
    throw gateFailure('Too many parts', { value: zip.entryCount, limit: limits.zipEntries, unit: 'parts' }, SAVE_ANEW)
  const entries = new Map((await zip.list()).map((entry) => [entry.fileName, entry]))
  let inflatedBytes = 0

  async function read(name: string): Promise<Buffer | undefined> {
    const entry = entries.get(name)
    if (!entry) return undefined
    const chunks: Buffer[] = []
    let sizeBytes = 0
    for await (const chunk of await zip.open(entry)) {
      chunks.push(chunk as Buffer)
      sizeBytes += (chunk as Buffer).length
      checkInflated(inflatedBytes + sizeBytes, sizeBytes, entry.compressedSize, limits)
    }
    inflatedBytes += sizeBytes
    return Buffer.concat(chunks)
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
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
