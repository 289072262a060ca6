import { useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { RemoveDocument } from './remove-document.tsx'

type Named = Pick<DocumentRow, 'document' | 'documentId'>

/** Asks before a document is removed: `dialog` is to be shown, `ask` opens it. */
export function useRemoval(matter: string, onRemoved: (documentId: string) => void) {
  const [row, setRow] = useState<Named | null>(null)
  const dialog = row ? (
    <RemoveDocument
      matter={matter}
      documentId={row.documentId}
      name={row.document}
      onRemoved={() => {
        setRow(null)
        onRemoved(row.documentId)
      }}
      onClose={() => setRow(null)}
    />
  ) : null
  return { dialog, ask: (wanted: Named) => setRow(wanted) }
}
