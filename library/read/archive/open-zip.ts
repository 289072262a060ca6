import { message } from '../../../wording/message.ts'
import { isUtf8 } from 'node:buffer'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { damagedFailure, gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'

export type ZipEntry = Entry & {
  /** With forward slashes, as the archive has it: it may lead upwards. */
  readonly fileName: string
}

export interface OpenZip {
  readonly entryCount: number
  /** The central directory. Throws `ReadFailedError` where it is damaged. */
  list(): Promise<readonly ZipEntry[]>
  /** The inflated content as it comes; not checked against any size that the archive claims. */
  open(entry: ZipEntry): Promise<NodeJS.ReadableStream>
  /** The content as it is packed. */
  packed(entry: ZipEntry): Promise<Buffer>
}

type RawEntry = Omit<Entry, 'fileName'> & { readonly fileNameRaw: Buffer; fileName: unknown }

/** Opens a zip container in memory. Names and sizes are not believed and not refused: what reads an entry counts its bytes. */
export async function openZip(bytes: Buffer): Promise<OpenZip> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false }
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, options, (error, opened) =>
      error ? reject(damagedFailure(message('unread.damage.partList'), error)) : resolve(opened),
    ),
  )
  return {
    entryCount: zip.entryCount,
    list: () => listEntries(zip),
    open: (entry) =>
      new Promise((resolve, reject) =>
        zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
      ),
    async packed(entry) {
      const chunks: Buffer[] = []
      for await (const chunk of await rawStream(zip, entry)) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
  }
}

function rawStream(zip: ZipFile, entry: ZipEntry): Promise<NodeJS.ReadableStream> {
  // Of packed entries alone it may be said that they stay so; of others nothing else is possible.
  const options = { decrypt: null, start: null, end: null, decompress: entry.compressionMethod === 0 ? null : false }
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, options, (error, stream) => (error ? reject(error) : resolve(stream))),
  )
}

function listEntries(zip: ZipFile): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: RawEntry) => {
      entry.fileName = nameOf(entry)
      entries.push(entry as ZipEntry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', (error: Error) => reject(damagedFailure(message('unread.damage.partList'), error)))
    zip.readEntry()
  })
}

const UTF8_FLAG = 0x800
const UNICODE_PATH = 0x7075

/** Version and checksum before the name in that field. */
const UNICODE_PATH_HEAD = 5

/** The upper half of code page 437, in which names are where nothing else is said. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** Macs write UTF-8 without saying so; bytes that are valid UTF-8 are hardly ever anything else. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: RawEntry): string {
  const unicode = extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > UNICODE_PATH_HEAD)
  const raw = unicode ? unicode.data.subarray(UNICODE_PATH_HEAD) : fileNameRaw
  const inUtf8 = unicode !== undefined || (generalPurposeBitFlag & UTF8_FLAG) !== 0 || isUtf8(raw)
  const name = inUtf8 ? raw.toString('utf8') : Array.from(raw, letterOf).join('')
  return name.replaceAll('\\', '/')
}

function letterOf(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80]!
}

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
    throw gateFailure('parts', { value: zip.entryCount, limit: limits.zipEntries }, 'saveAnew')
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
        throw damagedFailure(message('unread.damage.part', { part: name }), error)
      }
    },
  }
}

function checkInflated(totalBytes: number, partBytes: number, packedBytes: number, limits: ReadLimits): void {
  const limitBytes = limits.zipInflatedMb * BYTES_PER_MB
  if (totalBytes > limitBytes)
    throw gateFailure('unpacked', { value: Math.ceil(totalBytes / BYTES_PER_MB), limit: limits.zipInflatedMb })
  const ratio = partBytes / Math.max(1, packedBytes)
  if (partBytes > BYTES_PER_MB && ratio > limits.zipRatio)
    throw gateFailure('ratio', { value: Math.ceil(ratio), limit: limits.zipRatio }, 'saveAnew')
}
