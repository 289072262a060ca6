import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ZipParts } from '../archive/zip-parts.ts'
import { streamXml } from './stream-xml.ts'

/** A sheet as the workbook names it. */
export type SheetEntry = {
  readonly name: string
  readonly isHidden: boolean
  /** The part with its content; undefined where the workbook points to nothing. */
  readonly part: string | undefined
  /** `worksheet`, `chartsheet`, `dialogsheet`, `xlMacrosheet`: the end of the relation's type. */
  readonly kind: string
}

export type Workbook = {
  readonly sheets: readonly SheetEntry[]
  /** Whether day 0 is 1 January 1904, as old Macintosh files count. */
  readonly counts1904: boolean
}

/** What a part points to. */
export type Relation = { readonly id: string; readonly kind: string; readonly target: string }

const WORKBOOK = 'xl/workbook.xml'

/** The sheets in the order of their tabs. Throws `ReadFailedError` when there are none. */
export async function readWorkbook(zip: ZipParts, limits: ReadLimits): Promise<Workbook> {
  const relations = new Map((await relationsOf(zip, WORKBOOK, limits)).map((relation) => [relation.id, relation]))
  const sheets: SheetEntry[] = []
  let counts1904 = false
  streamXml((await zip.read(WORKBOOK)) ?? Buffer.alloc(0), limits, {
    open(name, attributes) {
      if (name === 'workbookPr') counts1904 = isOn(attributes.date1904)
      if (name !== 'sheet') return
      const relation = relations.get(attributes['r:id'] ?? relationId(attributes) ?? '')
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      const { target: part, kind = 'worksheet' } = relation ?? {}
      sheets.push({ name: attributes.name ?? '', isHidden, part, kind })
    },
  })
  if (sheets.length === 0) throw damagedFailure('it has no sheets')
  return { sheets, counts1904 }
}

/** What a part of the container points to; targets are full names of parts. Links to the outside are left out. */
export async function relationsOf(zip: ZipParts, part: string, limits: ReadLimits): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash)
  const xml = await zip.read(`${folder}/_rels/${part.slice(slash + 1)}.rels`)
  const relations: Relation[] = []
  if (xml === undefined) return relations
  streamXml(xml, limits, {
    open(name, { Id: id, Type: type = '', Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) })
    },
  })
  return relations
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** The prefix of the attribute is the writer's choice. */
function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
}

function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}
