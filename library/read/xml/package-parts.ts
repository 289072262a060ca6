import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import type { ReadLimits } from '../read-limits.ts'
import { warning } from '../read-warning.ts'
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

/**
 * The name of the part that a link in `from` means, without its fragment; null where it leads out of the container. A link from the
 * root begins with a slash.
 */
export function partPath(from: string, link: string): string | null {
  const path = decoded(link.split('#', 1)[0]!)
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return null
  const folders = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split(/[/\\]/)) {
    if (step === '' || step === '.') continue
    if (step !== '..') folders.push(step)
    else if (folders.pop() === undefined) return null
  }
  return folders.join('/')
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}

const MACROS = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/.+\/.+/i
const SIGNATURES = /^_xmlsignatures\/.+|^META-INF\/documentsignatures\.xml$/i

/** What the names of the parts of a document tell, in plain sentences. */
export function packageWarnings(names: readonly string[]): readonly Notice[] {
  const has = (part: RegExp) => names.some((name) => part.test(name))
  return [
    has(SIGNATURES) && warning('signature', message('reading.notices.signed')),
    has(MACROS) && warning('macros', message('reading.notices.macros')),
  ].filter((one) => one !== false)
}
