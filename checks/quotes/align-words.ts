import { oneSpelling } from '../../text/words.ts'
import { isHarmlessSlip, type Lexicon } from './harmless-slip.ts'
import { type QuoteWord, quoteWords } from './quote-words.ts'

/** Words of a quote and what stands in their place; empty where nothing does. */
export type Difference = { readonly written: string; readonly stands: string }

export type Aligned = {
  /** Of the words of the source, `to` exclusive. */
  readonly from: number
  readonly to: number
  readonly differences: readonly Difference[]
}

type AlignOptions = {
  /** Another spelling of a word is none. */
  readonly slipsAtMost: number
  /** Where in the source's words to begin. */
  readonly after: number
  /** Whether the words of the source from the one to the other, which is left out, may be taken by themselves. */
  readonly isWhole: (from: number, to: number) => boolean
  readonly lexicon: Lexicon
}

/** An article that comes or goes changes no sense; another one in its place may. */
const ARTICLE = 'the'

/** Who speaks of a document from outside says "the lease" where it says "this lease" itself. */
const POINTING = new Set(['this', 'these'])

type Walked = Omit<Aligned, 'from'>

/** Where the words of a quote stand in a source, one after the other, with the fewest slips, all of them harmless; else null. */
export function alignWords(
  quote: readonly QuoteWord[],
  source: readonly QuoteWord[],
  { slipsAtMost, after, isWhole, lexicon }: AlignOptions,
): Aligned | null {
  let best: Aligned | null = null
  for (let from = after; from < source.length && best?.differences.length !== 0; from += 1) {
    const found = walk(0, from, slipsAtMost)
    if (!found || (best !== null && found.differences.length >= best.differences.length)) continue
    if (isWhole(from, found.to)) best = { from, ...found }
  }
  return best

  function walk(at: number, stood: number, left: number): Walked | null {
    const [word, stands] = [quote[at], source[stood]]
    if (word === undefined) return { to: stood, differences: [] }
    if (stands === undefined) return null
    if (word.text === stands.text) return walk(at + 1, stood + 1, left)
    const parts = partsOfJoined(quote, at, source, stood)
    if (parts) return walk(at + parts.quote, stood + parts.source, left)
    if (isOtherSpelling(word.text, stands, lexicon))
      return further({ written: word.text, stands: stands.text }, walk(at + 1, stood + 1, left))
    const slip = left === 0 ? null : slipOf(word.text, stands, at === 0, lexicon)
    if (slip === null) return null
    return further(slip.difference, walk(at + slip.quote, stood + slip.source, left - 1))
  }
}

type Slip = { readonly difference: Difference; readonly quote: number; readonly source: number }

/** A difference that changes no sense, and how many words of each it takes up. */
function slipOf(written: string, stands: QuoteWord, isFirst: boolean, lexicon: Lexicon): Slip | null {
  const other = { difference: { written, stands: stands.text }, quote: 1, source: 1 }
  if (written === ARTICLE && POINTING.has(stands.text)) return other
  if (written === ARTICLE && !isFirst) return { difference: { written, stands: '' }, quote: 1, source: 0 }
  if (stands.text === ARTICLE && !isFirst) return { difference: { written: '', stands: ARTICLE }, quote: 0, source: 1 }
  return isHarmlessSlip(written, stands, lexicon) ? other : null
}

/** "long-\nterm" was joined to "longterm", and a quote has "long-term". */
function partsOfJoined(
  quote: readonly QuoteWord[],
  at: number,
  source: readonly QuoteWord[],
  stood: number,
): { readonly quote: number; readonly source: number } | null {
  const both = (words: readonly QuoteWord[], first: number) =>
    `${words[first]?.text ?? ''}${words[first + 1]?.text ?? ''}`
  if (source[stood]?.isJoined && both(quote, at) === source[stood]?.text) return { quote: 2, source: 1 }
  if (quote[at]?.isJoined && both(source, stood) === quote[at]?.text) return { quote: 1, source: 2 }
  return null
}

/** Of a name no other spelling is the same. */
function isOtherSpelling(written: string, stands: QuoteWord, { isOrdinary }: Lexicon): boolean {
  if (oneSpelling(written) !== oneSpelling(stands.text)) return false
  return !stands.isCapital || isOrdinary(stands.text)
}

function further(difference: Difference, rest: Walked | null): Walked | null {
  return rest && { to: rest.to, differences: [difference, ...rest.differences] }
}

const no = () => false
export const NOTHING_KNOWN: Lexicon = {
  isKnown: no,
  isOrdinary: no,
  isPlace: no,
  mayBePlace: no,
  isAlsoPlace: no,
  isName: no,
  isMedical: no,
}

/** Whether the words stand in a text one after the other, whatever their case and the punctuation between them. */
export function standsIn(words: string, text: string): boolean {
  const wanted = quoteWords(words)
  const options = { slipsAtMost: 0, after: 0, isWhole: () => true, lexicon: NOTHING_KNOWN }
  return wanted.length > 0 && alignWords(wanted, quoteWords(text), options) !== null
}
