import type { CheckedSource } from '../../checks/find-support.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { PAGE_BREAK } from '../../library/split/passage.ts'
import { titleWords } from '../../library/search/document-title.ts'
import { stemmedPlaces, type StemmedPlace } from '../../checks/draft/rank-places.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import { linesBefore } from '../answers/draft/prompt-source.ts'
import { mergeEvidence } from '../answers/evidence/passage-source.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { PassageEvidence } from '../questions/evidence-source.ts'
import { type MatterReferences, NO_REFERENCES } from '../references/search-references.ts'

/** What was found for a piece of a draft, by its mark. */
export type FoundPassages = {
  readonly sources: readonly CheckedSource[]
  /** The same with the text around them: words that are copied may go beyond a passage. */
  readonly wide: readonly CheckedSource[]
  readonly passages: ReadonlyMap<string, PassageEvidence>
  /** Every document was read, and every reference library in use was searched. */
  readonly isWholeSearch: boolean
}

export interface DraftEvidence {
  readonly lexicon: Lexicon
  readonly lists: WordLists
  find(questions: readonly string[]): Promise<FoundPassages>
  /** How each document of the matter begins, where it names its parties. */
  beginnings(): Pick<FoundPassages, 'sources' | 'passages'>
  /** The places of a passage, read once for all sentences. */
  placesOf(source: CheckedSource): readonly StemmedPlace[]
  /** Words that name the document of a passage, in lower case. */
  naming(passage: PassageEvidence | undefined): ReadonlySet<string>
}

const OF_MATTER = 16
const OF_REFERENCES = 4
/** What a long sentence is searched by at most: more words cost time and find nothing else. */
const QUESTION_CHARACTERS = 400
const KEPT_AT_MOST = 2000
const NONE: ReadonlySet<string> = new Set()

/** Looks up pieces of a draft in the documents of a matter and in its reference libraries. */
export function createDraftEvidence(matter: OpenMatter, references: MatterReferences, lists: WordLists): DraftEvidence {
  const places = new Map<string, readonly StemmedPlace[]>()
  const names = new Map<string, ReadonlySet<string>>()
  const isAllRead = unreadDocuments(matter).length === 0
  let begun: ReturnType<DraftEvidence['beginnings']> | null = null

  async function findOne(asked: string) {
    const question = asked.slice(0, QUESTION_CHARACTERS)
    const [own, other] = await Promise.all([
      matter.library.search({ question, limit: OF_MATTER }),
      references.editions.length > 0 ? references.search(question, OF_REFERENCES) : NO_REFERENCES,
    ])
    const limit = own.hits.length + other.hits.length
    const passages = mergeEvidence(question, matter, own.hits, other.hits, limit)
    return { passages, isWhole: other.notSearched.length === 0 }
  }

  return {
    lexicon: lexiconOf(lists),
    lists,
    async find(questions) {
      const found = await Promise.all(questions.map(findOne))
      const byMark = new Map(found.flatMap((one) => one.passages).map((passage) => [markOf(passage), passage]))
      const sources = [...byMark].map(([mark, passage]) => asSource(mark, passage, matter))
      const widened = [...byMark].map(([mark, passage]) => [`${mark} wide`, widenedPassage(passage, matter)] as const)
      const wide = widened.map(([mark, passage]) => asSource(mark, passage, matter))
      const isWholeSearch = isAllRead && found.every(({ isWhole }) => isWhole)
      return { sources, wide, passages: new Map([...byMark, ...widened]), isWholeSearch }
    },
    beginnings: () => (begun ??= beginningsOf(matter)),
    placesOf(source) {
      const known = places.get(source.source)
      if (known) return known
      if (places.size > KEPT_AT_MOST) places.clear()
      const made = stemmedPlaces(source)
      places.set(source.source, made)
      return made
    },
    naming(passage) {
      if (!passage) return NONE
      const known =
        names.get(passage.document) ?? new Set(titleWords(passage.document).filter((word) => word.length > 2))
      names.set(passage.document, known)
      return known
    },
  }
}

/** By name the documents of a matter that are not read in full; what only holds others, such as an archive, has no text of its own. */
export function unreadDocuments({ store }: OpenMatter): readonly string[] {
  const rows = store.documents.list(null)
  const holding = new Set(rows.map(({ parent }) => parent))
  return rows
    .filter(({ documentId, textVersionId, pagesFailed }) =>
      textVersionId === null ? !holding.has(documentId) : pagesFailed > 0,
    )
    .map(({ document }) => document)
}

/** The same for the same words of the same reading, so that what was read of them can be kept. */
function markOf({ documentId, textVersion, start, end }: PassageEvidence): string {
  return `${documentId} ${textVersion} ${start} ${end}`
}

/** Characters in which a contract or a judgment names its parties. */
const BEGINNING = 4000

function beginningsOf(matter: OpenMatter): ReturnType<DraftEvidence['beginnings']> {
  const { documents, pages } = matter.store
  const all = documents.list(null).flatMap(({ documentId, document, textVersionId }): readonly PassageEvidence[] => {
    if (textVersionId === null) return []
    const text = pages.slice(textVersionId, 0, BEGINNING)
    const page = pages.starts(textVersionId)[0]?.page ?? null
    const place = { documentId, document, page, start: 0, end: text.length, section: '', text }
    return [{ kind: 'passage', ...place, textVersion: textVersionId, reference: null, score: 1, byOcr: false }]
  })
  const passages = new Map(all.map((passage) => [`${markOf(passage)} beginning`, passage]))
  return { passages, sources: [...passages].map(([mark, passage]) => asSource(mark, passage, matter)) }
}

/** Characters before and behind a passage. */
const AROUND = 600

/** Of a reference library a passage is all that is at hand. */
function widenedPassage(passage: PassageEvidence, { store }: OpenMatter): PassageEvidence {
  const { textVersion, start, end, page } = passage
  if (textVersion === null) return passage
  const from = Math.max(0, start - AROUND)
  const before = store.pages.slice(textVersion, from, start)
  const text = before + store.pages.slice(textVersion, start, end + AROUND)
  const first = page === null ? null : page - breaksIn(before)
  return { ...passage, page: first, start: from, end: end + AROUND, text }
}

/** The page of an offset into a passage, which may go over the end of its first page. */
export function pageOf({ page, text }: PassageEvidence, offset: number): number | null {
  return page === null ? null : page + breaksIn(text.slice(0, offset))
}

function breaksIn(text: string): number {
  return text.split(PAGE_BREAK).length - 1
}

function asSource(mark: string, passage: PassageEvidence, { store }: OpenMatter): CheckedSource {
  const { text, document, section } = passage
  return { source: mark, text, context: `${document} ${section}`.trimEnd(), before: linesBefore(passage, store.pages) }
}
