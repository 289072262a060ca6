import type { DocumentDetail } from '../../contract/document.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { viewKind } from '../viewer/view-kind.ts'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { canReplace } from './document-states.ts'
import { DocumentFacts } from './document-facts.tsx'
import { FailurePanel } from './failure-panel.tsx'
import type { OpenedAt } from './library-column.tsx'
import { PageTable } from './page-table.tsx'
import { RecogniseButton } from './recognise-button.tsx'
import { ReplaceButton } from './replace-button.tsx'
import type { DocumentActions } from './use-document-actions.ts'

type Props = {
  readonly matter: string
  readonly documentId: string
  readonly onRead: (at: OpenedAt) => void
  readonly actions: DocumentActions
  readonly onClose: () => void
}

/** One document in detail: its failure if there is one, its pages, where it comes from. */
export function DocumentPanel({ matter, documentId, onRead, actions, onClose }: Props) {
  const document = useLoaded(
    `${matter}/${documentId}`,
    (client, signal) => client.library.document({ matter, document: documentId }, { signal }),
    (event) => event.type === 'documents-changed' && event.matter === matter,
  )
  const detail = document.value
  return (
    <>
      <ViewerBar title={detail?.document ?? 'Document'} onClose={onClose} />
      <div className="grid gap-5 p-4">
        <FailureNote failure={document.failure} />
        {!detail && !document.failure ? <Opening>Opening the document.</Opening> : null}
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
            Open the document
          </Button>
        ) : null}
        {detail.characters > 0 ? (
          <PlaceLink className="btn small" to={{ libraryTab: 'summary', summarised: detail.documentId }}>
            Summarise
          </PlaceLink>
        ) : null}
        <RecogniseButton matter={matter} document={detail} />
        {canReplace(detail) ? <ReplaceButton row={detail} actions={actions} /> : null}
        <Button look="quiet" isSmall onClick={() => actions.remove(detail)}>
          Remove the document…
        </Button>
      </div>
      {detail.warnings.length > 0 ? (
        <section aria-label="Noticed while reading">
          <h3 className="h">Noticed while reading</h3>
          <ul className="soft grid gap-1">
            {detail.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
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
