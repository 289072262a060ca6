import { documentIdsMatching } from '../documents/documents-matching.ts'
import type { OpenMatter } from '../open-matters.ts'
import { needsContext } from './needs-context.ts'
import type { Evidence, EvidenceSource } from './evidence-source.ts'

/** So many passages, about 1,400 tokens: reading them is what the user waits for (`models.md`). */
const PASSAGES = 5

/** Evidence from the documents of a matter. */
export function passageSource(matter: OpenMatter): EvidenceSource {
  const { store, library } = matter
  return {
    async find({ question, follows, documents }, signal) {
      const asked = follows !== null && needsContext(question) ? `${follows} ${question}` : question
      const { hits } = await library.search({
        question: asked,
        limit: PASSAGES,
        documentIds: documents.length === 0 ? undefined : documentIdsMatching(matter, documents),
      })
      signal.throwIfAborted()
      return hits.map(({ passage, documentId, score }): Evidence => {
        const { page, start, end, section, text, textVersionId } = passage
        const document = store.documents.get(documentId, null).document
        return {
          kind: 'passage',
          documentId,
          document,
          page,
          start,
          end,
          section,
          text,
          score,
          byOcr: false,
          textVersion: textVersionId,
        }
      })
    },
  }
}
