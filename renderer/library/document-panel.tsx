import type { DocumentDetail, PageRow } from '../../contract/document.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { Opening } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { comparePlace, previousPlace } from '../state/place.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { viewKind } from '../viewer/view-kind.ts'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { formatBytes } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { CoverageSample, coverageSegments, coverageWords, type OpenedAt, pageRuns } from './page-coverage.tsx'
import { type DocumentActions, ReplaceButton } from './document-actions.tsx'
import { canReplace, passageWords } from './document-states.ts'
import { FailurePanel } from './failure-panel.tsx'
import { useState } from 'react'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'

type Props = {
  readonly matter: string
  readonly documentId: string
  readonly onRead: (at: OpenedAt) => void
  readonly actions: DocumentActions
  readonly onClose: () => void
}

/** One document in detail: its failure if there is one, its pages, where it comes from. */
export function DocumentPanel({ matter, documentId, onRead, actions, onClose }: Props) {
  const document = useLoaded((of) => of.library.document, { matter, document: documentId })
  const detail = document.value
  return (
    <>
      <ViewerBar title={detail?.document ?? t('library.panel.title')} onClose={onClose} />
      <div className="stack-5 inset-4">
        <FailureNote failure={document.failure} />
        {!detail && !document.failure ? <Opening>{t('library.panel.opening')}</Opening> : null}
        {detail ? <Detail matter={matter} detail={detail} onRead={onRead} actions={actions} /> : null}
      </div>
    </>
  )
}

type DetailProps = Pick<Props, 'matter' | 'onRead' | 'actions'> & { readonly detail: DocumentDetail }

function Detail({ matter, detail, onRead, actions }: DetailProps) {
  const hasProblem = detail.error !== null || detail.pagesFailed > 0
  const canRead = detail.characters > 0 || viewKind(detail) !== 'text'
  return (
    <>
      {hasProblem ? <FailurePanel document={detail} actions={actions} /> : null}
      <div className="btns">
        {canRead ? (
          <Button isSmall onClick={() => onRead({})}>
            {t('library.panel.open')}
          </Button>
        ) : null}
        {detail.characters > 0 ? (
          <PlaceLink className="btn small" to={{ libraryTab: 'summary', summarised: detail.documentId }}>
            {t('library.panel.summarise')}
          </PlaceLink>
        ) : null}
        {detail.characters > 0 ? (
          <PlaceLink className="btn small" to={comparePlace(detail.documentId)}>
            {t('library.panel.compare')}
          </PlaceLink>
        ) : null}
        <RecogniseButton matter={matter} document={detail} />
        {canReplace(detail) ? <ReplaceButton row={detail} actions={actions} /> : null}
        <Button look="quiet" isSmall onClick={() => actions.remove([detail])}>
          {t('library.panel.remove')}
        </Button>
      </div>
      <PreviousVersion matter={matter} document={detail} />
      {detail.notices.length > 0 ? (
        <section aria-label={t('library.panel.noticed')}>
          <h3 className="h">{t('library.panel.noticed')}</h3>
          <ul className="soft stack-1">
            {detail.notices
              .map(({ text }) => messageText(text))
              .map((words) => (
                <li key={words}>{words}</li>
              ))}
          </ul>
        </section>
      ) : null}
      {detail.pageRows.length > 0 ? (
        <PageTable rows={detail.pageRows} onPage={canRead ? (page) => onRead({ page }) : null} />
      ) : null}
      <DocumentFacts document={detail} />
    </>
  )
}

/** Where a document comes from and what was made of it. */
function DocumentFacts({ document }: { readonly document: DocumentDetail }) {
  return (
    <dl className="kv">
      <dt>{t('library.panel.size')}</dt>
      <dd>{formatBytes(document.bytes)}</dd>
      <dt>{t('library.panel.passages')}</dt>
      <dd>{passageWords(document)}</dd>
      {document.reader ? (
        <>
          <dt>{t('library.panel.reader')}</dt>
          <dd>{t('library.panel.readerAlone', { reader: document.reader })}</dd>
        </>
      ) : null}
      <dt>{t('library.panel.checksum')}</dt>
      <dd>
        <HashText hash={document.sha256} />
      </dd>
      {document.sameAs ? (
        <>
          <dt>{t('library.panel.sameFile')}</dt>
          <dd>{document.sameAs}</dd>
        </>
      ) : null}
      <dt>{t('library.panel.added')}</dt>
      <dd>{formatTime(document.addedAt)}</dd>
    </dl>
  )
}

type PageTableProps = {
  readonly rows: readonly PageRow[]
  /** Opens a page; null where nothing can be shown. */
  readonly onPage: ((page: number) => void) | null
}

/** How each page was read; pages alike stand in one row, which opens its first. */
function PageTable({ rows, onPage }: PageTableProps) {
  const count = (state: PageRow['state']) => rows.filter((row) => row.state === state).length
  const segments = coverageSegments({
    pages: rows.length,
    pagesDone: rows.length,
    pagesWithText: count('text'),
    pagesByOcr: count('ocr'),
    pagesEmpty: count('empty'),
    pagesFailed: count('failed'),
  })
  return (
    <section className="rule-top" aria-label={t('library.panel.pages')}>
      <h3 className="h">
        {t('library.panel.pages')} <span className="muted">{coverageWords(segments)}</span>
      </h3>
      <table className="calc">
        <tbody>
          {pageRuns(rows).map(({ from, to, state, reason, characters }) => (
            <tr key={from ?? 0}>
              <th scope="row" className="page-number">
                {from === null || !onPage ? (
                  runWords(from, to)
                ) : (
                  <Button
                    look="link"
                    aria-label={t('library.panel.openPage', { pages: runWords(from, to), page: String(from) })}
                    onClick={() => onPage(from)}
                  >
                    {runWords(from, to)}
                  </Button>
                )}
              </th>
              <td>
                <CoverageSample kind={state} />
                {t(`library.pageKinds.${state}`)}
                {reason ? `: ${reason}` : ''}
              </td>
              <td className="n muted">{characters > 0 ? t('library.panel.characters', { count: characters }) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function runWords(from: number | null, to: number | null): string {
  if (from === null) return t('library.panel.allPages')
  return from === to ? String(from) : `${from}–${to}`
}

type RecogniseButtonProps = { readonly matter: string; readonly document: DocumentDetail }

/** Reads every page of a PDF from its picture as well: where its own text is garbled, or a part of a page was missed. */
function RecogniseButton({ matter, document }: RecogniseButtonProps) {
  const client = useClient()
  const action = useAction()
  if (document.mediaType !== 'application/pdf' || document.pagesDone === 0) return null
  const recognise = () => client.library.recognise({ matter, document: document.documentId, ocr: 'always' })
  return (
    <>
      <Button look="quiet" isSmall isBusy={action.isBusy} onClick={() => void action.run(recognise)}>
        {t('library.panel.readByOcr')}
      </Button>
      <FailureNote failure={action.failure} />
    </>
  )
}

type PreviousVersionProps = { readonly matter: string; readonly document: DocumentDetail }

/** What is kept of a document from before its file was replaced: compared with what it is now, or deleted. */
function PreviousVersion({ matter, document: { document, documentId, previous } }: PreviousVersionProps) {
  const client = useClient()
  const [isAsked, ask] = useState(false)
  if (previous === null) return null
  const size = formatBytes(previous.bytes)
  return (
    <section className="stack-2" aria-label={t('library.panel.previous')}>
      <h3 className="h">{t('library.panel.previous')}</h3>
      <p className="soft">{t('library.panel.replaced', { time: formatTime(previous.replacedAt), size })}</p>
      <div className="btns">
        <PlaceLink className="btn small" to={previousPlace(documentId)}>
          {t('library.panel.comparePrevious')}
        </PlaceLink>
        <Button look="quiet" isSmall onClick={() => ask(true)}>
          {t('library.panel.deletePrevious')}
        </Button>
      </div>
      {isAsked ? (
        <ConfirmRemoval
          verb="delete"
          title={t('library.remove.askPrevious', { document })}
          work={() => client.library.removePrevious({ matter, document: documentId })}
          kept={t('library.remove.previousKept')}
          onClose={() => ask(false)}
        >
          <p className="soft">{t('library.remove.whatGoesOfPrevious')}</p>
        </ConfirmRemoval>
      ) : null}
    </section>
  )
}
