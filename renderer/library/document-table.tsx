import type { DocumentRow } from '../../contract/document.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { CoverageStrip } from './coverage-strip.tsx'
import { canRetry, DOCUMENT_STATES, documentNote, sortDocuments } from './document-states.ts'

type Props = {
  readonly documents: readonly DocumentRow[]
  readonly opened: string | null
  readonly onOpen: (documentId: string) => void
  readonly onRetry: (documentId: string) => void
}

/** The documents of a matter: what needs a person first. */
export function DocumentTable({ documents, opened, onOpen, onRetry }: Props) {
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
          <th scope="col" className="act w-16">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody ref={rovingList}>
        {sortDocuments(documents).map((row) => (
          <Row
            key={row.documentId}
            row={row}
            isOpened={row.documentId === opened}
            onOpen={() => onOpen(row.documentId)}
            onRetry={() => onRetry(row.documentId)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly row: DocumentRow
  readonly isOpened: boolean
  readonly onOpen: () => void
  readonly onRetry: () => void
}

function Row({ row, isOpened, onOpen, onRetry }: RowProps) {
  const { shape, tone, word } = DOCUMENT_STATES[row.state]
  const note = documentNote(row)
  const isUnderWay = row.pagesDone < row.pages
  return (
    <tr className={isOpened ? 'sel' : undefined} data-testid="document" data-state={row.state}>
      <th scope="row">
        <button
          {...{ [ROVING]: '' }}
          type="button"
          className="name"
          aria-current={isOpened ? 'true' : undefined}
          onClick={onOpen}
        >
          {row.document}
        </button>
        {note ? <small>{note}</small> : null}
      </th>
      <td>
        <StateMark shape={shape} tone={tone}>
          {word}
        </StateMark>
      </td>
      <td>
        <CoverageStrip coverage={row} />
      </td>
      <td className="n">{row.pages === 0 ? '' : isUnderWay ? `${row.pagesDone}/${row.pages}` : row.pages}</td>
      <td className="act">
        {canRetry(row) ? (
          <Button isSmall aria-label={`Retry ${row.document}`} onClick={onRetry}>
            Retry
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
