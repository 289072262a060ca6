import { useState } from 'react'
import { FailureNote } from '../parts/failure-note.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { OpenDocument } from './open-document.tsx'
import type { Span } from './text/text-context.ts'
import { useBoxes } from './use-open-document.ts'
import { type ChosenZoom, type ViewKind, viewKind } from './view-kind.ts'

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
  /** Whether its notes and citations are listed. */
  readonly hasNotes?: boolean
}

/** A document at one of its pages, with words marked: the page itself where it can be drawn, the text for all else. */
export function DocumentViewer({ matter, documentId, textVersion, page, spans, detail, hasNotes = true }: Props) {
  const document = useLoaded((of) => of.library.document, { matter, document: documentId })
  const present = document.value?.textVersion ?? null
  const marked = useSpansOf(present, `${documentId} ${spans[0]?.start}-${spans.at(-1)?.end}`)
  const shownSpans = textVersion !== null || marked === present ? spans : NO_SPANS
  const boxes = useBoxes({ matter, document: documentId, textVersion }, shownSpans)
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
      // Named, so that the words of a new reading take the place of those before.
      reading={{ matter, document: documentId, textVersion: textVersion ?? present }}
      document={document.value}
      kind={kind}
      page={page}
      spans={shownSpans}
      boxes={boxes.value ?? []}
      unmarked={boxes.failure}
      zoom={zooms[kind]}
      onZoom={(zoom) => setZooms({ ...zooms, [kind]: zoom })}
      detail={detail}
      hasNotes={hasNotes}
    />
  )
}

const NO_SPANS: readonly Span[] = []

/** The reading that was the present one when `spans` were first shown: their offsets are of that one. */
function useSpansOf(present: number | null, spans: string): number | null {
  const [first, setFirst] = useState<{ readonly spans: string; readonly textVersion: number | null } | null>(null)
  if (present !== null && first?.spans !== spans) setFirst({ spans, textVersion: present })
  return first?.spans === spans ? first.textVersion : present
}
