import { useState } from 'react'
import type { DocumentDetail } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { Opening } from '../parts/opening.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { viewKind } from '../viewer/view-kind.ts'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { formatBytes } from '../wording/format-bytes.ts'
import { formatTime } from '../wording/format-time.ts'
import { FailurePanel } from './failure-panel.tsx'
import type { OpenedAt } from './library-column.tsx'
import { PageTable } from './page-table.tsx'
import { RecogniseButton } from './recognise-button.tsx'
import { RemoveDocument } from './remove-document.tsx'

type Props = {
  readonly matter: string
  readonly documentId: string
  readonly onRead: (at: OpenedAt) => void
  readonly onRetry: () => void
  readonly onClose: () => void
}

/** One document in detail: its failure if there is one, its pages, where it comes from. */
export function DocumentPanel({ matter, documentId, onRead, onRetry, onClose }: Props) {
  const [isRemoving, setRemoving] = useState(false)
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
        {detail ? (
          <Detail
            matter={matter}
            detail={detail}
            onRead={onRead}
            onRetry={onRetry}
            onRemove={() => setRemoving(true)}
          />
        ) : null}
      </div>
      {isRemoving && detail ? (
        <RemoveDocument
          matter={matter}
          documentId={documentId}
          name={detail.document}
          onRemoved={onClose}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </>
  )
}

type DetailProps = Pick<Props, 'matter' | 'onRead' | 'onRetry'> & {
  readonly detail: DocumentDetail
  readonly onRemove: () => void
}

function Detail({ matter, detail, onRead, onRetry, onRemove }: DetailProps) {
  const hasProblem = detail.error !== null || detail.pagesFailed > 0
  const canRead = detail.characters > 0 || viewKind(detail) !== 'text'
  return (
    <>
      {hasProblem ? <FailurePanel document={detail} onRetry={onRetry} /> : null}
      <div className="btns">
        {canRead ? (
          <Button isSmall onClick={() => onRead({})}>
            Open the document
          </Button>
        ) : null}
        <RecogniseButton matter={matter} document={detail} />
        <Button look="quiet" isSmall onClick={onRemove}>
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
      <dl className="kv">
        <dt>Size</dt>
        <dd>{formatBytes(detail.bytes)}</dd>
        <dt>Passages</dt>
        <dd>
          {detail.passages === 0
            ? 'none'
            : `${detail.passages}, ${detail.passagesEmbedded} of them found by meaning as well`}
        </dd>
        <dt>Reader</dt>
        <dd>{detail.reader}, own process, no network</dd>
        <dt>File</dt>
        <dd>
          sha256 <HashText hash={detail.sha256} />
        </dd>
        {detail.sameAs ? (
          <>
            <dt>Same file</dt>
            <dd>{detail.sameAs}</dd>
          </>
        ) : null}
        <dt>Added</dt>
        <dd>{formatTime(detail.addedAt)}</dd>
      </dl>
    </>
  )
}
