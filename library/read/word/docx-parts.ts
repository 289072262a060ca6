import { posix } from 'node:path'
import type { ZipParts } from '../archive/zip-parts.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { decodeXml, passXml } from './xml-pass.ts'

export type DocxRelation = {
  readonly id: string
  /** The last part of its type: "footnotes", "header". */
  readonly type: string
  /** Name of the part in the container, or an address outside it. */
  readonly target: string
  readonly isOutside: boolean
}

export interface DocxParts {
  /** Name of the part with the text. */
  readonly main: string
  /** Relations of the main part. */
  readonly relations: readonly DocxRelation[]
  /** The XML of the part of that type; empty where there is none. */
  xmlOf(type: string): Promise<string>
  xml(name: string): Promise<string>
}

/** Finds the parts of a Word file by their relations. Throws `ReadFailedError` when it has no text part. */
export async function findDocxParts(zip: ZipParts, limits: ReadLimits): Promise<DocxParts> {
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]))
  async function xml(name: string): Promise<string> {
    const bytes = await zip.read(names.get(name.toLowerCase()) ?? name)
    return bytes ? decodeXml(bytes) : ''
  }
  async function relationsOf(part: string): Promise<readonly DocxRelation[]> {
    const { dir, base } = posix.parse(part)
    return readRelations(await xml(posix.join(dir, '_rels', `${base}.rels`)), dir, limits)
  }
  const named = (await relationsOf('')).find(({ type }) => type === 'officeDocument')?.target
  const main = [named, ...zip.names].find(
    (name) => name !== undefined && names.has(name.toLowerCase()) && (name === named || TEXT_PART.test(name)),
  )
  if (main === undefined) throw damagedFailure('the part with its text is missing')
  const relations = await relationsOf(main)
  return {
    main,
    relations,
    xml,
    async xmlOf(type) {
      const target = relations.find((relation) => relation.type === type && !relation.isOutside)?.target
      // Some programs write no relations; the usual name then.
      return xml(target ?? posix.join(posix.dirname(main), `${type}.xml`))
    },
  }
}

const TEXT_PART = /^word\/document\d*\.xml$/i

function readRelations(xml: string, folder: string, limits: ReadLimits): readonly DocxRelation[] {
  const relations: DocxRelation[] = []
  passXml(xml, limits, {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (!/(^|:)Relationship$/.test(name) || id === undefined || target === undefined) return
      const isOutside = mode === 'External'
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id, type: type?.split('/').at(-1) ?? '', target: isOutside ? target : inside, isOutside })
    },
  })
  return relations
}
