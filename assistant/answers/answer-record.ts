import { contentWords } from '../../checks/content-words.ts'
import type { Answer, Source } from '../../contract/answer.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { OpenMatter } from '../open-matters.ts'
import { wantedWords } from './answerable.ts'

/** What was looked through for an answer, and what could not be looked into. */
export async function searchedFor(
  question: string,
  { store, library }: OpenMatter,
  embedder: string | null,
): Promise<Answer['searched']> {
  const documents = store.documents.list(embedder)
  const read = documents.filter(({ textVersionId }) => textVersionId !== null)
  return {
    documents: read.length,
    pages: read.reduce((sum, { pages }) => sum + pages, 0),
    words: [...new Set(contentWords(question))],
    unknownWords: [...(await library.unknownWords(wantedWords(question)))],
    vectors: embedder !== null && store.vectors.count(embedder).missing === 0,
    notReadable: documents
      .filter(isNotReadable)
      .map(({ document, error, state }) => ({ document, reason: error?.message ?? state })),
  }
}

function isNotReadable({ state }: DocumentRow): boolean {
  return ['failed', 'partial', 'needs-password', 'unsupported'].includes(state)
}

export function passagesOf(sources: readonly Source[]): Answer['passages'] {
  return sources.map(({ source, document, page, start, end }) => ({ source, document, page, start, end }))
}

/** Sources by document and place, for the ledger: ids and offsets, no words. */
export function sourcesForLedger(sources: readonly Source[]) {
  return sources.map(({ source, documentId, start, end }) => ({ source, documentId, start, end }))
}
