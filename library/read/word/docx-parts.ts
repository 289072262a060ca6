import { posix } from 'node:path'
import type { ZipParts } from '../archive/zip-parts.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { decodeXml } from '../xml/decode-xml.ts'
import { type PartRelation, partRelations } from '../xml/part-relations.ts'

export interface DocxParts {
  /** Name of the part with the text. */
  readonly main: string
  /** Relations of the main part. */
  readonly relations: readonly PartRelation[]
  /** The XML of the part of that type; empty where there is none. */
  xmlOf(type: string): Promise<string>
  xml(name: string): Promise<string>
}

/** Finds the parts of a Word file by their relations. Throws `ReadFailedError` when it has no text part. */
export async function findDocxParts(zip: ZipParts, limits: ReadLimits): Promise<DocxParts> {
  const parts = inAnyCase(zip)
  async function xml(name: string): Promise<string> {
    const bytes = await parts.read(name)
    return bytes ? decodeXml(bytes) : ''
  }
  const named = (await partRelations(parts, '', limits)).find(({ type }) => type === 'officeDocument')?.target
  const main = [named, ...zip.names].find(
    (name) => name !== undefined && parts.has(name) && (name === named || TEXT_PART.test(name)),
  )
  if (main === undefined) throw damagedFailure('the part with its text is missing')
  const relations = await partRelations(parts, main, limits)
  return {
    main,
    relations,
    xml,
    async xmlOf(type) {
      const target = relations.find((relation) => relation.type === type)?.target
      // Some programs write no relations; the usual name then.
      return xml(target ?? posix.join(posix.dirname(main), `${type}.xml`))
    },
  }
}

const TEXT_PART = /^word\/document\d*\.xml$/i

/** Upper and lower case are the same in the names of parts (ECMA-376 part 2). */
function inAnyCase(zip: ZipParts): ZipParts {
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]))
  return {
    names: zip.names,
    has: (name) => names.has(name.toLowerCase()),
    read: (name) => zip.read(names.get(name.toLowerCase()) ?? name),
  }
}
