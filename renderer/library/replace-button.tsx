import { useRef } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import type { DocumentActions } from './use-document-actions.ts'

type Props = {
  readonly row: Pick<DocumentRow, 'document' | 'documentId'>
  readonly actions: DocumentActions
}

/** Asks for the file that becomes the new version of a document. */
export function ReplaceButton({ row: { document, documentId }, actions }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="replace-file"
        aria-label={`File that replaces ${document}`}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) actions.replace(documentId, file)
          target.value = ''
        }}
      />
      <Button look="quiet" isSmall aria-label={`Replace ${document}…`} onClick={() => input.current?.click()}>
        Replace…
      </Button>
    </>
  )
}
