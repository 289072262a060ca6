import iconv from 'iconv-lite'
import type { DocxParts } from '../read/word/docx/docx-parts.ts'
import { openZip } from '../read/archive/open-zip.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { escapeXml, filled, isOneTag, prefixOf, xmlTree } from './xml-tree.ts'
import { rewriteZip } from './rewrite-zip.ts'

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
