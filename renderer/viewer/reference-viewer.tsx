import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { orderedSpans, type Span } from './text/text-runs.ts'
import { TextView } from './text/text-view.tsx'

type Props = {
  /** The name of the library. */
  readonly reference: string
  readonly documentId: string
  readonly page: number | null
  readonly spans: readonly Span[]
  readonly detail?: React.ReactNode
}

/** A document of a reference library: its text at the page that is cited. Libraries keep the text, not the file. */
export function ReferenceViewer({ reference, documentId, page, spans, detail }: Props) {
  const [isWhole, setWhole] = useState(false)
  const { value, failure } = useLoaded(`${reference}/${documentId}`, (client, signal) =>
    client.reference.text({ reference, documentId }, { signal }),
  )
  const pages = value?.pages ?? []
  const [first] = spans
  return (
    <div className="viewer">
      <p className="small">
        <b className="font-medium">Reference: {reference}</b>
      </p>
      {detail}
      {value ? (
        <p className="page-line">
          <span data-testid="page-line">
            The text as it was read for the library,{' '}
            {page === null ? 'this format has no pages' : `page ${page} of ${pages.length}`}.
          </span>
          <span className="end">
            {pages.length > 1 ? (
              <Button look="link" isSmall onClick={() => setWhole(!isWhole)}>
                {isWhole ? 'only this page' : 'whole document'}
              </Button>
            ) : null}
          </span>
        </p>
      ) : null}
      <TextView
        pages={value?.pages ?? null}
        failure={failure}
        page={isWhole ? null : page}
        titleOf={(one) => (one.page === null ? null : `Page ${one.page}`)}
        isFlowing={false}
        zoom={1}
        marks={{ cited: orderedSpans(spans), found: [], current: null }}
        target={first ? { offset: first.start, times: Number(isWhole) } : null}
        onJump={() => {}}
      />
    </div>
  )
}
