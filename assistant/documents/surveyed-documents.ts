import { documentIdsMatching } from './documents-matching.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** A document with the reading that a job goes through. */
export type SurveyedDocument = {
  readonly documentId: string
  readonly document: string
  readonly textVersionId: number
  readonly passages: number
}

export type SurveyedDocuments = {
  readonly documents: readonly SurveyedDocument[]
  /** Names of those without a text: not read yet, or not readable. */
  readonly notRead: readonly string[]
}

/** By globs or ids; none: all documents of the matter. */
export function surveyedDocuments(matter: OpenMatter, globs: readonly string[]): SurveyedDocuments {
  const wanted = globs.length === 0 ? null : new Set(documentIdsMatching(matter, globs))
  const rows = matter.store.documents.list(null).filter(({ documentId }) => wanted?.has(documentId) ?? true)
  return {
    documents: rows.flatMap(({ documentId, document, textVersionId, passages }) =>
      textVersionId === null ? [] : { documentId, document, textVersionId, passages },
    ),
    notRead: rows.filter(({ textVersionId }) => textVersionId === null).map(({ document }) => document),
  }
}

/** Whether the reading is still the one that the document shows: it may have been removed, or read again, meanwhile. */
export function isShown({ store }: OpenMatter, { documentId, textVersionId }: SurveyedDocument): boolean {
  return store.documents.find(documentId, null)?.textVersionId === textVersionId
}
