import { useMemo, useRef } from 'react'
import type { PageText, TextBlock } from '../../../contract/document.ts'
import { useNear } from '../../state/near-watch.ts'
import { PLACE } from '../anchors.ts'
import { RunsView } from './marked-text.tsx'
import { useIsTarget } from './text-context.ts'
import { t } from '../../../wording/translate.ts'

type Props = { readonly page: PageText; readonly block: TextBlock }

/** About as many cells as are shown or left out together. */
const GROUP_CELLS = 600
const ROW_PIXELS = 24

/** What fits the width of a page. A wider sheet is scrolled sideways; the cells of a text are wrapped while no word is broken. */
const SHEET_CHARACTERS = 44
const TEXT_CHARACTERS = 56

/** A table of any length: only rows near what is seen are there. A sheet has its letters and row numbers in the margins. */
export function TableView({ page, block }: Props) {
  const layout = useMemo(() => tableLayout(page.text, block), [page.text, block])
  const { rows, headRows, columns, origin } = layout
  const characters = columns.reduce((sum, { widthCharacters }) => sum + widthCharacters, 0)
  const words = columns.reduce((sum, { wordCharacters }) => sum + wordCharacters, 0)
  const isWide = origin ? characters > SHEET_CHARACTERS : words > TEXT_CHARACTERS
  // Room for the longest word first; what is left goes to those that have most to say.
  const share = ({ widthCharacters, wordCharacters }: TableColumn) =>
    origin ? (100 * widthCharacters) / characters : (60 * wordCharacters) / words + (40 * widthCharacters) / characters
  const perGroup = Math.max(10, Math.floor(GROUP_CELLS / Math.max(1, columns.length)))
  const groups = Array.from({ length: Math.ceil((rows - headRows) / perGroup) }, (_, at) => headRows + at * perGroup)
  return (
    // A region that scrolls must be reachable by the keyboard, which then scrolls it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-frame" aria-label={t('viewer.text.table')} tabIndex={isWide ? 0 : undefined}>
      <table
        className={origin ? 'sheet-table' : undefined}
        style={{ width: isWide ? `${characters}ch` : '100%' }}
        aria-rowcount={rows}
      >
        <colgroup>
          {origin ? <col style={{ width: `${String(origin.row + rows).length + 2}ch` }} /> : null}
          {columns.map((column, at) => (
            <col key={at} style={{ width: isWide ? `${column.widthCharacters}ch` : `${share(column)}%` }} />
          ))}
        </colgroup>
        <thead>
          {origin ? <Letters columns={columns.length} first={origin.column} /> : null}
          {Array.from({ length: headRows }, (_, row) => (
            <Row key={row} page={page} layout={layout} row={row} />
          ))}
        </thead>
        {groups.map((first) => (
          <RowGroup key={first} page={page} layout={layout} first={first} last={Math.min(rows, first + perGroup)} />
        ))}
      </table>
    </section>
  )
}

function Letters({ columns, first }: { readonly columns: number; readonly first: number }) {
  return (
    <tr className="letters">
      <td />
      {Array.from({ length: columns }, (_, at) => (
        <th key={at} scope="col">
          {columnLetters(first + at)}
        </th>
      ))}
    </tr>
  )
}

type GroupProps = {
  readonly page: PageText
  readonly layout: TableLayout
  readonly first: number
  /** Not included. */
  readonly last: number
}

function RowGroup({ page, layout, first, last }: GroupProps) {
  const place = useRef<HTMLTableSectionElement>(null)
  const { rowStarts } = layout
  const { isNear, height } = useNear(place, (last - first) * ROW_PIXELS)
  const isTarget = useIsTarget(page.start + (rowStarts[first] ?? 0), page.start + (rowStarts[last] ?? 0))
  return (
    <tbody ref={place} {...{ [PLACE]: `text ${page.start + (rowStarts[first] ?? 0)} rows` }}>
      {isNear || isTarget ? (
        Array.from({ length: last - first }, (_, at) => (
          <Row key={first + at} page={page} layout={layout} row={first + at} />
        ))
      ) : (
        <tr aria-hidden="true">
          <td style={{ height }} />
        </tr>
      )}
    </tbody>
  )
}

type RowProps = { readonly page: PageText; readonly layout: TableLayout; readonly row: number }

function Row({ page, layout, row }: RowProps) {
  const { headRows, columns, origin } = layout
  const cells = layout.cells(row)
  if (cells.length === 0) return null
  const Cell = row < headRows ? 'th' : 'td'
  return (
    <tr aria-rowindex={row + 1}>
      {origin ? (
        <th scope="row" className="row-number">
          {origin.row + row}
        </th>
      ) : null}
      {cells.map(({ start, end }, at) => (
        <Cell key={at} scope={Cell === 'th' ? 'col' : undefined} className={columns[at]?.isNumeric ? 'n' : undefined}>
          <RunsView page={page} start={start} end={end} />
        </Cell>
      ))}
    </tr>
  )
}

/** A cell or a row, by offsets of the page's text. */
type Range = { readonly start: number; readonly end: number }

type TableLayout = {
  /** Where each row begins; one more at the end, behind the last line feed. */
  readonly rowStarts: Int32Array
  readonly rows: number
  readonly headRows: number
  readonly columns: readonly TableColumn[]
  /** Column and row of the first cell in its sheet, both from 1; null for a table that is no sheet. */
  readonly origin: { readonly column: number; readonly row: number } | null
  cells(row: number): readonly Range[]
}

type TableColumn = {
  readonly widthCharacters: number
  /** Its longest word: narrower, and words would be broken. */
  readonly wordCharacters: number
  readonly isNumeric: boolean
}

const SAMPLED_ROWS = 400
const NARROWEST = 4
const WIDEST = 34
const LONGEST_WORD = 18

/** Room beside the letters of a cell. */
const PADDING = 2
const NUMBER = /^[-+(]?\s?[£$€]?\s?\d[\d.,'’\s]*\)?\s?(%|€|£)?$/

/** Rows, cells and column widths of a table. Widths come from a sample of rows, so that a table of any length is laid out at once. */
export function tableLayout(text: string, block: TextBlock): TableLayout {
  const { start, end } = block
  const rowStarts = startsOfRows(text, start, end)
  const rows = rowStarts.length - 1
  const isPiped = isMarkdown(text, block)
  const cells = (row: number) => {
    const [from = start, next = end] = [rowStarts[row], rowStarts[row + 1]]
    const to = text.charCodeAt(next - 1) === 10 ? next - 1 : next
    return isPiped ? pipedCells(text, from, to) : tabbedCells(text, from, to)
  }
  const headRows = Math.min(block.level, rows)
  return {
    rowStarts,
    rows,
    headRows,
    columns: sampleColumns(text, rows, headRows, cells),
    origin: originOf(block.firstCell),
    cells,
  }
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter
}

function startsOfRows(text: string, start: number, end: number): Int32Array {
  const starts = [start]
  for (let feed = text.indexOf('\n', start); feed >= 0 && feed < end - 1; feed = text.indexOf('\n', feed + 1))
    starts.push(feed + 1)
  starts.push(end)
  return Int32Array.from(starts)
}

function tabbedCells(text: string, from: number, to: number): readonly Range[] {
  const cells: Range[] = []
  let start = from
  for (let tab = text.indexOf('\t', from); tab >= 0 && tab < to; tab = text.indexOf('\t', tab + 1)) {
    cells.push({ start, end: tab })
    start = tab + 1
  }
  cells.push({ start, end: to })
  return cells
}

/** Markdown keeps its tables as they were typed: cells between upright strokes, the second row a ruler. */
function isMarkdown(text: string, { start, end, level }: TextBlock): boolean {
  const first = text.slice(start, Math.min(end, start + 2000))
  return level === 2 && !first.includes('\t') && first.includes('|')
}

function pipedCells(text: string, from: number, to: number): readonly Range[] {
  const line = text.slice(from, to)
  if (/^[\s|:-]+$/.test(line)) return []
  return [...line.matchAll(/[^|]+/g)]
    .filter(({ 0: cell, index }) => cell.trim() !== '' || (index > 0 && index + cell.length < line.length))
    .map(({ 0: cell, index }) => {
      const start = from + index + (cell.length - cell.trimStart().length)
      return { start, end: Math.max(start, start + cell.trim().length) }
    })
}

function sampleColumns(
  text: string,
  rows: number,
  headRows: number,
  cells: TableLayout['cells'],
): readonly TableColumn[] {
  const step = Math.max(1, Math.floor(rows / SAMPLED_ROWS))
  const columns: { width: number; word: number; filled: number; numbers: number }[] = []
  for (let row = 0; row < rows; row += row < headRows ? 1 : step)
    for (const [at, { start, end }] of cells(row).entries()) {
      const column = (columns[at] ??= { width: 0, word: 0, filled: 0, numbers: 0 })
      column.width = Math.max(column.width, end - start)
      for (const word of text.slice(start, Math.min(end, start + 200)).split(/[\s-]/))
        column.word = Math.max(column.word, word.length)
      if (row < headRows || end === start) continue
      column.filled += 1
      if (NUMBER.test(text.slice(start, Math.min(end, start + 40)).trim())) column.numbers += 1
    }
  return columns.map(({ width, word, filled, numbers }) => ({
    widthCharacters: Math.min(WIDEST, Math.max(NARROWEST, width)) + PADDING,
    wordCharacters: Math.min(LONGEST_WORD, Math.max(NARROWEST, word)) + PADDING,
    isNumeric: filled > 0 && numbers / filled > 0.8,
  }))
}

function originOf(firstCell: string | undefined): TableLayout['origin'] {
  const [, letters, row] = /^([A-Z]{1,3})(\d+)$/.exec(firstCell ?? '') ?? []
  if (!letters || !row) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column, row: Number(row) }
}
