import type { OpenMatter } from '../home/open-matters.ts'
import { AssistantError } from '../home/assistant-error.ts'

/** By its name or id; `embedder` is the revision whose vectors are counted. Throws `NOT_FOUND`. */
export function findDocument({ store, name }: OpenMatter, nameOrId: string, embedder: string | null = null) {
  const row = store.documents.find(nameOrId, embedder)
  if (!row) throw new AssistantError('NOT_FOUND', `There is no document "${nameOrId}" in "${name}".`)
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
