import type { SearchHit } from '../../contract/document.ts'
import type { Highlight } from '../../contract/highlight.ts'
import { AsideColumn } from '../viewer/aside-column.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { DocumentViewer } from '../viewer/document-viewer.tsx'
import { ownDocument, SourceViewer } from '../viewer/source-viewer.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { documentName } from '../../wording/document-name.ts'
import { t } from '../../wording/translate.ts'
import type { DocumentActions } from './document-actions.tsx'
import { DocumentPanel } from './document-panel.tsx'
import { firstPageOf, type OpenedAt } from './page-coverage.tsx'

/** What the right column of the library shows: a document's details or the document itself, or a place that was found. */
export type Shown =
  | { readonly kind: 'document'; readonly documentId: string; readonly opened: OpenedAt | null }
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'highlight'; readonly highlight: Highlight }

type Props = {
  readonly matter: string
  readonly shown: Shown | null
  readonly onShow: (shown: Shown) => void
  readonly actions: DocumentActions
  readonly onClose: () => void
}

/** The right column of the library. */
export function LibraryColumn({ matter, shown, onShow, actions, onClose }: Props) {
  if (!shown)
    return (
      <AsideColumn label={t('library.panel.title')} isPlain isOpened={false} focusKey="" onClose={onClose}>
        <div className="bar">
          <h2>{t('library.panel.title')}</h2>
        </div>
        <p className="soft inset-4">{t('library.panel.hint')}</p>
      </AsideColumn>
    )
  if (shown.kind === 'hit') {
    const { hit } = shown
    return (
      <AsideColumn label={t('library.source.title')} isOpened focusKey={hit.rank} onClose={onClose}>
        <ViewerBar title={documentName(hit.document)} documentId={ownDocument(hit)} page={hit.page} onClose={onClose} />
        <SourceViewer
          matter={matter}
          source={{ ...hit, textVersion: null }}
          page={hit.page}
          spans={[{ start: hit.start, end: hit.end }]}
          detail={
            <section className="detail">
              <h3 className="h">{t('library.source.match', { rank: hit.rank })}</h3>
              {hit.section ? <p>{hit.section}</p> : null}
            </section>
          }
        />
      </AsideColumn>
    )
  }
  if (shown.kind === 'highlight') return <Marked matter={matter} highlight={shown.highlight} onClose={onClose} />
  const { documentId, opened } = shown
  const open = (at: OpenedAt | null) => onShow({ kind: 'document', documentId, opened: at })
  return (
    <AsideColumn
      label={t('library.panel.title')}
      isPlain={!opened}
      isOpened
      focusKey={`${documentId} ${opened?.kind} ${opened?.page} ${opened !== null}`}
      onClose={onClose}
    >
      {opened ? (
        <ReadDocument matter={matter} documentId={documentId} at={opened} onClose={() => open(null)} />
      ) : (
        <DocumentPanel matter={matter} documentId={documentId} onRead={open} actions={actions} onClose={onClose} />
      )}
    </AsideColumn>
  )
}

type MarkedProps = Pick<Props, 'matter' | 'onClose'> & { readonly highlight: Highlight }

/** The page where the words of a highlight stand, or the document where it no longer has them. */
function Marked({ matter, highlight: { highlightId, documentId, document, place }, onClose }: MarkedProps) {
  return (
    <AsideColumn label={t('library.source.title')} isOpened focusKey={highlightId} onClose={onClose}>
      <ViewerBar title={documentName(document)} documentId={documentId} onClose={onClose} />
      <DocumentViewer
        matter={matter}
        documentId={documentId}
        textVersion={null}
        page={place?.page ?? null}
        spans={place === null ? [] : [place]}
      />
    </AsideColumn>
  )
}

type ReadProps = {
  readonly matter: string
  readonly documentId: string
  readonly at: OpenedAt
  readonly onClose: () => void
}

function ReadDocument({ matter, documentId, at, onClose }: ReadProps) {
  const document = useLoaded((of) => of.library.document, { matter, document: documentId })
  const rows = document.value?.pageRows ?? []
  const page = at.page ?? (at.kind ? firstPageOf(rows, at.kind) : (rows[0]?.page ?? null))
  return (
    <>
      <ViewerBar
        title={documentName(document.value?.document ?? '')}
        documentId={documentId}
        page={page}
        onClose={onClose}
      />
      <DocumentViewer matter={matter} documentId={documentId} textVersion={null} page={page} spans={[]} />
    </>
  )
}
