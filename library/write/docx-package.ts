import iconv from 'iconv-lite'
import type { DocxParts } from '../read/word/docx/docx-parts.ts'
import { openZip, type OpenZip, type ZipEntry } from '../read/archive/open-zip.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { escapeXml, filled, isOneTag, prefixOf, xmlTree } from './xml-tree.ts'
import { Zip, ZipDeflate, type ZipInputFile } from 'fflate'

/** A part that a Word file gets, with the relation of its main part to it. */
type AddedPart = {
  readonly name: string
  readonly xml: string
  /** The last step of the relation's address: "comments". */
  readonly type: string
  readonly contentType: string
}

/** A Word file some of whose parts are replaced; all others keep their bytes. */
export interface DocxPackage {
  replace(name: string, xml: string): void
  add(part: AddedPart): Promise<void>
  /** Makes a template an ordinary document. False for a file with macros, which none may hold. */
  becomeDocument(): Promise<boolean>
  /** Throws `ReadFailedError` where the container is damaged. */
  save(): Promise<Buffer>
}

const RELATION_TYPES = {
  usual: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const TEMPLATE = 'wordprocessingml.template.main+xml'
const DOCUMENT = 'wordprocessingml.document.main+xml'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export function createDocxPackage(bytes: Buffer, parts: DocxParts, limits: ReadLimits): DocxPackage {
  const written = new Map<string, Buffer>()
  const slash = parts.main.lastIndexOf('/')
  const relationsPart = `${parts.main.slice(0, slash + 1)}_rels/${parts.main.slice(slash + 1)}.rels`

  /** Every part that is written is UTF-8. */
  function replace(name: string, xml: string): void {
    written.set(name, iconv.encode(xml.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[\w-]+/, '$1UTF-8'), 'utf-8'))
  }

  async function relate({ name, type }: AddedPart): Promise<void> {
    const xml = (await parts.xml(relationsPart)) || `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`
    const ids = new Set(Array.from(xml.matchAll(/\sId\s*=\s*["']([^"']*)/g), ([, id]) => id))
    let id = 'rIdAdded'
    for (let number = 2; ids.has(id); number += 1) id = `rIdAdded${number}`
    const address = xml.includes(RELATION_TYPES.strict) ? RELATION_TYPES.strict : RELATION_TYPES.usual
    const target = escapeXml(`/${name}`)
    replace(relationsPart, withChild(xml, 'Relationship', `Id="${id}" Type="${address}/${type}" Target="${target}"`))
  }

  async function declare({ name, contentType }: AddedPart): Promise<void> {
    const xml = await parts.xml('[Content_Types].xml')
    const attributes = `PartName="${escapeXml(`/${name}`)}" ContentType="${contentType}"`
    replace('[Content_Types].xml', withChild(xml, 'Override', attributes))
  }

  function withChild(xml: string, name: string, attributes: string): string {
    const root = xmlTree(xml, limits)
    const prefix = prefixOf(xml, root)
    const child = `<${prefix}${name} ${attributes}/>`
    if (isOneTag(root)) return `${xml.slice(0, root.start)}${filled(xml, root, child)}${xml.slice(root.end)}`
    return `${xml.slice(0, root.closeStart)}${child}${xml.slice(root.closeStart)}`
  }

  return {
    replace,
    async add(part) {
      replace(part.name, part.xml)
      await relate(part)
      await declare(part)
    },
    async becomeDocument() {
      const xml = await parts.xml('[Content_Types].xml')
      if (/macroEnabled/i.test(xml)) return false
      if (xml.includes(TEMPLATE)) replace('[Content_Types].xml', xml.replaceAll(TEMPLATE, DOCUMENT))
      return true
    },
    save: async () => rewriteZip(await openZip(bytes), written),
  }
}

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
