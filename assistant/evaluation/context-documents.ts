import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** The root of the documents that are made of the passages of questions: no folder that a person adds is called so. */
export const CONTEXTS = 'passages of questions'

/** Where a passage of a question stands below that root; `index`: from 0. */
export function contextPath({ id }: SetQuestion, index: number, title: string): string {
  return `${id}/${index + 1} ${title.replace(/[^\p{L}\p{N} ]+/gu, ' ').slice(0, 80)}.txt`
}

/** The ids of the documents that hold the passages of a question. */
export function contextDocuments({ store }: OpenMatter, question: SetQuestion) {
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
