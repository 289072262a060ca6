import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { ANSWERS_VERSION } from '../answers/answer-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { CONTEXTS } from './context-documents.ts'

/**
 * What an answer comes from that its settings do not say, as a hash: how this program answers, the documents, and the passages of
 * the question. Those of other questions are left out: how many there are depends on the sample.
 */
export function answeredFrom({ store }: OpenMatter, { context, goldSpans }: SetQuestion): string {
  const documents = store.documents
    .list(null)
    .filter(({ root }) => root !== CONTEXTS)
    .map((one) => [one.document, one.sha256, one.characters])
  return sha256(JSON.stringify([ANSWERS_VERSION, documents.toSorted(), context, goldSpans]))
}
