import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ReadPage } from '../read-page.ts'
import type { FormatRead, ReadItem, ReadSource } from '../read-source.ts'
import { someOf, warning } from '../read-warning.ts'
import { joinBlocks, numberedPage, type TextBlock } from '../text-blocks.ts'
import { openDocumentParts } from '../xml/open-document-parts.ts'
import { packageWarnings } from '../xml/package-parts.ts'
import { walkPrefixedXml, type XmlPart } from '../xml/walk-xml.ts'
import { ODS_CLOSE, ODS_OPEN, ODS_SKIPPED } from './ods-elements.ts'
import { createOdsScan, type OdsSheet } from './ods-cells.ts'
import { createOdsStyles, type OdsStyles } from './ods-styles.ts'
import { noteBlocks, sheetBlocks } from './sheet-blocks.ts'
import { type CellBudget, cellText, createCellBudget } from './sheet-grid.ts'
import { createSheetWarnings, type SheetWarnings } from './sheet-warnings.ts'

/** A cell, its paragraph and its share of the row: as for the other spreadsheets. */
const ELEMENTS_PER_CELL = 4
const NAMED_RANGES = 5

type Reading = {
  readonly zip: ZipParts | null
  readonly limits: ReadLimits
  readonly budget: CellBudget
  readonly warnings: SheetWarnings
}

/**
 * An OpenDocument spreadsheet, zipped or flat: each sheet a page, its tables as text, then what is drawn and noted on it.
 * Cells show what the program shows, dates as ISO; formulas show their stored results and are never computed. Throws
 * `ReadFailedError`.
 */
export async function* readOds(source: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  const { request, signal, limits: general } = source
  const limits = { ...general, xmlElements: general.xmlElements + ELEMENTS_PER_CELL * general.tableCells }
  const { content, styles, zip } = await openDocumentParts(source)
  const reading: Reading = { zip, limits, budget: createCellBudget(limits), warnings: createSheetWarnings() }
  const { warnings } = reading
  const cells = readOdsCells(content, { styles: commonStyles(styles, limits), limits, budget: reading.budget })
  const sheets = cells.sheets.filter(({ isCache }) => !isCache)
  if (sheets.length === 0) throw damagedFailure(message('unread.damage.noSheets'))
  for (const [index, sheet] of sheets.entries()) {
    signal.throwIfAborted()
    if (sheet.isHidden) warnings.add(warning('hidden-part', message('reading.sheets.hidden', { sheet: sheet.name })))
    if (!request.skipPages?.includes(index + 1)) yield await sheetPage(reading, sheet, index + 1)
  }
  if (!cells.isComplete) warnings.add(warning('damaged', message('reading.notices.fileEnds')))
  if (cells.hasTrackedChanges) warnings.add(warning('tracked-changes', message('reading.sheets.trackedChanges')))
  if (cells.sheets.length > sheets.length) warnings.add(warning('not-read', message('reading.sheets.foreignValues')))
  return { pages: sheets.length, warnings: [...warnings.list(), ...packageWarnings(zip?.names ?? [])] }
}

/** Those that sheets share; automatic styles of that part are for headers only and have the names of others. */
function commonStyles(xml: string, limits: ReadLimits): OdsStyles {
  const styles = createOdsStyles()
  let automatic = 0
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (automatic > 0 || name === 'office:automatic-styles') automatic += 1
      else styles.open(name, attributes)
    },
    text: (text) => void (automatic === 0 && styles.text(text)),
    close(name) {
      if (automatic > 0) automatic -= 1
      else styles.close(name)
    },
  })
  return styles
}

async function sheetPage(reading: Reading, sheet: OdsSheet, number: number): Promise<ReadPage> {
  const { zip, limits, warnings } = reading
  const blocks: TextBlock[] = [...sheetBlocks(sheet.name, sheet, reading)]
  const other = (text: string) => blocks.push({ kind: 'other', level: 0, text })
  sheet.texts.forEach(other)
  let unread = sheet.foreignObjects
  for (const folder of sheet.objects) {
    const titles = chartTitles((await zip?.read(`${folder}/content.xml`)) ?? '', limits)
    if (!titles) unread += 1
    titles?.forEach((title) => other(`Chart: ${title}`))
  }
  warnings.notePictures(sheet.pictures)
  if (unread > 0)
    warnings.add(warning('not-read', message('reading.sheets.objects', { sheet: sheet.name, count: unread })))
  if (sheet.cut.length > 0) warnings.add(cutWarning(sheet))
  if (sheet.beyond > 0)
    warnings.add(warning('left-out', message('reading.sheets.beyond', { sheet: sheet.name, count: sheet.beyond })))
  blocks.push(...noteBlocks(sheet.notes))
  return numberedPage({ page: number, label: sheet.name }, joinBlocks(blocks), 'emptySheet')
}

function cutWarning({ name, cut }: OdsSheet): Notice {
  return warning('layout', message('reading.sheets.repeated', { sheet: name, ranges: someOf(NAMED_RANGES, cut) }))
}

/** The titles of a chart and of its axes; null where the object is no chart. Its values are those of the sheet. */
function chartTitles(part: XmlPart, limits: ReadLimits): readonly string[] | null {
  const titles: string[] = []
  let isChart = false
  let title: string | undefined
  walkPrefixedXml(part, limits, {
    open(name) {
      if (name === 'chart:chart') isChart = true
      if (name === 'chart:title' || name === 'chart:subtitle') title = ''
    },
    text(text) {
      if (title !== undefined) title += text
    },
    close(name) {
      if (name === 'text:p' && title !== undefined) title += '\n'
      if ((name !== 'chart:title' && name !== 'chart:subtitle') || title === undefined) return
      if (cellText(title) !== '') titles.push(cellText(title))
      title = undefined
    },
  })
  return isChart ? titles : null
}

const OPENED = new Map(Object.entries(ODS_OPEN))
const CLOSED = new Map(Object.entries(ODS_CLOSE))

type OdsCells = {
  readonly sheets: readonly OdsSheet[]
  readonly hasTrackedChanges: boolean
  /** False: the file ends in the middle. */
  readonly isComplete: boolean
}

/** Reads all sheets in one pass; the size that a file claims is never believed. Throws `ReadFailedError` past the limits. */
function readOdsCells(
  content: string,
  { styles, limits, budget }: { readonly styles: OdsStyles; readonly limits: ReadLimits; readonly budget: CellBudget },
): OdsCells {
  const scan = createOdsScan(styles, budget)
  let isBody = false
  const isComplete = walkPrefixedXml(content, limits, {
    open(name, attributes) {
      if (name === 'office:body') isBody = true
      if (!isBody) return styles.open(name, attributes)
      if (name === 'table:tracked-changes') scan.hasTrackedChanges = true
      if (scan.skipped > 0 || ODS_SKIPPED.has(name)) scan.skipped += 1
      else OPENED.get(name)?.(scan, attributes)
    },
    text(text) {
      if (!isBody) styles.text(text)
      else if (scan.skipped === 0) scan.take(text.replace(/\s+/g, ' '))
    },
    close(name) {
      if (!isBody) styles.close(name)
      else if (scan.skipped > 0) scan.skipped -= 1
      else CLOSED.get(name)?.(scan)
    },
  })
  return { sheets: scan.sheets, hasTrackedChanges: scan.hasTrackedChanges, isComplete }
}
