import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { useClient } from '../../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import { openPdf, type Reading } from './open-pdf.ts'

type OpenedPdf = { readonly document: PDFDocumentProxy | null; readonly failure: UserFailure | null }

const NOTHING: OpenedPdf = { document: null, failure: null }

/** A PDF for as long as it is shown; opened anew for another document. */
export function usePdf({ matter, document: id, textVersion }: Reading): OpenedPdf {
  const client = useClient()
  const key = `${id} ${textVersion}`
  const [held, setHeld] = useState<OpenedPdf & { readonly of: string }>({ ...NOTHING, of: '' })
  useEffect(() => {
    const abort = new AbortController()
    openPdf(client, { matter, document: id, textVersion }, abort.signal).then(
      ({ document }) => abort.signal.aborted || setHeld({ document, failure: null, of: key }),
      (caught: unknown) => {
        const failure = userFailure(caught, 'The text of the document is kept and searched.')
        if (!abort.signal.aborted) setHeld({ document: null, failure, of: key })
      },
    )
    return () => abort.abort()
  }, [client, matter, id, textVersion, key])
  return held.of === key ? held : NOTHING
}
