import { type Aligned, alignWords, type Difference } from './align-words.ts'
import type { Lexicon } from './harmless-slip.ts'
import { type QuoteWord, quoteWords } from './quote-words.ts'

/** Where quoted words stand; UTF-16 offsets into the source. Word for word when there are no differences. */
export type Quote = {
  /** One for each part between ellipses, in order. */
  readonly parts: readonly { readonly start: number; readonly end: number }[]
  readonly differences: readonly Difference[]
}

/** Shorter quotes stand somewhere by chance. */
const WORDS_AT_LEAST = 4
/** Parts with fewer letters must stand there as they are. */
const CLOSE_LETTERS_AT_LEAST = 12
const WORDS_A_SLIP = 8

const ELLIPSIS = /\[\s*(?:…|\.\s*\.\s*\.)\s*\]|…|\.\s?\.\s?\./
/** An ellipsis may leave much out, but not what turns the sentence round. */
const TURNING =
  /\b(?:not|no|nor|never|neither|none|nothing|nobody|cannot|\p{L}+n't|without|unless|except|excluding|save)\b/iu
/** Words that nobody may leave out in front. */
const RESTRICTING = new Set('not no never nor neither only hardly without unless except if whether until'.split(' '))
const SENTENCE_END = /[.!?;:](?=\s|$)|\n/

/**
 * Where the words of a quote stand in a source: as they are after `normalise`, or with few differences that change no sense, which
 * are given. Null when they do not, or are fewer than four. It says nothing about a paraphrase (`disclosure.md` section 7).
 */
export function findQuote(quoted: string, source: string, lexicon: Lexicon): Quote | null {
  const parts = quoted
    .split(ELLIPSIS)
    .map(quoteWords)
    .filter((words) => words.length > 0)
  if (parts.reduce((sum, words) => sum + words.length, 0) < WORDS_AT_LEAST) return null
  const words = quoteWords(source)
  const found = inOrder(parts, words, { source, lexicon })
  if (!found) return null
  const spans = found.map(({ from, to }) => ({ start: words[from]!.start, end: words[to - 1]!.end }))
  if (spans.some(({ end }, at) => turns(source.slice(end, spans[at + 1]?.start ?? end)))) return null
  return { parts: spans, differences: found.flatMap(({ differences }) => differences) }
}

type Within = { readonly source: string; readonly lexicon: Lexicon }

/** Each part behind the one before it, the first not behind a word that restricts it. */
function inOrder(
  parts: readonly (readonly QuoteWord[])[],
  words: readonly QuoteWord[],
  { source, lexicon }: Within,
): readonly Aligned[] | null {
  const found: Aligned[] = []
  for (const part of parts) {
    const after = found.at(-1)?.to
    const mayBegin = (at: number) => after !== undefined || !isRestricted(words, at, source)
    const aligned = alignWords(part, words, { slipsAtMost: slipsAtMost(part), after: after ?? 0, mayBegin, lexicon })
    if (!aligned) return null
    found.push(aligned)
  }
  return found
}

function isRestricted(words: readonly QuoteWord[], at: number, source: string): boolean {
  const before = words[at - 1]
  if (!before || !RESTRICTING.has(before.text)) return false
  return !SENTENCE_END.test(source.slice(before.end, words[at]?.start))
}

function slipsAtMost(part: readonly QuoteWord[]): number {
  const letters = part.reduce((sum, { text }) => sum + text.length, part.length - 1)
  return letters < CLOSE_LETTERS_AT_LEAST ? 0 : Math.max(1, Math.floor(part.length / WORDS_A_SLIP))
}

/** Whether the words left out stand in one sentence with both sides, and turn it. */
function turns(left: string): boolean {
  return TURNING.test(left) && !SENTENCE_END.test(left)
}
