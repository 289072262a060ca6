import type { DocumentRow } from '../../../contract/document.ts'
import { documentName } from '../../../wording/document-name.ts'
import { t } from '../../../wording/translate.ts'

/** One side of a comparison: a document as it is, or as it was before its file was replaced. */
export type ComparedSide = Pick<DocumentRow, 'documentId' | 'document'> & {
  readonly title: string
  /** The reading of the previous version; null: the present one. */
  readonly textVersion: number | null
}

export function presentSide({ documentId, document }: DocumentRow): ComparedSide {
  return { documentId, document, title: documentName(document), textVersion: null }
}

/** Null where nothing is kept of it. */
export function previousSide({ documentId, document, previous }: DocumentRow): ComparedSide | null {
  if (previous === null) return null
  return { documentId, document, title: previousTitle(document), textVersion: previous.textVersion }
}

export function previousTitle(document: string): string {
  return t('drafts.compare.previousOf', { document: documentName(document) })
}

/** As the assistant is asked for it. */
export function askedBefore({ documentId, textVersion }: ComparedSide): string | null {
  return textVersion === null ? documentId : null
}
