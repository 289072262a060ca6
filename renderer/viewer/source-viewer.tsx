import { useRef, useState } from 'react'
import type { PassageSource } from '../../contract/answers/answer.ts'
import type { PageText } from '../../contract/document.ts'
import { pageUnit } from '../../contract/page-unit.ts'
import { Button } from '../parts/button.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { placeWords } from './citation-words.ts'
import { DocumentViewer } from './document-viewer.tsx'
import { orderedSpans } from './text/marked-text.tsx'
import type { Span } from './text/text-context.ts'
import { TextView } from './text/text-view.tsx'
import { usePlaceKept } from './place-keeper.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly matter: string
  readonly source: Pick<PassageSource, 'documentId' | 'reference' | 'textVersion'>
  readonly page: number | null
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly detail: React.ReactNode
}

/** The page of a source: a document of the matter, or one of a reference library. */
export function SourceViewer({ matter, source: { documentId, reference, textVersion }, ...shown }: Props) {
  if (reference !== null) return <ReferenceViewer reference={reference} documentId={documentId} {...shown} />
  return <DocumentViewer matter={matter} documentId={documentId} textVersion={textVersion} {...shown} />
}

/** The document of the matter that a source is; none where it is of a reference library. */
export function ownDocument({ documentId, reference }: Pick<PassageSource, 'documentId' | 'reference'>) {
  return reference === null ? documentId : undefined
}

type ReferenceViewerProps = {
  /** The name of the library. */
  readonly reference: string
  readonly documentId: string
  readonly page: number | null
  readonly spans: readonly Span[]
  readonly detail?: React.ReactNode
}

/** A document of a reference library: its text at the page that is cited. Libraries keep the text, not the file. */
function ReferenceViewer({ reference, documentId, page, spans, detail }: ReferenceViewerProps) {
  const [isWhole, setWhole] = useState(false)
  const { value, failure } = useLoaded((of) => of.reference.text, { reference, documentId })
  const viewer = useRef<HTMLDivElement>(null)
  const [first] = spans
  usePlaceKept(viewer, {
    aim: { page: isWhole ? null : page, mark: 'cited' },
    going: `${documentId} ${page} ${first?.start}`,
    look: String(isWhole),
    onSee: () => {},
  })
  return (
    <div className="viewer" ref={viewer}>
      <p className="small">
        <b>{t('viewer.place.reference', { reference })}</b>
      </p>
      {detail}
      {value ? <Place document={value} page={page} isWhole={isWhole} onWhole={() => setWhole(!isWhole)} /> : null}
      <TextView
        pages={value?.pages ?? null}
        failure={failure}
        page={isWhole ? null : page}
        titleOf={(one) => (one.page === null || !value ? null : placeOf(value, one.page))}
        isFlowing={false}
        zoom={1}
        marks={{ kept: [], cited: orderedSpans(spans), found: [], current: null }}
        target={first ? { offset: first.start, times: 0 } : null}
        onJump={() => {}}
      />
    </div>
  )
}

type Text = { readonly document: string; readonly mediaType: string; readonly pages: readonly PageText[] }

type PlaceProps = {
  readonly document: Text
  readonly page: number | null
  readonly isWhole: boolean
  readonly onWhole: () => void
}

function Place({ document, page, isWhole, onWhole }: PlaceProps) {
  return (
    <p className="page-line">
      <span data-testid="page-line">
        {page === null
          ? t('viewer.place.ofLibraryNoPages')
          : t('viewer.place.ofLibrary', { place: placeOf(document, page) })}
      </span>
      <span className="end">
        {document.pages.length > 1 ? (
          <Button look="link" isSmall onClick={onWhole}>
            {isWhole ? t(`viewer.leaf.only.${pageUnit(kindOf(document))}`) : t('viewer.leaf.whole')}
          </Button>
        ) : null}
      </span>
    </p>
  )
}

/** `Chapter 2 of 12: Parties`. */
function placeOf(document: Text, page: number): string {
  const { pages } = document
  return placeWords({ mediaType: kindOf(document), pages: pages.length, pageRows: pages }, page)
}

/** Engines of before tell no type; the ending of the name says as much. */
function kindOf({ document, mediaType }: Text): string {
  return mediaType || document
}
