import { matchesGlob } from 'node:path'
import type { OpenMatter } from '../home/open-matters.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** By its name or id; `embedder` is the revision whose vectors are counted. Throws `NOT_FOUND`. */
export function findDocument({ store, name }: OpenMatter, nameOrId: string, embedder: string | null = null) {
  const row = store.documents.find(nameOrId, embedder)
  if (!row) throw new Failure('NOT_FOUND', message('failures.documents.unknown', { document: nameOrId, matter: name }))
  return row
}

type Reading = { readonly document: string; readonly textVersion?: number | null | undefined }

/**
 * The document as it is, or as it was when an answer cited it. While a changed file is being read, the text, the boxes and
 * the bytes are those of the reading that is still shown.
 */
export function findReading(matter: OpenMatter, { document, textVersion = null }: Reading) {
  const row = findDocument(matter, document)
  const textVersionId = textVersion ?? row.textVersionId
  if (textVersionId === null) return { ...row, textVersionId }
  const { sha256 } = matter.store.textVersions.get(textVersionId)
  const original = matter.store.originals.find(sha256)
  return { ...row, sha256, bytes: original?.bytes ?? row.bytes, textVersionId }
}

/** Ids of the documents whose path fits one of the globs, or is one of them word for word ("Lease [signed].pdf"). */
export function documentIdsMatching({ store }: OpenMatter, globs: readonly string[]): readonly string[] {
  return store.documents
    .list(null)
    .filter(({ document, documentId }) =>
      globs.some((glob) => glob === documentId || glob === document || matchesGlob(document, glob)),
    )
    .map(({ documentId }) => documentId)
}

/** A document with the reading that a job goes through. */
export type SurveyedDocument = {
  readonly documentId: string
  readonly document: string
  readonly textVersionId: number
  readonly passages: number
}

type SurveyedDocuments = {
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
