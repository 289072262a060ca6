import { useState } from 'react'
import type { DocumentDetail, PageBoxes } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { documentName } from '../wording/document-name.ts'
import { type Zoom, ZOOMS } from './page-frame.tsx'
import { PageLine } from './page-line.tsx'
import { PdfView } from './pdf-view.tsx'
import { TextView } from './text-view.tsx'

type Spans = readonly { readonly start: number; readonly end: number }[]

type Props = {
  readonly matter: string
  readonly documentId: string
  /** The reading that an answer cites; null for the present one. */
  readonly textVersion: number | null
  /** Where to begin; null for formats without pages. */
  readonly page: number | null
  /** The words to mark, as offsets of the document's text. */
  readonly spans: Spans
  readonly detail?: React.ReactNode
}

/** A document at one of its pages, with words marked: the page itself for a PDF, the text for all else. */
export function DocumentViewer(props: Props) {
  const { matter, documentId, textVersion, spans } = props
  const document = useLoaded(`${matter}/${documentId}`, (client, signal) =>
    client.library.document({ matter, document: documentId }, { signal }),
  )
  const boxes = useLoaded(
    `${documentId} ${textVersion} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`,
    (client, signal) =>
      spans.length === 0
        ? Promise.resolve([])
        : client.library.boxes({ matter, document: documentId, textVersion, spans: [...spans] }, { signal }),
  )
  if (document.failure)
    return (
      <div className="viewer">
        <FailureNote failure={document.failure} />
      </div>
    )
  return <Viewer {...props} document={document.value} boxes={boxes.value ?? []} unmarked={boxes.failure} />
}

type ViewerProps = Props & {
  readonly document: DocumentDetail | null
  readonly boxes: readonly PageBoxes[]
  /** Why it is not known where the words stand. */
  readonly unmarked: UserFailure | null
}

function Viewer(props: ViewerProps) {
  const { page, detail, document, boxes, unmarked } = props
  const [shown, leaf] = useLeaf(openedKey(props), boxes[0]?.page ?? page ?? 1)
  const [isWhole, setWhole] = useState(false)
  const [zoom, setZoom] = useState<Zoom>('text')
  if (!document) return <div className="viewer">{detail}</div>
  const isPdf = document.mediaType === 'application/pdf'
  const hasPages = isPdf || page !== null
  return (
    <div className="viewer">
      {detail}
      <ReadAnew cited={props.textVersion} present={document.textVersion} />
      <PageLine
        document={document}
        page={hasPages ? shown : null}
        onLeaf={isWhole ? null : leaf}
        size={isPdf ? <Sizes zoom={zoom} onZoom={setZoom} /> : null}
        whole={
          <Button look="link" isSmall onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'only this page' : 'whole document'}
          </Button>
        }
      />
      {isPdf ? (
        <>
          <Unmarked failure={unmarked} />
          <PdfView {...props} name={documentName(document.document)} page={shown} isWhole={isWhole} zoom={zoom} />
        </>
      ) : (
        <TextView {...props} page={hasPages ? shown : null} isWhole={isWhole} />
      )}
    </div>
  )
}

/** Said where the file has changed since an answer cited it. */
function ReadAnew({ cited, present }: { readonly cited: number | null; readonly present: number | null }) {
  if (cited === null || present === null || cited === present) return null
  return (
    <p className="small warn">
      This document has been read anew since the answer was written. Shown is what the answer cites.
    </p>
  )
}

/** A page without marks looks as if it held no cited words. */
function Unmarked({ failure }: { readonly failure: UserFailure | null }) {
  return <FailureNote failure={failure && { ...failure, kept: 'The page is shown without its words marked.' }} />
}

function openedKey({ documentId, page, spans }: ViewerProps): string {
  return `${documentId} ${page} ${spans[0]?.start}`
}

/** The page that is shown, and the way to another; forgotten as soon as something else is opened. */
function useLeaf(opened: string, first: number): readonly [number, (page: number) => void] {
  const [leafed, setLeafed] = useState<{ readonly from: string; readonly to: number } | null>(null)
  return [leafed?.from === opened ? leafed.to : first, (to) => setLeafed({ from: opened, to })]
}

function Sizes({ zoom, onZoom }: { readonly zoom: Zoom; readonly onZoom: (zoom: Zoom) => void }) {
  const sizes = Object.keys(ZOOMS) as Zoom[]
  const at = sizes.indexOf(zoom)
  const to = (step: 1 | -1) => () => onZoom(sizes[at + step] ?? zoom)
  return (
    <>
      <Button look="quiet" isSmall aria-label="Smaller" isOff={at === 0} onClick={to(-1)}>
        −
      </Button>
      <Button look="quiet" isSmall aria-label="Larger" isOff={at === sizes.length - 1} onClick={to(1)}>
        +
      </Button>
    </>
  )
}
