import { message } from '../../../wording/message.ts'
import { attachedPieces, createAttachedNames, type FormatRead, type ReadItem, type ReadSource } from '../read-source.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import { failedPage, joinBlocks, numberedPage, type TextBlock } from '../text-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { PageReason, ReadPage } from '../read-page.ts'
import { partRelations } from '../xml/package-parts.ts'
import { createCellBudget } from './sheet-grid.ts'
import { createNumberFormat } from './format-number.ts'
import { readNumberFormats, readSharedStrings, readWorkbook, type SheetEntry, type Workbook } from './workbook-parts.ts'
import { noteBlocks, sheetBlocks } from './sheet-blocks.ts'
import { type CellContext, readSheetCells } from './sheet-cells.ts'
import { readPeople, readSheetDrawings, readSheetNotes } from './sheet-annotations.ts'
import { createSheetWarnings, type SheetWarnings } from './sheet-warnings.ts'
import { warning } from '../read-warning.ts'

/** `c`, `v` and `f`, and its share of the row: a sheet with all the cells that may be has more elements than a text may have. */
const ELEMENTS_PER_CELL = 4

type Reading = {
  readonly zip: ZipParts
  readonly limits: ReadLimits
  readonly context: CellContext
  readonly people: ReadonlyMap<string, string>
  readonly warnings: SheetWarnings
}

/**
 * A workbook (XLSX, XLSM): each sheet a page, its tables as text, then what is drawn and noted on it. Cells show what Excel
 * shows, dates as ISO; formulas show their stored results and are never computed. Throws `ReadFailedError`.
 */
export async function* readXlsx({
  zip,
  request,
  limits: general,
  signal,
}: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  if (!zip) throw new TypeError('expected the parts of the container')
  const limits = { ...general, xmlElements: general.xmlElements + ELEMENTS_PER_CELL * general.tableCells }
  const workbook = await readWorkbook(zip, limits)
  const done = new Set(request.skipPages)
  const warnings = createSheetWarnings()
  const context = await cellContext(zip, workbook, limits)
  const reading: Reading = { zip, limits, context, people: await readPeople(zip, limits), warnings }
  for (const [index, sheet] of workbook.sheets.entries()) {
    signal.throwIfAborted()
    if (sheet.isHidden) warnings.add(warning('hidden-part', message('reading.sheets.hidden', { sheet: sheet.name })))
    if (!done.has(index + 1)) yield await readSheet(reading, sheet, index + 1)
  }
  yield* embeddedFiles(zip, warnings)
  if (zip.names.includes('xl/vbaProject.bin')) warnings.add(warning('macros', message('reading.sheets.macros')))
  return { pages: workbook.sheets.length, warnings: warnings.list() }
}

async function cellContext(zip: ZipParts, { counts1904 }: Workbook, limits: ReadLimits): Promise<CellContext> {
  const strings = await zip.read('xl/sharedStrings.xml')
  const styles = await zip.read('xl/styles.xml')
  return {
    strings: strings ? readSharedStrings(strings, limits) : [],
    formats: styles ? readNumberFormats(styles, limits).map((code) => createNumberFormat(code, counts1904)) : [],
    limits,
    budget: createCellBudget(limits),
  }
}

async function readSheet(reading: Reading, sheet: SheetEntry, number: number): Promise<ReadPage> {
  const { zip, limits, context, people, warnings } = reading
  const place = { page: number, label: sheet.name }
  const part = sheet.part === undefined ? undefined : await zip.read(sheet.part)
  if (sheet.part === undefined || part === undefined) {
    warnings.add(warning('damaged', message('reading.sheets.missing', { sheet: sheet.name })))
    return failedPage(place, message('reading.pages.missingSheet'))
  }
  const blocks: TextBlock[] = []
  if (sheet.kind === 'worksheet') {
    const content = readSheetCells(part, context)
    blocks.push(...sheetBlocks(sheet.name, content, { budget: context.budget, warnings }))
  }
  const relations = await partRelations(zip, sheet.part, limits)
  const { texts, pictures } = await readSheetDrawings(zip, relations, limits)
  warnings.notePictures(pictures)
  for (const text of texts) blocks.push({ kind: 'other', level: 0, text })
  blocks.push(...noteBlocks(await readSheetNotes(zip, relations, people, limits)))
  return numberedPage(place, joinBlocks(blocks), emptyReason(sheet))
}

function emptyReason({ kind }: SheetEntry): PageReason {
  if (kind === 'worksheet') return 'emptySheet'
  return kind === 'chartsheet' ? 'chartSheet' : 'macroSheet'
}

/** Files laid into the workbook. Those in the container of another program's objects cannot be told from it. */
async function* embeddedFiles(zip: ZipParts, warnings: SheetWarnings): AsyncGenerator<ReadItem, void, void> {
  const nameOf = createAttachedNames()
  const embedded = zip.names.filter((name) => /^xl\/embeddings\/[^/]+\.[^./]+$/.test(name))
  const objects = embedded.filter((name) => name.endsWith('.bin'))
  if (objects.length > 0)
    warnings.add(warning('not-read', message('reading.notices.foreignObjects', { count: objects.length })))
  for (const name of embedded.filter((one) => !one.endsWith('.bin'))) {
    const bytes = await zip.read(name)
    if (bytes) yield* attachedPieces(nameOf(name.slice(name.lastIndexOf('/') + 1), 'embedded'), bytes)
  }
}
