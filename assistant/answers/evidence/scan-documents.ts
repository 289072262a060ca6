import { askedParts } from '../../../checks/asked-parts.ts'
import { readSources } from '../../../checks/confirm.ts'
import type { Term } from '../../../checks/claim-statement.ts'
import type { PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { Passage } from '../../../store/matter/passages.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { passages as passagesOf } from '../answer-record.ts'
import { linesBefore } from '../draft/prompt-source.ts'
import { markSources } from './find-evidence.ts'
import { fromMatter } from './passage-source.ts'
import type { AskingOptions } from '../coverage/read-question.ts'
import { createQuestionCoverage } from '../coverage/question-coverage.ts'

/** Where no document is named, those of the best passages are looked through. */
const DOCUMENTS = 3
/** About 0.3 s on one slow core; of a longer document what comes first. */
const CHARACTERS_AT_MOST = 60_000
/** A form of a word begins alike. */
const BEGINNING = 4

export type Looking = Omit<AskingOptions, 'places' | 'passages'> & {
  /** The passages that were found, best first. */
  readonly found: readonly PassageSource[]
  /** All that have a mark. */
  readonly marked: readonly Source[]
}

/** Of one document. */
const ADDED_AT_MOST = 2

/**
 * Passages that no search brought and that hold what is asked, word for word or behind a label: "Admission Time: 12 February" in a form, a
 * section "Past History". They are looked for by reading all of the documents that are asked about: a short row in a passage on many
 * things is far from the question for every search. In order, with marks that go on from those that are there.
 */
export function scanForAnswers(
  matter: OpenMatter,
  { found, marked: known, ...asked }: Looking,
): readonly PassageSource[] {
  const { passages } = matter.store
  const parts = askedParts(asked.question, new Set(asked.named.flatMap(({ words }) => [...words])))
  let left = CHARACTERS_AT_MOST
  const more = documentsOf(found, asked.named).flatMap((like) => {
    if (like.textVersion === null) return []
    const here = found.filter(({ documentId }) => documentId === like.documentId)
    const others = passages.list(like.textVersion).filter(({ start, end, text }) => {
      if (here.some((one) => one.start < end && start < one.end)) return false
      if (!parts.some(({ terms }) => hasBeginnings(text, terms)) || left < text.length) return false
      left -= text.length
      return true
    })
    const marked = others.map(
      (passage): PassageSource => ({ ...like, ...placeOf(passage), source: String(passage.id) }),
    )
    const whole = createQuestionCoverage({
      ...asked,
      passages: marked,
      places: readSources(marked.map(asChecked(matter))),
    })
    const marks = [...new Set(whole.lacking([]).map(({ source }) => source))].slice(0, ADDED_AT_MOST)
    return others
      .filter(({ id }) => marks.includes(String(id)))
      .map((passage) => {
        const { documentId, score } = like
        return fromMatter(matter, { passage, documentId, score, similarity: null, text: passage.text })
      })
  })
  return passagesOf(markSources(more, known))
}

function documentsOf(found: readonly PassageSource[], named: Looking['named']): readonly PassageSource[] {
  const first = [...new Map(found.toReversed().map((one) => [one.documentId, one])).values()].toReversed()
  const ids = new Set(named.map(({ documentId }) => documentId))
  return ids.size > 0 ? first.filter(({ documentId }) => ids.has(documentId)) : first.slice(0, DOCUMENTS)
}

/** Half of what is asked about is enough: a label may mean the rest. */
function hasBeginnings(text: string, terms: readonly Term[]): boolean {
  const plain = text.toLowerCase()
  const there = terms.filter(({ word }) => plain.includes(word.slice(0, BEGINNING)))
  return 2 * there.length >= terms.length
}

function placeOf({ start, end, page, section, text }: Passage) {
  return { start, end, page, section, text }
}

function asChecked({ store }: OpenMatter) {
  return (passage: PassageSource) => {
    const { source, text, document, section } = passage
    return { source, text, context: `${document} ${section}`, before: linesBefore(passage, store.pages) }
  }
}
