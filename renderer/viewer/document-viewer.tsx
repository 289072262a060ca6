import { useState } from 'react'
import { FailureNote } from '../parts/failure-note.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { OpenDocument } from './open-document.tsx'
import type { Span } from './text/text-runs.ts'
import { useBoxes } from './use-boxes.ts'
import { type ViewKind, viewKind } from './view-kind.ts'
import type { ChosenZoom } from './zoom.ts'

type Props = {
  readonly matter: string
  readonly documentId: string
  /** The reading that an answer cites; null for the present one. */
  readonly textVersion: number | null
  /** Where to begin; null for formats without pages. */
  readonly page: number | null
  /** The words to mark, as offsets of the document's text. */
  readonly spans: readonly Span[]
  readonly detail?: React.ReactNode
}

/** A document at one of its pages, with words marked: the page itself where it can be drawn, the text for all else. */
export function DocumentViewer({ matter, documentId, textVersion, page, spans, detail }: Props) {
  const reading = { matter, document: documentId, textVersion }
  const document = useLoaded(`${matter}/${documentId}`, (client, signal) =>
    client.library.document({ matter, document: documentId }, { signal }),
  )
  const boxes = useBoxes(reading, spans)
  const [zooms, setZooms] = useState<Readonly<Record<ViewKind, ChosenZoom>>>({
    pdf: 'reading',
    image: 'reading',
    text: 'reading',
  })
  if (document.failure)
    return (
      <div className="viewer">
        <FailureNote failure={document.failure} />
      </div>
    )
  // Boxes may be the only thing that knows the page; without them another one would be shown first.
  if (!document.value) return <div className="viewer">{detail}</div>
  const kind = viewKind(document.value)
  return (
    <OpenDocument
      key={`${documentId} ${textVersion}`}
      reading={reading}
      document={document.value}
      kind={kind}
      page={page}
      spans={spans}
      boxes={boxes.value ?? []}
      unmarked={boxes.failure}
      zoom={zooms[kind]}
      onZoom={(zoom) => setZooms({ ...zooms, [kind]: zoom })}
      detail={detail}
    />
  )
}
