import { contentWords } from '../../text/words.ts'
import { findQuote, type Quote } from './find-quote.ts'
import type { Lexicon } from './harmless-slip.ts'
import { saysNo } from './is-cut.ts'
import { quoteWords } from './quote-words.ts'

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
