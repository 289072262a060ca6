import { type QuoteWord, quoteWords } from '../../checks/quotes/quote-words.ts'
import type { HighlightPlace, StoredHighlight } from '../../store/matter/highlights.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** So much of the text around the words is kept, to tell them from the same words elsewhere. */
const AROUND_CHARACTERS = 80

type Marked = Pick<StoredHighlight, 'quote' | 'before' | 'behind'> & {
  /** How far into the text they were, 0 to 1; decides where the words around do not. */
  readonly share: number
}

/**
 * The highlights of a document go to the place of their words in the text that it is about to show; the others lose theirs. Called
 * before that text is shown, since the place in the one before decides between equal ones.
 */
export function followHighlights(
  { store }: Pick<OpenMatter, 'store'>,
  documentId: string,
  textVersionId: number,
): void {
  const highlights = store.highlights.list(documentId)
  if (highlights.length === 0) return
  const before = store.documents.get(documentId, null).textVersionId
  const length = before === null ? 0 : store.textVersions.get(before).characters
  const words = quoteWords(store.pages.wholeText(textVersionId))
  const pageAt = pagesOf(store, textVersionId)
  for (const highlight of highlights) {
    const found = findMarked(words, { ...highlight, share: (highlight.place?.start ?? 0) / Math.max(1, length) })
    store.highlights.move(highlight.id, found && { ...found, page: pageAt(found.start) })
  }
}

/** The number of the page where an offset of the whole text lies. */
export function pagesOf({ pages }: OpenMatter['store'], textVersionId: number): (offset: number) => number | null {
  const starts = pages.starts(textVersionId)
  return (offset) => starts.findLast(({ start }) => start <= offset)?.page ?? null
}

/** What is kept of the text around marked words. */
export function around(text: string, { start, end }: Pick<HighlightPlace, 'start' | 'end'>) {
  return {
    before: text.slice(Math.max(0, start - AROUND_CHARACTERS), start),
    behind: text.slice(end, end + AROUND_CHARACTERS),
  }
}

/**
 * Where marked words are in a text, whatever its line breaks and quotation marks: of several places the one with most of the same
 * words around, then the one nearest to where they were. Null where they are nowhere.
 */
export function findMarked(words: readonly QuoteWord[], { quote, before, behind, share }: Marked) {
  const wanted = textsOf(quote)
  const leading = textsOf(before).toReversed()
  const following = textsOf(behind)
  const [best] = placesOf(wanted, words)
    .map((at) => {
      const same =
        sameWords(leading, (step) => words[at - 1 - step]) +
        sameWords(following, (step) => words[at + wanted.length + step])
      return { at, same, away: Math.abs(at / words.length - share) }
    })
    .toSorted((one, other) => other.same - one.same || one.away - other.away)
  const [from, to] = best ? [words[best.at], words[best.at + wanted.length - 1]] : []
  return from && to ? { start: from.start, end: to.end } : null
}

const textsOf = (text: string): readonly string[] => quoteWords(text).map((word) => word.text)

/** At which words of a text these begin, one after the other. */
function placesOf(wanted: readonly string[], words: readonly QuoteWord[]): readonly number[] {
  if (wanted.length === 0) return []
  return words.flatMap((_, at) => (wanted.every((word, index) => words[at + index]?.text === word) ? [at] : []))
}

/** How many of these words are there in the same order, from the nearest on. */
function sameWords(wanted: readonly string[], at: (step: number) => QuoteWord | undefined): number {
  const first = wanted.findIndex((word, step) => at(step)?.text !== word)
  return first < 0 ? wanted.length : first
}
