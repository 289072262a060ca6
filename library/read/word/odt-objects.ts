import type { ZipParts } from '../archive/zip-parts.ts'
import { decodeXml } from '../xml/decode-xml.ts'
import type { FlowBlock } from './flow.ts'
import type { OdtContext } from './odt-story.ts'
import { readMathObject, readOdtPart } from './read-odt-part.ts'

/** Formulas, tables and charts inside the document lie in folders of their own. */
export async function readOdtObjects(
  zip: ZipParts | null,
  context: OdtContext,
): Promise<Map<string, readonly FlowBlock[]>> {
  const objects = new Map<string, readonly FlowBlock[]>()
  for (const name of zip?.names ?? []) {
    const folder = /^(Object [^/]+)\/content\.xml$/.exec(name)?.[1]
    const bytes = folder === undefined ? undefined : await zip?.read(name)
    if (folder === undefined || !bytes) continue
    const xml = decodeXml(bytes)
    const isMath = /<(\w+:)?math[\s>]/.test(xml)
    objects.set(folder, isMath ? readMathObject(xml, context) : readOdtPart(xml, context).blocks)
  }
  return objects
}
