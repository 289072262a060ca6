import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ZipParts } from '../archive/zip-parts.ts'
import { partRelations } from '../xml/part-relations.ts'
import { walkXml } from '../xml/walk-xml.ts'
import type { XmlAttributes } from '../xml/xml-names.ts'

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

const WORKBOOK = 'xl/workbook.xml'

/** The sheets in the order of their tabs. Throws `ReadFailedError` when there are none. */
export async function readWorkbook(zip: ZipParts, limits: ReadLimits): Promise<Workbook> {
  const relations = new Map((await partRelations(zip, WORKBOOK, limits)).map((relation) => [relation.id, relation]))
  const sheets: SheetEntry[] = []
  let counts1904 = false
  walkXml((await zip.read(WORKBOOK)) ?? '', limits, {
    open(name, attributes) {
      if (name === 'workbookPr') counts1904 = isOn(attributes.date1904)
      if (name !== 'sheet') return
      const relation = relations.get(attributes['r:id'] ?? relationId(attributes) ?? '')
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      const { target: part, type: kind = 'worksheet' } = relation ?? {}
      sheets.push({ name: attributes.name ?? '', isHidden, part, kind })
    },
  })
  if (sheets.length === 0) throw damagedFailure('it has no sheets')
  return { sheets, counts1904 }
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** The prefix of the attribute is the writer's choice. */
function relationId(attributes: XmlAttributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
}
