import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { type EvidenceSource, foundInMatter, type PassageEvidence } from '../questions/evidence-source.ts'

export const BASELINE_PASSAGES = 4

/** Plain top-4 of rank fusion, as in the published baselines (`docs/measuring.md`). */
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

/** The root of the documents that are made of the passages of questions: no folder that a person adds is called so. */
export const CONTEXTS = 'passages of questions'

/** Where a passage of a question stands below that root; `index`: from 0. */
export function contextPath({ id }: SetQuestion, index: number, title: string): string {
  return `${id}/${index + 1} ${title.replace(/[^\p{L}\p{N} ]+/gu, ' ').slice(0, 80)}.txt`
}

/** The ids of the documents that hold the passages of a question. */
function contextDocuments({ store }: OpenMatter, question: SetQuestion) {
  return question.context.flatMap(({ title, gold }, index) => {
    const row = store.documents.at(CONTEXTS, contextPath(question, index, title))
    return row ? [{ documentId: row.documentId, gold }] : []
  })
}

/** The ids of the documents that a question is asked of: its own passages, else all but those of other questions; none: all. */
export function documentsFor(matter: OpenMatter, question: SetQuestion): string[] {
  const own = contextDocuments(matter, question).map(({ documentId }) => documentId)
  if (own.length > 0) return own
  const all = matter.store.documents.list(null)
  const common = all.filter(({ root }) => root !== CONTEXTS)
  return common.length === all.length ? [] : common.map(({ documentId }) => documentId)
}
