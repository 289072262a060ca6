import { contentWords } from './content-words.ts'
import { normalise } from './normalise.ts'
import { splitSentences } from './split-sentences.ts'

/** A span of a source, UTF-16 offsets into the source's text, and whether the sentence stands there word for word. */
export type Quote = { readonly start: number; readonly end: number; readonly verbatim: boolean }

/** Shorter sentences stand in a source by chance. */
const VERBATIM_WORDS_AT_LEAST = 4

/**
 * The words of `source` that bear `sentence` out: the sentence itself where it stands there exactly (after
 * normalisation), else the sentence of the source that shares most of its rarer words. Null when they share nothing.
 * The model only names the source; small models' own quotes were verbatim in half of the cases (`models.md`).
 */
export function findQuote(sentence: string, source: string): Quote | null {
  return exactQuote(sentence, source) ?? quotedParts(sentence, source) ?? nearestSentence(sentence, source)
}

function exactQuote(wanted: string, source: string): Quote | null {
  const needle = normalise(wanted).text
  if (needle.split(' ').length < VERBATIM_WORDS_AT_LEAST) return null
  const hay = normalise(source)
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + 1)) {
    const last = at + needle.length - 1
    const startsWord = at === 0 || hay.text[at - 1] === ' '
    const endsWord = last === hay.text.length - 1 || hay.text[last + 1] === ' '
    if (startsWord && endsWord)
      return { start: hay.starts[at] as number, end: hay.ends[last] as number, verbatim: true }
  }
  return null
}

/** A sentence that puts words between quotation marks is held to those words. */
function quotedParts(sentence: string, source: string): Quote | null {
  const parts = [...sentence.matchAll(/[“"]([^”"]{12,})[”"]/g)].map((match) => match[1] as string)
  const quotes = parts.map((part) => exactQuote(part, source))
  if (quotes.length === 0 || quotes.some((quote) => quote === null)) return null
  return quotes[0] ?? null
}

function nearestSentence(sentence: string, source: string): Quote | null {
  const wanted = new Set(contentWords(sentence))
  const candidates = splitSentences(source).map((span) => ({
    span,
    words: new Set(contentWords(source.slice(span.start, span.end))),
  }))
  const rarity = (word: string) => 1 / (1 + candidates.filter(({ words }) => words.has(word)).length)
  let best: { score: number; start: number; end: number } | null = null
  for (const { span, words } of candidates) {
    const shared = [...wanted].filter((word) => words.has(word)).reduce((sum, word) => sum + rarity(word), 0)
    const score = shared / Math.sqrt(1 + words.size / 12)
    if (shared > 0 && (!best || score > best.score)) best = { score, ...span }
  }
  return best && { start: best.start, end: best.end, verbatim: false }
}
