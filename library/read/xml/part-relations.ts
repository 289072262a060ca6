import type { ZipParts } from '../archive/zip-parts.ts'
import type { ReadLimits } from '../read-limits.ts'
import { partPath } from './part-path.ts'
import { walkXml } from './walk-xml.ts'
import { xmlPart } from './xml-part.ts'

/** What one part of an Office file says of another. */
export type PartRelation = {
  readonly id: string
  /** The last step of the type's address: "slide", "notesSlide", "comments". */
  readonly type: string
  /** The name of the other part. */
  readonly target: string
}

/** The relations of a part to others in the same file, in order; those that lead out of it are left out. */
export async function partRelations(zip: ZipParts, part: string, limits: ReadLimits): Promise<readonly PartRelation[]> {
  const slash = part.lastIndexOf('/')
  const xml = await xmlPart(zip, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`)
  const relations: PartRelation[] = []
  walkXml(xml ?? '', limits, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || !Id || !Target) return
      const target = partPath(part, Target)
      if (target !== null) relations.push({ id: Id, type: Type?.slice(Type.lastIndexOf('/') + 1) ?? '', target })
    },
  })
  return relations
}
