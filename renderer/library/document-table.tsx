import { useMemo, useRef, useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { ARROWS_ONLY, ROVING, rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { breakable } from '../parts/file-name.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/marks.tsx'
import { useClient } from '../state/assistant-context.ts'
import { createNearWatch, NearContext, useNear } from '../state/near-watch.ts'
import { useAction } from '../state/use-action.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { CoverageStrip, type SegmentKind } from './page-coverage.tsx'
import {
  type ArrangedRow,
  type Folder,
  folderOf,
  inFolders,
  type Line,
  linesOf,
  pressedSorting,
  type Sorting,
  type SortKey,
} from './arrange-documents.ts'
import { type DocumentActions, ReplaceButton } from './document-actions.tsx'
import { documentNote, rowAction, rowName, stateShown, takesPassword } from './document-states.ts'
import type { Selection } from './selection-bar.tsx'

type Props = {
  readonly matter: string
  readonly documents: readonly DocumentRow[]
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
  readonly selection: Selection
  readonly opened: string | null
  readonly onOpen: (documentId: string) => void
  /** Opens the first page of a kind. */
  readonly onPage: (documentId: string, kind: SegmentKind) => void
  readonly actions: DocumentActions
}

/**
 * The documents of a matter by their folders, in the order that was chosen; what lies in another document is below it. Only what is
 * near to what is seen is drawn, so that thousands show like ten.
 */
export function DocumentTable(props: Props) {
  const { documents, sorting, selection } = props
  const [closed, setClosed] = useState<readonly string[]>([])
  const [near] = useState(createNearWatch)
  const folders = useMemo(() => inFolders(documents, sorting), [documents, sorting])
  const lines = useMemo(() => linesOf(folders, closed), [folders, closed])
  const ids = useMemo(() => idsIn(folders), [folders])
  const toggle = (path: string) =>
    setClosed((before) => (before.includes(path) ? before.filter((one) => one !== path) : [...before, path]))
  const pieces = inPieces(lines)
  return (
    <div className="lib-room">
      <NearContext value={near}>
        <table className="data lib" aria-label={t('library.title')} aria-rowcount={lines.length + 1} ref={rovingList}>
          <TableHead {...props} ids={ids} />
          {pieces.map((piece, index) => (
            <Piece
              // By its place: a document that comes or goes moves the lines of all pieces behind it.
              key={index}
              lines={piece}
              firstRow={2 + index * LINES_A_PIECE}
              // The keys Home and End lead there.
              isAlways={index === 0 || index === pieces.length - 1}
              opened={props.opened}
            >
              {(line, row) =>
                line.kind === 'folder' ? (
                  <FolderRow
                    key={keyOf(line)}
                    {...line}
                    {...{ row, selection }}
                    onToggle={() => toggle(line.folder.path)}
                  />
                ) : (
                  <Row key={keyOf(line)} {...line} {...props} rowIndex={row} />
                )
              }
            </Piece>
          ))}
        </table>
      </NearContext>
    </div>
  )
}

function keyOf(line: Line): string {
  return line.kind === 'folder' ? `folder ${line.folder.path}` : line.row.documentId
}

/** So many lines come and go together. */
const LINES_A_PIECE = 50
/** About what a line takes, in CSS pixels, before it was drawn. */
const LINE_HEIGHT = 40
const COLUMNS = 7

function inPieces(lines: readonly Line[]): readonly (readonly Line[])[] {
  return Array.from({ length: Math.ceil(lines.length / LINES_A_PIECE) }, (_, at) =>
    lines.slice(at * LINES_A_PIECE, (at + 1) * LINES_A_PIECE),
  )
}

type PieceProps = {
  readonly lines: readonly Line[]
  /** The row of the table that the first line is, from 1. */
  readonly firstRow: number
  readonly isAlways: boolean
  readonly opened: string | null
  readonly children: (line: Line, row: number) => React.ReactNode
}

/** Some lines of the table, or the room that they take. */
function Piece({ lines, firstRow, isAlways, opened, children }: PieceProps) {
  const place = useRef<HTMLTableSectionElement>(null)
  const { isNear, height } = useNear(place, lines.length * LINE_HEIGHT)
  const isDrawn = isNear || isAlways || lines.some((line) => line.kind === 'document' && line.row.documentId === opened)
  return (
    <tbody ref={place}>
      {isDrawn ? (
        lines.map((line, at) => children(line, firstRow + at))
      ) : (
        <tr aria-hidden="true">
          <td colSpan={COLUMNS} style={{ height, padding: 0 }} />
        </tr>
      )}
    </tbody>
  )
}

/** The documents that can be ticked: those that were added themselves. */
function idsIn(folders: readonly Folder[]): readonly string[] {
  return folders.flatMap(({ rows }) => rows.flatMap(({ row }) => (canTick(row) ? [row.documentId] : [])))
}

/** Not by how deep it stands: what lies in a document that is not shown stands at the edge. */
function canTick({ parent }: DocumentRow): boolean {
  return parent === null
}

type TableHeadProps = Pick<Props, 'sorting' | 'onSort' | 'selection'> & { readonly ids: readonly string[] }

function TableHead({ sorting, onSort, selection, ids }: TableHeadProps) {
  const sortedBy = { sorting, onSort }
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className="col-tick">
          <Tick label={t('library.selection.all')} ids={ids} selection={selection} />
        </td>
        <SortHead by="name" {...sortedBy} />
        <SortHead by="attention" className="col-state" {...sortedBy} />
        <SortHead by="pages" className="col-page" {...sortedBy} />
        <th scope="col" className="n col-count">
          <span className="visually-hidden">{t('library.table.numberOfPages')}</span>
        </th>
        <SortHead by="added" className="col-added hide-narrow" {...sortedBy} />
        <th scope="col" className="act col-act">
          <span className="visually-hidden">{t('library.table.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}

type SortHeadProps = Pick<Props, 'sorting' | 'onSort'> & { readonly by: SortKey; readonly className?: string }

/** The head of a column that sorts by it; pressed again, the other way round. */
function SortHead({ by, className, sorting, onSort }: SortHeadProps) {
  const isSorted = sorting.by === by
  // Names and states rise at first, pages and days fall.
  const isRising = (by === 'name' || by === 'attention') !== sorting.isReversed
  return (
    <th scope="col" className={className} aria-sort={isSorted ? (isRising ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        className="sort"
        title={t(`library.sort.${by}`)}
        onClick={() => onSort(pressedSorting(sorting, by))}
      >
        {t(`library.columns.${by}`)}
        <span aria-hidden="true">{isSorted ? (isRising ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
}

type TickProps = { readonly label: string; readonly ids: readonly string[]; readonly selection: Selection }

/** Ticks one document or many; half ticked where only some of them are. */
function Tick({ label, ids, selection }: TickProps) {
  const count = ids.filter((id) => selection.has(id)).length
  const isAll = count > 0 && count === ids.length
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !isAll
      }}
      onChange={() => selection.set(ids, !isAll)}
    />
  )
}

type FolderRowProps = {
  readonly folder: Folder
  readonly isOpen: boolean
  readonly row: number
  readonly selection: Selection
  readonly onToggle: () => void
}

function FolderRow({ folder, isOpen, row, selection, onToggle }: FolderRowProps) {
  const { path } = folder
  const ids = idsIn([folder])
  return (
    <tr className="folder" data-testid="folder" aria-rowindex={row}>
      <td>
        <Tick label={t('library.selection.folder', { folder: path })} ids={ids} selection={selection} />
      </td>
      <th scope="rowgroup" colSpan={6}>
        <button
          type="button"
          {...{ [ROVING]: ARROWS_ONLY }}
          className="fold"
          aria-expanded={isOpen}
          data-state={isOpen ? 'open' : 'closed'}
          onClick={onToggle}
        >
          <span className={isOpen ? 'chev open' : 'chev'} aria-hidden="true" />
          <b>{path}</b> <span className="muted num">{formatNumber(ids.length)}</span>
        </button>
      </th>
    </tr>
  )
}

type RowProps = ArrangedRow &
  Pick<Props, 'matter' | 'selection' | 'opened' | 'onOpen' | 'onPage' | 'actions'> & { readonly rowIndex: number }

function Row({ matter, row, rowIndex, depth, parent, selection, opened, onOpen, onPage, actions }: RowProps) {
  const { documentId, document } = row
  const isOpened = documentId === opened
  const { shape, tone, words } = stateShown(row)
  const note = documentNote(row, parent)
  const pages = formatNumber(row.pages)
  const isUnderWay = row.pagesDone < row.pages
  return (
    <tr className={isOpened ? 'sel' : undefined} data-testid="document" data-state={row.state} aria-rowindex={rowIndex}>
      <td>
        {canTick(row) ? (
          <Tick label={t('library.selection.one', { document })} ids={[documentId]} selection={selection} />
        ) : null}
      </td>
      <th scope="row">
        <div className="nested" style={{ '--depth': Math.min(depth, 4) } as React.CSSProperties}>
          <button
            {...{ [ROVING]: '' }}
            type="button"
            className="name"
            aria-current={isOpened ? 'true' : undefined}
            title={document}
            onClick={() => onOpen(documentId)}
          >
            {breakable(nameInFolder(row, parent))}
          </button>
          {note ? <small>{note}</small> : null}
          {takesPassword(row) ? <PasswordForm matter={matter} row={row} /> : null}
        </div>
      </th>
      <td>
        <StateMark shape={shape} tone={tone}>
          {words}
        </StateMark>
      </td>
      <td>
        <CoverageStrip coverage={row} onOpen={(kind) => onPage(documentId, kind)} />
      </td>
      <td className="n">{row.pages === 0 ? '' : isUnderWay ? `${formatNumber(row.pagesDone)}/${pages}` : pages}</td>
      <td className="num soft added hide-narrow one-line">{formatDate(row.addedAt)}</td>
      <td className="act">
        <RowAction row={row} actions={actions} />
      </td>
    </tr>
  )
}

/** Below its folder a document goes without the name of that. */
function nameInFolder(row: DocumentRow, parent: DocumentRow | null): string {
  const folder = folderOf(row)
  const name = rowName(row, parent)
  return folder === '' ? name : name.slice(folder.length + 1)
}

type RowActionProps = { readonly row: DocumentRow; readonly actions: DocumentActions }

/** The one button of a document's row: what is most likely to help. The others are in its panel. */
function RowAction({ row, actions }: RowActionProps) {
  const { document } = row
  switch (rowAction(row)) {
    case 'retry':
      return (
        <Button
          isSmall
          aria-label={t('library.table.retryDocument', { document })}
          onClick={() => actions.retry(row.documentId, null)}
        >
          {t('library.table.retry')}
        </Button>
      )
    case 'replace':
      return <ReplaceButton row={row} actions={actions} />
    case 'skip':
      return (
        <Button
          look="quiet"
          isSmall
          aria-label={t('library.table.skipDocument', { document })}
          onClick={() => actions.skip(row)}
        >
          {t('library.table.skip')}
        </Button>
      )
    case 'remove':
      return (
        <Button
          look="quiet"
          isSmall
          aria-label={t('library.table.removeDocument', { document })}
          onClick={() => actions.remove([row])}
        >
          {t('frame.buttons.askToRemove')}
        </Button>
      )
    default:
      return null
  }
}

type PasswordFormProps = { readonly matter: string; readonly row: DocumentRow }

/** Reads a document that is locked with its password, in its place. A wrong one shows in the row, once it was tried. */
function PasswordForm({ matter, row: { document, documentId } }: PasswordFormProps) {
  const client = useClient()
  const action = useAction()
  const [password, setPassword] = useState('')
  const open = async () => {
    if (password === '') return
    await action.run(
      () => client.library.unlock({ matter, document: documentId, password }),
      t('library.table.stillLocked'),
    )
    setPassword('')
  }
  return (
    <form
      className="stack-1 above-1"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <div className="btns">
        <input
          type="password"
          className="password"
          autoComplete="off"
          aria-label={t('library.table.passwordOf', { document })}
          placeholder={t('library.table.password')}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button
          type="submit"
          isSmall
          isBusy={action.isBusy}
          whyOff={password === '' ? t('frame.off.noPassword') : null}
          aria-label={t('library.table.openDocument', { document })}
        >
          {t('library.table.open')}
        </Button>
      </div>
      <FailureNote failure={action.failure} />
    </form>
  )
}
