import type { PassageSource, Source } from '../../../contract/answers/answer.ts'
import { amendmentsIn, clausesIn } from '../../../text/amendments.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { passages as passagesOf } from '../answer-record.ts'
import { markSources } from './find-evidence.ts'
import { fromMatter } from './passage-source.ts'

/** Characters of documents that are looked through for changes: about 0.3 s on one slow core. Whatever is beyond is not looked for. */
const CHARACTERS_AT_MOST = 2_000_000
const ADDED_AT_MOST = 3

/**
 * Passages that change a clause which the found passages have, "Clause 4.1 is replaced with", from whatever document of the matter: few
 * words of the question may stand in them. With marks that go on from those that are there. None where no found passage has a clause.
 */
export function findAmendments(
  matter: OpenMatter,
  found: readonly PassageSource[],
  marked: readonly Source[],
): readonly PassageSource[] {
  const { documents, pages, passages } = matter.store
  const clauses = new Set(found.flatMap(({ text }) => clausesIn(text)))
  if (clauses.size === 0) return []
  let left = CHARACTERS_AT_MOST
  const more = documents.list(null).flatMap(({ documentId, textVersionId }) => {
    if (textVersionId === null || left <= 0) return []
    const text = pages.wholeText(textVersionId)
    left -= text.length
    const changes = amendmentsIn(text).filter(({ clause }) => isAmong(clause, clauses))
    const isFound = (at: number) =>
      found.some((one) => one.documentId === documentId && one.start <= at && at < one.end)
    const missing = changes.filter(({ start }) => !isFound(start))
    if (missing.length === 0) return []
    return passages
      .list(textVersionId)
      .filter(({ start, end }) => missing.some((one) => start <= one.start && one.start < end))
      .map((passage) => fromMatter(matter, { passage, documentId, score: 0, similarity: null, text: passage.text }))
  })
  return passagesOf(markSources(more.slice(0, ADDED_AT_MOST), marked))
}

/** "Clause 4" changes 4.1 too. */
function isAmong(clause: string, clauses: ReadonlySet<string>): boolean {
  return clauses.has(clause) || [...clauses].some((one) => one.startsWith(`${clause}.`))
}
