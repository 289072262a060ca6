import { message } from '../../../wording/message.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { partRelations } from '../xml/package-parts.ts'
import { walkXml, type XmlAttributes } from '../xml/walk-xml.ts'

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
  if (sheets.length === 0) throw damagedFailure(message('unread.damage.noSheets'))
  return { sheets, counts1904 }
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** The prefix of the attribute is the writer's choice. */
function relationId(attributes: XmlAttributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
}

/** The texts that cells point to, by number. Rich text is joined; phonetic guides above Asian text are left out. */
export function readSharedStrings(part: Buffer, limits: ReadLimits): readonly string[] {
  const strings: string[] = []
  let text = ''
  let isText = false
  let phonetic = 0
  walkXml(part, limits, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 'rPh') phonetic -= 1
      else if (name === 't') isText = false
    },
  })
  return strings
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Formats that every workbook has without saying so (ECMA-376 part 1, 18.8.30), where they differ from General. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [14, 'yyyy-mm-dd'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd h:mm'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [41, '#,##0;(#,##0);"-"'],
  [42, '#,##0;(#,##0);"-"'],
  [43, '#,##0.00;(#,##0.00);"-"'],
  [44, '#,##0.00;(#,##0.00);"-"'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
])

/** Dates of East Asian versions. */
const isAsianDate = (id: number) => (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)

/** The format codes of `xl/styles.xml` by the style number that cells carry. */
export function readNumberFormats(part: Buffer, limits: ReadLimits): readonly string[] {
  const own = new Map<number, string>()
  const ids: number[] = []
  let isCellStyles = false
  walkXml(part, limits, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') isCellStyles = true
      else if (name === 'xf' && isCellStyles) ids.push(Number(attributes.numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return ids.map((id) => own.get(id) ?? BUILT_IN.get(id) ?? (isAsianDate(id) ? 'yyyy-mm-dd' : 'General'))
}
