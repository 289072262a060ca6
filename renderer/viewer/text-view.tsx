import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { TextPages } from './text-pages.tsx'

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
  return <TextPages pages={text.value} page={page} isWhole={isWhole} spans={spans} />
}
