import { type EvidenceSource, foundInMatter, type PassageEvidence } from '../questions/evidence-source.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { contextDocuments } from './context-documents.ts'

export const BASELINE_PASSAGES = 4

/** Plain top-4 of rank fusion, as in the published baselines (`docs/models.md`). */
export function baselineSource({ store, library }: OpenMatter): EvidenceSource {
  return {
    async find({ question }) {
      const names = new Map(store.documents.list(null).map(({ documentId, document }) => [documentId, document]))
      const hits = await library.searchPlainly({ question, limit: BASELINE_PASSAGES })
      return foundInMatter(
        hits.map(({ passage, documentId, score }) => evidence(documentId, names.get(documentId) ?? '', passage, score)),
      )
    },
  }
}

/** The passages that hold the gold spans of a question: what perfect search would find. */
export function goldSource(matter: OpenMatter, question: SetQuestion): EvidenceSource {
  const { store } = matter
  const { goldSpans } = question
  return {
    async find() {
      const own = contextDocuments(matter, question).filter(({ gold }) => gold)
      const contexts = new Set(own.map(({ documentId }) => documentId))
      const documents = store.documents.list(null)
      const wanted = documents.filter(
        ({ document, documentId }) => goldSpans.some(({ doc }) => doc === document) || contexts.has(documentId),
      )
      const passages = wanted.flatMap(({ documentId, document, textVersionId }) =>
        store.passages
          .list(textVersionId ?? 0)
          .filter(
            ({ start, end }) =>
              contexts.has(documentId) ||
              goldSpans.some((span) => span.doc === document && span.start < end && start < span.end),
          )
          .map((passage) => evidence(documentId, document, passage, 1)),
      )
      return foundInMatter(passages)
    },
  }
}

type Place = {
  readonly start: number
  readonly end: number
  readonly page: number | null
  readonly section: string
  readonly text: string
  readonly textVersionId: number
}

function evidence(
  documentId: string,
  document: string,
  { start, end, page, section, text, textVersionId: textVersion }: Place,
  score: number,
): PassageEvidence {
  const place = { documentId, document, page, start, end, section, text, textVersion, reference: null }
  return { kind: 'passage', ...place, score, byOcr: false }
}
