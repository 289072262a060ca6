import { type AskedPart, askedParts } from '../../checks/asked-parts.ts'
import { statementOf } from '../../checks/statement.ts'
import type { Answer } from '../../contract/answer.ts'
import type { LibraryHit } from '../../library/matter-library.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { isKindWord } from '../../text/questions.ts'
import { isSameWord } from '../../text/word-forms.ts'

/** Only the documents of the best hits are looked through: a label stands in every form. */
const DOCUMENTS = 3
/** What stands in front of a tab, a bar or a colon at the beginning of a line. */
const LABEL = /^[\s*_|•–-]*([^\t|:\n]{2,60}?)[\s*_]*[\t|:]/gmu
const WORDS_AT_MOST = 5

export type LabelledOptions = {
  readonly question: string
  /** The hits so far, best first. */
  readonly hits: readonly LibraryHit[]
  /** In lower case the words that name documents. */
  readonly naming: ReadonlySet<string>
  readonly limit: number
}

/**
 * The passages with a row of a form whose label is just what is asked, of the documents of the best hits and not among the hits: "Who is
 * the landlord?" and "Landlord: Pennifold Estates". A short row in a passage on many things is far from the question for every search.
 */
export function labelledPassages(
  { passages, pages }: MatterStore<Answer>,
  { question, hits, naming, limit }: LabelledOptions,
): readonly LibraryHit[] {
  const parts = askedParts(question, naming).filter(({ terms }) => terms.length > 0)
  const seen = new Set(hits.map(({ passage }) => passage.id))
  const found: LibraryHit[] = []
  const documents = [...new Map(hits.map((hit) => [hit.documentId, hit])).values()].slice(0, DOCUMENTS)
  for (const { passage, documentId, score, similarity } of documents) {
    for (const { index, 1: label = '' } of pages.wholeText(passage.textVersionId).matchAll(LABEL)) {
      if (found.length >= limit) return found
      if (!parts.some((part) => isLabelOf(label, part))) continue
      const target = passages.at(passage.textVersionId, index)
      if (!target || seen.has(target.id)) continue
      seen.add(target.id)
      found.push({ passage: target, documentId, score, similarity, text: target.text })
    }
  }
  return found
}

/** Whether a label says what a part asks about, all of it and nothing more. */
export function isLabelOf(label: string, { terms }: Pick<AskedPart, 'terms'>): boolean {
  if (label.split(/\s+/).length > WORDS_AT_MOST) return false
  const words = statementOf(label).terms.filter(({ word }) => !isKindWord(word))
  return (
    words.length > 0 &&
    words.every(({ word }) => terms.some((term) => isSameWord(term.word, word))) &&
    terms.every(({ word }) => words.some((own) => isSameWord(own.word, word)))
  )
}
