import type { LibraryHit } from '../../library/matter-library.ts'
import { documentIdsMatching } from '../documents/documents-matching.ts'
import type { OpenMatter } from '../open-matters.ts'
import type { Evidence, EvidenceSource } from './evidence-source.ts'
import { linkedPassages } from './linked-passages.ts'
import { needsContext } from './needs-context.ts'

/** So many passages, about 1,400 tokens: reading them is what the user waits for (`models.md`). */
const PASSAGES = 5
/**
 * A passage that the best ones refer to takes the place of the last: on legalbenchrag_contractnli 80.4 % of the gold spans were
 * then in the evidence, 80.1 % without (469 questions, of which 53 had such a passage).
 */
const LINKED = 1

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
      const first = hits.slice(0, PASSAGES - LINKED)
      const linked = linkedPassages(store, first, LINKED)
      return (linked.length === 0 ? hits : [...first, ...linked]).map((hit) => toEvidence(matter, hit))
    },
  }
}

function toEvidence({ store }: OpenMatter, { passage, documentId, score }: LibraryHit): Evidence {
  const { page, start, end, section, text, textVersionId } = passage
  const document = store.documents.get(documentId, null).document
  const byOcr = store.pages.list(textVersionId).some((row) => row.page === page && row.state === 'ocr')
  const place = { documentId, document, page, start, end, section }
  return { kind: 'passage', ...place, text, score, byOcr, textVersion: textVersionId }
}
