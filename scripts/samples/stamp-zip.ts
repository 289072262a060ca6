import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl'
import { writeZip, type ZipEntry } from '../write-zip.ts'

const fixedTime = '2025-10-06T09:00:00Z'
const open = promisify<Buffer, Options, ZipFile>(fromBuffer)

/** Writes a Word file anew with one fixed time in its directory and its properties, so that every run gives the same bytes. */
export async function stampZip(docx: Buffer): Promise<Buffer> {
  const zip = await open(docx, { autoClose: false })
  const found: Entry[] = []
  zip.on('entry', (entry: Entry) => found.push(entry))
  await once(zip, 'end')
  return writeZip(await Promise.all(found.map((entry) => stampedEntry(zip, entry))))
}

async function stampedEntry(zip: ZipFile, entry: Entry): Promise<ZipEntry> {
  const stream = await promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: StreamCallback) => void)(entry)
  const bytes = await buffer(stream)
  if (entry.fileName !== 'docProps/core.xml') return { name: entry.fileName, data: bytes }
  return { name: entry.fileName, data: bytes.toString().replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, fixedTime) }
}

type StreamCallback = (error: Error | null, stream: NodeJS.ReadableStream) => void
