import { writeZip } from '../../../scripts/write-zip.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** `rows`: what stands in `<sheetData>`; `after`: elements behind it; `relations`: kind and part, such as `comments`. */
export type TypedSheet = {
  readonly name: string
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly before?: string
  readonly after?: string
  readonly relations?: readonly (readonly [kind: string, part: string])[]
}

export type TypedWorkbook = {
  readonly sheets: readonly TypedSheet[]
  readonly strings?: readonly string[]
  /** Format codes; cell style n+1 has the n-th, style 0 is General. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
  /** Further parts by their full names. */
  readonly parts?: Readonly<Record<string, string>>
}

/** A workbook with this SpreadsheetML in its sheets. */
export function typedXlsx({ sheets, strings = [], formats = [], date1904, parts = {} }: TypedWorkbook): Buffer {
  const list = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="r${at + 1}"/>`,
  )
  const entries: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`])),
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    ...parts,
  }
  for (const [at, { rows, before = '', after = '', relations: pointed }] of sheets.entries()) {
    entries[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet ${MAIN}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
    if (pointed) entries[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations(pointed)
  }
  return writeZip(Object.entries(entries).map(([name, data]) => ({ name, data: `<?xml version="1.0"?>${data}` })))
}

/** A row of inline texts and numbers from column A on; null leaves a cell out. */
export function row(number: number, cells: readonly (string | number | null)[], attributes = ''): string {
  const written = cells.map((cell, column) => {
    const r = `${String.fromCharCode(65 + column)}${number}`
    if (cell === null) return ''
    return typeof cell === 'number'
      ? `<c r="${r}"><v>${cell}</v></c>`
      : `<c r="${r}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  })
  return `<row r="${number}" ${attributes}>${written.join('')}</row>`
}

function relations(pointed: readonly (readonly [kind: string, part: string])[]): string {
  const list = pointed.map(
    ([kind, part], at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${kind}" Target="${part}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
