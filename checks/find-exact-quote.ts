import { normalise } from './normalise.ts'

/** UTF-16 offsets into the source. */
export type ExactQuote = { readonly start: number; readonly end: number }

/** Shorter sentences stand in a source by chance. */
const VERBATIM_WORDS_AT_LEAST = 4

/**
 * Where a sentence stands in a source word for word (after normalisation), or else the words that it puts between
 * quotation marks. Null when either does not stand there exactly.
 */
export function findExactQuote(sentence: string, source: string): ExactQuote | null {
  return exactly(sentence, source) ?? quotedParts(sentence, source)
}

function exactly(wanted: string, source: string): ExactQuote | null {
  const needle = normalise(wanted).text
  if (needle.split(' ').length < VERBATIM_WORDS_AT_LEAST) return null
  const hay = normalise(source)
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + 1)) {
    const last = at + needle.length - 1
    const startsWord = at === 0 || hay.text[at - 1] === ' '
    const endsWord = last === hay.text.length - 1 || hay.text[last + 1] === ' '
    if (startsWord && endsWord) return { start: hay.starts[at] as number, end: hay.ends[last] as number }
  }
  return null
}

/** A sentence that puts words between quotation marks is held to those words. */
function quotedParts(sentence: string, source: string): ExactQuote | null {
  const parts = [...sentence.matchAll(/[“"]([^”"]{12,})[”"]/g)].map((match) => match[1] as string)
  const quotes = parts.map((part) => exactly(part, source))
  if (quotes.length === 0 || quotes.some((quote) => quote === null)) return null
  return quotes[0] ?? null
}
