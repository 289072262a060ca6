import type { PassageSource } from '../../contract/answer.ts'
import { DocumentViewer } from './document-viewer.tsx'
import { ReferenceViewer } from './reference-viewer.tsx'

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
