import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { TextPages } from './text-pages.tsx'

type Props = {
  /** The name of the library. */
  readonly reference: string
  readonly documentId: string
  readonly page: number | null
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly detail?: React.ReactNode
}

/** A document of a reference library: its text at the page that is cited. Libraries keep the text, not the file. */
export function ReferenceViewer({ reference, documentId, page, spans, detail }: Props) {
  const [isWhole, setWhole] = useState(false)
  const document = useLoaded(`${reference}/${documentId}`, (client, signal) =>
    client.reference.text({ reference, documentId }, { signal }),
  )
  const pages = document.value?.pages ?? []
  const where = page === null ? 'this format has no pages' : `page ${page} of ${pages.length}`
  return (
    <div className="viewer">
      <p className="small">
        <b className="font-medium">Reference: {reference}</b>
      </p>
      {detail}
      <FailureNote failure={document.failure} />
      {!document.value && !document.failure ? <Opening>Opening the reference library.</Opening> : null}
      {document.value ? (
        <>
          <p className="page-line">
            <span data-testid="page-line">The text as it was read for the library, {where}.</span>
            <span className="end">
              {pages.length > 1 ? (
                <Button look="link" isSmall onClick={() => setWhole(!isWhole)}>
                  {isWhole ? 'only this page' : 'whole document'}
                </Button>
              ) : null}
            </span>
          </p>
          <TextPages pages={pages} page={page} isWhole={isWhole} spans={spans} />
        </>
      ) : null}
    </div>
  )
}
