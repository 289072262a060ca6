import type { Answer } from '../../../contract/answers/answer.ts'
import type { LibraryHit, NamedIn } from '../../../library/matter-library.ts'
import { withoutWords } from '../../../library/search/question-words.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import { documentIdsMatching } from '../../documents/find-document.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { EvidenceSource, PassageEvidence } from '../../questions/evidence-source.ts'
import { type ResolvedQuestion, resolveFollowUp } from '../../questions/resolve-follow-up.ts'
import { mergeHits } from '../../references/merge-hits.ts'
import { type MatterReferences, NO_REFERENCES, type ReferencesFound } from '../../references/search-references.ts'
import { isFunctionWord } from '../../../text/function-words.ts'
import { isKindWord } from '../../../text/questions.ts'
import { contentWords, wordStem } from '../../../text/words.ts'

/** So many passages; what of them the model reads is chosen by the sentence (`choose-sentences.ts`). */
const PASSAGES = 8

/**
 * A passage that the best ones refer to takes the place of the last: on legalbenchrag_contractnli 80.4 % of the gold spans were
 * then in the evidence, 80.1 % without (469 questions, of which 53 had such a passage).
 */
const LINKED = 1

/** Evidence from the documents of a matter and, unless documents were chosen, from its reference libraries. */
export function passageSource(matter: OpenMatter, references: MatterReferences | null): EvidenceSource {
  return {
    async find({ question, follows, documents }, signal) {
      const about = await resolveFollowUp(question, follows, matter.library)
      const { asked } = about
      const chosen = documents.length === 0 ? null : documentIdsMatching(matter, documents)
      const [own, other] = await Promise.all([
        searchDocuments(about, matter, chosen),
        references && chosen === null ? references.search(asked, PASSAGES) : NO_REFERENCES,
      ])
      signal.throwIfAborted()
      const first = own.hits.slice(0, PASSAGES - LINKED)
      const linked = linkedPassages(matter.store, first, LINKED)
      const found = linked.length === 0 ? own.hits : [...first, ...linked]
      const hits = [...markedPassages(asked, matter, found, chosen), ...found]
      return {
        evidence: mergeEvidence(asked, matter, hits, other.hits, PASSAGES),
        references: other.searched,
        notSearched: [...other.notSearched],
        conclusionsLeftOut: 0,
        rulesNotUsed: [],
        about: { asked, named: own.named },
        knownWords: async (words) => (other.searched.length === 0 ? [] : (references?.knownWords(words) ?? [])),
      }
    },
  }
}

type Searched = { readonly hits: readonly LibraryHit[]; readonly named: readonly NamedIn[] }

/**
 * Where a question names two documents or more, each is searched by itself for what is left of the question without the names of
 * the others, and their passages take turns: one search gave all to the better fitting. The best of the other documents comes last:
 * what looks like a name may be none.
 */
async function searchDocuments(
  { asked: question, named: all }: ResolvedQuestion,
  { library }: OpenMatter,
  chosen: readonly string[] | null,
): Promise<Searched> {
  const named = all.filter(({ documentId }) => chosen?.includes(documentId) ?? true)
  if (named.length < 2) {
    const { hits } = await library.search({ question, limit: PASSAGES, documentIds: chosen ?? undefined })
    return { hits, named }
  }
  const limit = Math.ceil(PASSAGES / named.length)
  const ids = named.map(({ documentId }) => documentId)
  const elsewhere = chosen === null ? library.search({ question, limit: PASSAGES }) : null
  const found = await Promise.all(
    named.map(({ documentId, words }) => {
      const others = named.flatMap((one) => (one.documentId === documentId ? [] : [...one.words]))
      const own = withoutWords(question, new Set(others.filter((word) => !words.has(word))))
      return library.search({ question: own, limit, documentIds: [documentId] })
    }),
  )
  const turns = Array.from({ length: limit }, (_, at) => found.flatMap(({ hits }) => hits[at] ?? []))
  const other = (await elsewhere)?.hits.find(({ documentId }) => !ids.includes(documentId))
  const own = turns.flat()
  return { hits: other ? [...own.slice(0, PASSAGES - LINKED - 1), other] : own, named }
}

/** One list of the passages of a matter and of its reference libraries, `limit` in all. */
export function mergeEvidence(
  question: string,
  matter: OpenMatter,
  own: readonly LibraryHit[],
  references: ReferencesFound['hits'],
  limit: number,
): readonly PassageEvidence[] {
  const comparable = (evidence: PassageEvidence, similarity: number | null) => ({
    evidence,
    similarity,
    text: evidence.text,
    context: `${evidence.document} ${evidence.section}`,
  })
  const merged = mergeHits(
    question,
    own.map((hit) => comparable(fromMatter(matter, hit), hit.similarity)),
    Object.values(Object.groupBy(references, ({ reference }) => reference)).map((hits = []) =>
      hits.map((hit) => comparable(fromReference(hit), hit.similarity)),
    ),
    limit,
  )
  return merged.map(({ evidence }) => evidence)
}

export function fromMatter(
  { store }: Pick<OpenMatter, 'store'>,
  { passage, documentId, score, alsoIn = [] }: LibraryHit,
): PassageEvidence {
  const { page, start, end, section, text, textVersionId: textVersion } = passage
  // One that is being removed may be found for a moment longer.
  const nameOf = (id: string) => store.documents.find(id, null)?.document ?? ''
  const document = nameOf(documentId)
  const others = alsoIn.map(nameOf).filter((name) => name !== '')
  const byOcr = store.pages.list(textVersion).some((row) => row.page === page && row.state === 'ocr')
  const place = { documentId, document, page, start, end, section, text, textVersion, reference: null }
  return { kind: 'passage', ...place, score, byOcr, ...(others.length === 0 ? {} : { alsoIn: others }) }
}

function fromReference({ passage, text, score, reference }: ReferencesFound['hits'][number]): PassageEvidence {
  const { path: document, sha256: documentId, page, start, end, section, byOcr } = passage
  const place = { documentId, document, page, start, end, section, text, textVersion: null, reference }
  return { kind: 'passage', ...place, score, byOcr }
}

/** Only the best hits lead on: what the others refer to is seldom what was asked for. */
const REFERRING_HITS = 3

/**
 * The passages that the best hits refer to ("subject to clause 7.3") and that are not among the hits, in the order in which they
 * are referred to; at most `limit`.
 */
function linkedPassages(
  { passages, crossReferences }: MatterStore<Answer>,
  hits: readonly LibraryHit[],
  limit: number,
): readonly LibraryHit[] {
  const seen = new Set(hits.map(({ passage }) => passage.id))
  const found: LibraryHit[] = []
  for (const { passage, documentId, score, similarity } of hits.slice(0, REFERRING_HITS)) {
    for (const { targetStart } of crossReferences.between(passage.textVersionId, passage.start, passage.end)) {
      const target = passages.at(passage.textVersionId, targetStart)
      if (!target || seen.has(target.id) || found.length >= limit) continue
      seen.add(target.id)
      found.push({ passage: target, documentId, score, similarity, text: target.text })
    }
  }
  return found
}

/** So many passages that a person kept as evidence are read though the search did not find them. */
const MARKED = 2

/** What is looked at in the store of a matter. */
type KeptEvidence = {
  readonly highlights: Pick<MatterStore['highlights'], 'list'>
  readonly documents: { get(id: string, embedder: null): { readonly textVersionId: number | null } }
  readonly passages: Pick<MatterStore['passages'], 'at'>
}

/**
 * The passages that a person kept as evidence (`contract/highlight.ts`) and that are not among the hits, where the question concerns
 * their marked words or the note to them; those that share most with it first.
 */
export function markedPassages(
  question: string,
  { store }: { readonly store: KeptEvidence },
  hits: readonly LibraryHit[],
  chosen: readonly string[] | null,
): readonly LibraryHit[] {
  const kept = store.highlights.list().filter((one) => one.isEvidence && (chosen?.includes(one.documentId) ?? true))
  if (kept.length === 0) return []
  const wordsShared = sharedWith(question)
  const seen = new Set(hits.map(({ passage }) => passage.id))
  const [best] = hits
  const found: { readonly hit: LibraryHit; readonly shared: number }[] = []
  for (const { documentId, quote, note, place } of kept) {
    const shared = wordsShared(`${quote} ${note}`)
    if (place === null || shared === 0) continue
    const { textVersionId } = store.documents.get(documentId, null)
    const passage = textVersionId === null ? null : store.passages.at(textVersionId, place.start)
    if (!passage || seen.has(passage.id)) continue
    seen.add(passage.id)
    const scored = { score: best?.score ?? 0, similarity: best?.similarity ?? null }
    found.push({ hit: { passage, documentId, text: passage.text, ...scored }, shared })
  }
  return found
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, MARKED)
    .map(({ hit }) => hit)
}

/** Of a longer question, no more are asked for: it names its parties and papers as well. */
const ENOUGH = 4

/**
 * How many words of a question a text has, in any of their forms. None where these are fewer than half of those that say something, or
 * fewer than two of several: one alone, such as "tenant", stands everywhere in a matter.
 */
export function sharedWith(question: string): (text: string) => number {
  const asked = [...sayingStems(question)]
  const wanted = Math.min(asked.length, Math.max(2, Math.min(ENOUGH, Math.ceil(asked.length / 2))))
  return (text) => {
    const said = sayingStems(text)
    const shared = asked.filter((stem) => said.has(stem)).length
    return shared >= wanted ? shared : 0
  }
}

/** "l’appartement", "dell’immobile": an article that has lost its vowel. */
const ELIDED = /(?<!\p{L})\p{L}{1,4}['’](?=\p{L}{2})/gu

/** The beginnings of the words that say something, in any of the languages: grammar and question words stand in every text. */
function sayingStems(text: string): Set<string> {
  const words = contentWords(text.replace(ELIDED, ' '))
  return new Set(words.filter((word) => !isGrammar(word)).map(wordStem))
}

function isGrammar(word: string): boolean {
  return /^\p{L}$/u.test(word) || isFunctionWord(word) || isKindWord(word)
}
