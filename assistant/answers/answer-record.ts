import { message, verbatim } from '../../wording/message.ts'
import type { Answer, ConclusionSource, PassageSource, Searched, Source } from '../../contract/answers/answer.ts'
import type { CardSource } from '../../contract/knowledge/card.ts'
import { type Language, languageOf } from '../../text/languages.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { documentIdsMatching } from '../documents/find-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Found } from '../questions/evidence-source.ts'
import { wantedWords, writtenWords } from './draft/answerability.ts'

export const NOTHING_SEARCHED: Searched = {
  documents: 0,
  pages: 0,
  words: [],
  unknownWords: [],
  vectors: false,
  notYetRead: [],
  references: [],
  notReadable: [],
  conclusionsLeftOut: 0,
  rulesNotUsed: [],
  otherLanguages: [],
}

/** The documents that are searched: those chosen, by their globs; empty means all. `chosen`: their ids, null for all. */
function documentsOf(matter: OpenMatter, globs: readonly string[], embedder: string | null) {
  const chosen = globs.length === 0 ? null : new Set(documentIdsMatching(matter, globs))
  const all = matter.store.documents.list(embedder)
  return { chosen, documents: all.filter(({ documentId }) => chosen?.has(documentId) ?? true) }
}

/** What is looked through for an answer, and what can't be looked into. `globs`: the chosen documents; empty means all. */
export async function searchedFor(
  question: string,
  globs: readonly string[],
  matter: OpenMatter,
  embedder: string | null,
): Promise<Searched> {
  const { store, library } = matter
  const { chosen, documents } = documentsOf(matter, globs, embedder)
  const read = documents.filter(({ textVersionId }) => textVersionId !== null)
  return {
    documents: read.length,
    pages: read.reduce((sum, { pages }) => sum + pages, 0),
    words: [...writtenWords(question)],
    unknownWords: [...(await library.unknownWords(wantedWords(question), chosen === null ? undefined : [...chosen]))],
    vectors: embedder !== null && store.vectors.count(embedder).missing === 0,
    notYetRead: documents
      .filter((row) => row.textVersionId === null && !isNotReadable(row))
      .map(({ document }) => document),
    references: [],
    notReadable: documents.filter(isNotReadable).map(({ document, error, state }) => ({
      document: verbatim(document),
      reason: error?.message ?? message(`library.states.${state}`),
    })),
    conclusionsLeftOut: 0,
    rulesNotUsed: [],
    otherLanguages: [],
  }
}

/** With what was searched beside the documents; a word that only a reference library has is no unknown one. */
export async function withReferences(searched: Searched, found: readonly Found[]): Promise<Searched> {
  const { unknownWords, notReadable } = searched
  const known = unknownWords.length === 0 ? [] : await Promise.all(found.map((one) => one.knownWords(unknownWords)))
  return {
    ...searched,
    unknownWords: unknownWords.filter((word) => !known.flat().includes(word)),
    references: found.flatMap(({ references }) => references),
    notReadable: [...notReadable, ...found.flatMap(({ notSearched }) => notSearched)],
    conclusionsLeftOut: found.reduce((sum, one) => sum + one.conclusionsLeftOut, 0),
    rulesNotUsed: found.flatMap((one) => one.rulesNotUsed),
  }
}

/** So many documents tell what languages those of a matter are in. */
const DOCUMENTS_LOOKED_AT = 20

/**
 * The languages of the passages that were found, or, where none was, of the documents that were searched; empty where one is that of the
 * question, or where the language of the question is not clear. A search across languages misses much: an answer may be there all the same.
 */
export function otherLanguages(
  question: string,
  found: readonly PassageSource[],
  matter: OpenMatter,
  globs: readonly string[],
): readonly Language[] {
  const asked = languageOf(question)
  if (asked === null) return []
  const texts = found.length > 0 ? found.map(({ text }) => text) : beginnings(matter, globs)
  const languages = new Set(texts.flatMap((text) => languageOf(text) ?? []))
  return languages.has(asked) ? [] : [...languages]
}

/** The first pages of the documents that are searched, of the first where these are many. */
function beginnings(matter: OpenMatter, globs: readonly string[]): readonly string[] {
  const { store } = matter
  const { documents } = documentsOf(matter, globs, null)
  return documents.slice(0, DOCUMENTS_LOOKED_AT).flatMap(({ textVersionId }) => {
    const [first] = textVersionId === null ? [] : store.pages.list(textVersionId)
    const text = first && textVersionId !== null ? store.pages.part(textVersionId, first.page)?.text : null
    return text ?? []
  })
}

function isNotReadable({ state }: DocumentRow): boolean {
  return ['failed', 'partial', 'needs-password', 'unsupported'].includes(state)
}

export function passagesOf(sources: readonly Source[]): Answer['passages'] {
  return passages(sources).map(({ source, document, page, start, end }) => ({ source, document, page, start, end }))
}

export function passages(sources: readonly Source[]): readonly PassageSource[] {
  return sources.filter((source) => source.kind === 'passage')
}

export function conclusions(sources: readonly Source[]): readonly ConclusionSource[] {
  return sources.filter((source) => source.kind === 'conclusion')
}

export function cards(sources: readonly Source[]): readonly CardSource[] {
  return sources.filter((source) => source.kind === 'card')
}

/** Sources by document and place, by rule or by card, for the ledger: ids, offsets and hashes, no words. */
export function sourcesForLedger(sources: readonly Source[]) {
  return sources.map((one) => {
    if (one.kind === 'conclusion') return { source: one.source, rule: one.rule, holds: one.holds }
    if (one.kind === 'card') return { source: one.source, card: one.card, version: one.version, sha256: one.sha256 }
    const { source, documentId, start, end, reference } = one
    return { source, documentId, start, end, ...(reference === null ? {} : { reference }) }
  })
}

/**
 * Of how questions are answered: what is searched, told to the model and made of its words. Raised with each change after which
 * an earlier answer no longer stands for what would be answered now; runs that go on ask again then.
 */
export const ANSWERS_VERSION = 7
