import { contentWords } from '../../text/words.ts'
import { type Aligned, alignWords, type Difference } from './align-words.ts'
import type { Lexicon } from './harmless-slip.ts'
import { isSplit, isTurnedBefore, isTurnedBehind, leavesOutTurn, saysNo } from './is-cut.ts'
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

const QUERIED = /^[^\p{L}\p{N}]*\?/u
const QUESTION = /\?[^\p{L}\p{N}]*$/u
const ELLIPSIS = /\[\s*(?:…|\.\s*\.\s*\.)\s*\]|…|\.\s?\.\s?\./

/**
 * Where the words of a quote stand in a source: as they are after `normalise`, or with few differences that change no sense, which
 * are given. Null when they do not, or are fewer than four. It says nothing about a paraphrase (`docs/answers.md`).
 */
export function findQuote(quoted: string, source: string, lexicon: Lexicon): Quote | null {
  const parts = quoted
    .split(ELLIPSIS)
    .map((written) => ({ written, words: quoteWords(written) }))
    .filter(({ words }) => words.length > 0)
  if (parts.reduce((sum, { words }) => sum + words.length, 0) < WORDS_AT_LEAST) return null
  const words = quoteWords(source)
  const found = inOrder(parts, words, { source, lexicon })
  if (!found) return null
  const spans = found.map(({ from, to }) => ({ start: words[from]!.start, end: words[to - 1]!.end }))
  return { parts: spans, differences: found.flatMap(({ differences }) => differences) }
}

type Part = { readonly written: string; readonly words: readonly QuoteWord[] }
type Within = { readonly source: string; readonly lexicon: Lexicon }

/** Each part behind the one before it, none cut so that it says something else. */
function inOrder(
  parts: readonly Part[],
  words: readonly QuoteWord[],
  { source, lexicon }: Within,
): readonly Aligned[] | null {
  const found: Aligned[] = []
  for (const { written, words: part } of parts) {
    const [isQueried, isQuestion] = [QUERIED.test(written), QUESTION.test(written)]
    const after = found.at(-1)?.to ?? 0
    const isLast = found.length === parts.length - 1
    const isWhole = (from: number, to: number) =>
      !isSplit(words, from, to, source) &&
      !(found.length === 0
        ? isTurnedBefore(words, from, source, isQueried)
        : leavesOutTurn(words, after, from, source)) &&
      !(isLast && isTurnedBehind(words, to, source, isQuestion))
    const aligned = alignWords(part, words, { slipsAtMost: slipsAtMost(part), after, isWhole, lexicon })
    if (!aligned) return null
    found.push(aligned)
  }
  return found
}

function slipsAtMost(part: readonly QuoteWord[]): number {
  const letters = part.reduce((sum, { text }) => sum + text.length, part.length - 1)
  return letters < CLOSE_LETTERS_AT_LEAST ? 0 : Math.max(1, Math.floor(part.length / WORDS_A_SLIP))
}

const QUOTED = /[“"„«]([^”“"«»]{12,})[”“"»]/g

/** More words around a quote say something of their own. */
const OUTSIDE_AT_MOST = 3

/** What a sentence says of where it has its words from. */
const FRAME = /^\s*(?:according to|as (?:stated|set out|provided|noted|recorded) in)\s([^,]{2,100}),\s/i

/**
 * Where a sentence stands in a source: all of it, or all of it behind "According to the lease," where the source is called that, or the
 * words that it puts between quotation marks where next to nothing stands around them. Else null.
 */
export function quoteInSentence(
  sentence: string,
  source: { readonly text: string; readonly context: string },
  lexicon: Lexicon,
): Quote | null {
  return (
    findQuote(sentence, source.text, lexicon) ??
    behindFrame(sentence, source, lexicon) ??
    betweenMarks(sentence, source.text, lexicon)
  )
}

/** The longer runs of words that a sentence puts between quotation marks. */
export function quotedParts(sentence: string): readonly string[] {
  return [...sentence.matchAll(QUOTED)].map(([, part = '']) => part)
}

function behindFrame(
  sentence: string,
  { text, context }: { readonly text: string; readonly context: string },
  lexicon: Lexicon,
): Quote | null {
  const frame = FRAME.exec(sentence)
  if (!frame || saysNo(quoteWords(frame[0]))) return null
  const known = new Set(contentWords(`${context} document passage source text`))
  if (!contentWords(frame[1] ?? '').every((word) => known.has(word))) return null
  return findQuote(sentence.slice(frame[0].length), text, lexicon)
}

function betweenMarks(sentence: string, source: string, lexicon: Lexicon): Quote | null {
  const parts = quotedParts(sentence)
  const outside = parts.reduce((left, part) => left.replace(part, ' '), sentence)
  if (parts.length === 0 || contentWords(outside).length > OUTSIDE_AT_MOST || saysNo(quoteWords(outside))) return null
  const quotes = parts.map((part) => findQuote(part, source, lexicon))
  if (!quotes.every((quote) => quote !== null)) return null
  return {
    parts: quotes.flatMap(({ parts: spans }) => spans),
    differences: quotes.flatMap(({ differences }) => differences),
  }
}
