import { matchesGlob } from 'node:path'
import type { AssistantClient } from '../contract/index.ts'
import { notFound } from './usage-error.ts'

/** A glob that fits nothing would be answered like a question on which the documents are silent: throws `NOT_FOUND`. */
export async function refuseMissing(
  assistant: AssistantClient,
  matter: string,
  globs: readonly string[],
): Promise<void> {
  if (globs.length === 0) return
  const documents = await assistant.library.documents({ matter })
  // As `assistant/documents/documents-matching.ts` matches them.
  const missing = globs.find((glob) =>
    documents.every(
      ({ document, documentId }) => glob !== documentId && glob !== document && !matchesGlob(document, glob),
    ),
  )
  if (missing !== undefined)
    throw notFound(`No document of "${matter}" fits "${missing}". To see them all: consilium documents "${matter}"`)
}
