import type { LibraryHit } from '../../../library/matter-library.ts'
import { isFunctionWord } from '../../../text/function-words.ts'
import { isKindWord } from '../../../text/questions.ts'
import { contentWords, wordStem } from '../../../text/words.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'

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
