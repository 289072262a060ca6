import { useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { documentName } from '../../wording/document-name.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FullWindowProvider, type OpenedBeside, useFullWindow } from '../state/full-window.ts'
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

/** A document at one of its pages, with words marked, and in the reading room perhaps another one beside it. */
export function DocumentViewer(props: Props) {
  const full = useFullWindow()
  return (
    <>
      <OneDocument {...props} />
      {full && full.second !== null ? (
        <SecondDocument matter={props.matter} second={full.second} onSecond={full.setSecond} />
      ) : null}
    </>
  )
}

/** The page itself where it can be drawn, the text for all else. */
function OneDocument({ matter, documentId, textVersion, page, spans, detail, hasNotes = true }: Props) {
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

type SecondProps = Pick<Props, 'matter'> & {
  readonly second: OpenedBeside
  readonly onSecond: (second: OpenedBeside | null) => void
}

/**
 * The right half of the reading room: another place of the document at first, or another document of the matter. It goes its own way:
 * what the first half shows later does not lead it elsewhere.
 */
function SecondDocument({ matter, second: { documentId, page }, onSecond }: SecondProps) {
  const documents = useLoaded((of) => of.library.documents, { matter })
  const field = useId()
  const window = document.querySelector('.app')
  if (!window) return null
  // A column of its own: its keys and its place are not those of the first.
  return createPortal(
    <main className="split">
      <h1 className="visually-hidden">{t('viewer.second.heading')}</h1>
      <aside className="aside full second" aria-label={t('viewer.second.title')} tabIndex={-1}>
        <div className="bar">
          <label className="visually-hidden" htmlFor={field}>
            {t('viewer.second.choose')}
          </label>
          <select
            id={field}
            autoFocus
            value={documentId}
            onChange={({ target }) => onSecond({ documentId: target.value, page: null })}
          >
            {documents.value?.map((one) => (
              <option key={one.documentId} value={one.documentId}>
                {documentName(one.document)}
              </option>
            ))}
          </select>
          <div className="end">
            <Button look="quiet" isSmall onClick={() => onSecond(null)}>
              {t('frame.buttons.close')}
            </Button>
          </div>
        </div>
        <FailureNote failure={documents.failure} />
        <FullWindowProvider value={null}>
          <OneDocument
            key={documentId}
            matter={matter}
            documentId={documentId}
            textVersion={null}
            page={page}
            spans={NO_SPANS}
            hasNotes={false}
          />
        </FullWindowProvider>
      </aside>
    </main>,
    window,
  )
}

const NO_SPANS: readonly Span[] = []

/** The reading that was the present one when `spans` were first shown: their offsets are of that one. */
function useSpansOf(present: number | null, spans: string): number | null {
  const [first, setFirst] = useState<{ readonly spans: string; readonly textVersion: number | null } | null>(null)
  if (present !== null && first?.spans !== spans) setFirst({ spans, textVersion: present })
  return first?.spans === spans ? first.textVersion : present
}
