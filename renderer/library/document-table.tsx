import { useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/marks.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { CoverageStrip } from './coverage-strip.tsx'
import { type DocumentActions, ReplaceButton } from './document-actions.tsx'
import {
  arrangeDocuments,
  type ArrangedRow,
  DOCUMENT_STATES,
  documentNote,
  rowAction,
  rowName,
  takesPassword,
} from './document-states.ts'
import type { SegmentKind } from './page-coverage.ts'

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
    <table className="data lib" aria-label={t('library.title')}>
      <thead>
        <tr>
          <th scope="col">{t('library.table.document')}</th>
          <th scope="col" className="col-state">
            {t('library.table.state')}
          </th>
          <th scope="col" className="col-page">
            {t('library.table.pages')}
          </th>
          <th scope="col" className="n col-count">
            <span className="visually-hidden">{t('library.table.numberOfPages')}</span>
          </th>
          <th scope="col" className="act col-act">
            <span className="visually-hidden">{t('library.table.actions')}</span>
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
  const { shape, tone } = DOCUMENT_STATES[row.state]
  const note = documentNote(row, parent)
  const pages = formatNumber(row.pages)
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
          {t(`library.states.${row.state}`)}
        </StateMark>
      </td>
      <td>
        <CoverageStrip coverage={row} onOpen={onPage} />
      </td>
      <td className="n">{row.pages === 0 ? '' : isUnderWay ? `${formatNumber(row.pagesDone)}/${pages}` : pages}</td>
      <td className="act">
        <RowAction row={row} actions={actions} />
      </td>
    </tr>
  )
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
          onClick={() => actions.remove(row)}
        >
          {t('library.table.remove')}
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
          isOff={password === '' || action.isBusy}
          aria-label={t('library.table.openDocument', { document })}
        >
          {t('library.table.open')}
        </Button>
      </div>
      <FailureNote failure={action.failure} />
    </form>
  )
}
