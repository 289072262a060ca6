import { useEffect, useRef } from 'react'
import type { PageText } from '../../contract/document.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { Opening } from '../parts/opening.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { textRuns } from './text-pieces.ts'

type Props = {
  readonly matter: string
  readonly documentId: string
  readonly textVersion: number | null
  readonly page: number | null
  readonly isWhole: boolean
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** The text of a document without typeset pages, as it was read, with the cited words marked and in view. */
export function TextView({ matter, documentId, textVersion, page, isWhole, spans }: Props) {
  const text = useLoaded(`${matter}/${documentId} ${textVersion}`, (client, signal) =>
    client.library.text({ matter, document: documentId, textVersion }, { signal }),
  )
  if (text.failure) return <FailureNote failure={text.failure} />
  if (!text.value) return <Opening>Opening the document.</Opening>
  const shown = isWhole || page === null ? text.value : text.value.filter((one) => one.page === page)
  return (
    <div className="pages">
      {shown.map((one) => (
        <Sheet key={`${one.start} ${spans[0]?.start}`} page={one} spans={spans} />
      ))}
    </div>
  )
}

function Sheet({ page, spans }: { readonly page: PageText; readonly spans: Props['spans'] }) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    sheet.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div className="sheet text" ref={sheet} data-testid="text-page">
      <MarkedText runs={textRuns(page, spans)} />
    </div>
  )
}
