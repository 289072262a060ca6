import type { ZipParts } from '../archive/zip-parts.ts'
import type { ReadLimits } from '../read-limits.ts'
import { partPath } from './part-path.ts'
import { walkXml } from './walk-xml.ts'

/** What one part of an Office file says of another. */
export type PartRelation = {
  readonly id: string
  /** The last step of the type's address: "slide", "worksheet", "footnotes". */
  readonly type: string
  /** The name of the other part, which may be missing. */
  readonly target: string
}

/** The relations of a part (of the whole file: '') to others in the same file, in order; those that lead out of it are left out. */
export async function partRelations(zip: ZipParts, part: string, limits: ReadLimits): Promise<readonly PartRelation[]> {
  const slash = part.lastIndexOf('/')
  const xml = await zip.read(`${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`)
  const relations: PartRelation[] = []
  walkXml(xml ?? '', limits, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || Id === undefined || !Target) return
      const target = targetPart(zip, part, Target)
      if (target !== null) relations.push({ id: Id, type: Type?.slice(Type.lastIndexOf('/') + 1) ?? '', target })
    },
  })
  return relations
}

/** Names of parts are written as they stand in the address ("a%20b.xml"); some programs write them decoded. */
function targetPart(zip: ZipParts, part: string, link: string): string | null {
  const asWritten = partPath(part, link.replaceAll('%', '%25'))
  return asWritten !== null && zip.has(asWritten) ? asWritten : partPath(part, link)
}
