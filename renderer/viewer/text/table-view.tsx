import { useMemo, useRef } from 'react'
import type { PageText, TextBlock } from '../../../contract/document.ts'
import { useNear } from '../../state/near-watch.ts'
import { RunsView } from './runs-view.tsx'
import { columnLetters, type TableColumn, type TableLayout, tableLayout } from './table-layout.ts'
import { useTarget } from './text-context.ts'

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
    <section className="table-frame" aria-label="Table" tabIndex={isWide ? 0 : undefined}>
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
  const isTarget = useTarget(place, page.start + (rowStarts[first] ?? 0), page.start + (rowStarts[last] ?? 0))
  return (
    <tbody ref={place}>
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
