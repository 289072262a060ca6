import { contentWords } from '../content-words.ts'
import { findQuote, type Quote } from './find-quote.ts'
import type { Lexicon } from './harmless-slip.ts'

const QUOTED = /[“"„«]([^”“"«»]{12,})[”“"»]/g
/** What a sentence says of where it has its words from. */
const FRAME = /^\s*(?:according to|as (?:stated|set out|provided|noted|recorded) in|per)\s([^,]{2,100}),\s/i

/**
 * Where a sentence stands in a source: all of it, or all of it behind "According to the lease," where the source or the question
 * speaks of that, or the words that it puts between quotation marks where these are the better half of it. Else null.
 */
export function quoteInSentence(
  sentence: string,
  source: { readonly text: string; readonly context: string },
  question: string,
  lexicon: Lexicon,
): Quote | null {
  return (
    findQuote(sentence, source.text, lexicon) ??
    behindFrame(sentence, source, question, lexicon) ??
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
  question: string,
  lexicon: Lexicon,
): Quote | null {
  const frame = FRAME.exec(sentence)
  if (!frame) return null
  const known = new Set([text, context, question, 'document passage source text'].flatMap(contentWords))
  if (!contentWords(frame[1] ?? '').every((word) => known.has(word))) return null
  return findQuote(sentence.slice(frame[0].length), text, lexicon)
}

function betweenMarks(sentence: string, source: string, lexicon: Lexicon): Quote | null {
  const parts = quotedParts(sentence)
  const words = (text: string) => contentWords(text).length
  if (parts.length === 0 || words(parts.join(' ')) * 2 < words(sentence)) return null
  const quotes = parts.map((part) => findQuote(part, source, lexicon))
  if (!quotes.every((quote) => quote !== null)) return null
  return {
    parts: quotes.flatMap(({ parts: spans }) => spans),
    differences: quotes.flatMap(({ differences }) => differences),
  }
}
