import type { DocumentRow } from '../../contract/document.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { StateMark } from '../parts/state-mark.tsx'
import { CoverageStrip } from './coverage-strip.tsx'
import type { SegmentKind } from './coverage.ts'
import {
  type ArrangedRow,
  arrangeDocuments,
  DOCUMENT_STATES,
  documentNote,
  rowName,
  takesPassword,
} from './document-states.ts'
import { PasswordForm } from './password-form.tsx'
import { RowAction } from './row-action.tsx'
import type { DocumentActions } from './use-document-actions.ts'

type Props = {
  readonly matter: string
  readonly documents: readonly DocumentRow[]
  readonly opened: string | null
  readonly onOpen: (documentId: string) => void
  /** Opens the first page of a kind. */
  readonly onPage: (documentId: string, kind: SegmentKind) => void
  readonly actions: DocumentActions
}

/** The documents of a matter: what needs a person first, and what lies in another document below it. */
export function DocumentTable({ matter, documents, opened, onOpen, onPage, actions }: Props) {
  return (
    <table className="data lib" aria-label="Documents">
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col" className="w-34">
            State
          </th>
          <th scope="col" className="col-page">
            Pages
          </th>
          <th scope="col" className="n w-18">
            <span className="visually-hidden">Number of pages</span>
          </th>
          <th scope="col" className="act w-20">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody ref={rovingList}>
        {arrangeDocuments(documents).map((arranged) => {
          const { documentId } = arranged.row
          return (
            <Row
              key={documentId}
              matter={matter}
              {...arranged}
              isOpened={documentId === opened}
              onOpen={() => onOpen(documentId)}
              onPage={(kind) => onPage(documentId, kind)}
              actions={actions}
            />
          )
        })}
      </tbody>
    </table>
  )
}

type RowProps = ArrangedRow & {
  readonly matter: string
  readonly isOpened: boolean
  readonly onOpen: () => void
  readonly onPage: (kind: SegmentKind) => void
  readonly actions: DocumentActions
}

function Row({ matter, row, depth, parent, isOpened, onOpen, onPage, actions }: RowProps) {
  const { shape, tone, word } = DOCUMENT_STATES[row.state]
  const note = documentNote(row, parent)
  const isUnderWay = row.pagesDone < row.pages
  return (
    <tr className={isOpened ? 'sel' : undefined} data-testid="document" data-state={row.state}>
      <th scope="row">
        <div className="nested" style={{ '--depth': Math.min(depth, 4) } as React.CSSProperties}>
          <button
            {...{ [ROVING]: '' }}
            type="button"
            className="name"
            aria-current={isOpened ? 'true' : undefined}
            onClick={onOpen}
          >
            {rowName(row, parent)}
          </button>
          {note ? <small>{note}</small> : null}
          {takesPassword(row) ? <PasswordForm matter={matter} row={row} /> : null}
        </div>
      </th>
      <td>
        <StateMark shape={shape} tone={tone}>
          {word}
        </StateMark>
      </td>
      <td>
        <CoverageStrip coverage={row} onOpen={onPage} />
      </td>
      <td className="n">{row.pages === 0 ? '' : isUnderWay ? `${row.pagesDone}/${row.pages}` : row.pages}</td>
      <td className="act">
        <RowAction row={row} actions={actions} />
      </td>
    </tr>
  )
}
