import { type Lexicon, isHarmlessSlip } from './harmless-slip.ts'
import { oneSpelling } from './one-spelling.ts'
import type { QuoteWord } from './quote-words.ts'

/** Words of a quote and what stands in their place; empty where nothing does. */
export type Difference = { readonly written: string; readonly stands: string }

export type Aligned = {
  /** Of the words of the source, `to` exclusive. */
  readonly from: number
  readonly to: number
  readonly differences: readonly Difference[]
  readonly slips: number
}

export type AlignOptions = {
  /** Another spelling of a word is none. */
  readonly slipsAtMost: number
  /** Where in the source's words to begin. */
  readonly after: number
  readonly mayBegin: (at: number) => boolean
  readonly lexicon: Lexicon
}

/** An article that comes or goes changes no sense; another one in its place may. */
const ARTICLE = 'the'

type Walked = Omit<Aligned, 'from'>

/** Where the words of a quote stand in a source, one after the other, with the fewest slips, all of them harmless; else null. */
export function alignWords(
  quote: readonly QuoteWord[],
  source: readonly QuoteWord[],
  { slipsAtMost, after, mayBegin, lexicon }: AlignOptions,
): Aligned | null {
  let best: Aligned | null = null
  for (let from = after; from < source.length && best?.differences.length !== 0; from += 1) {
    const found = mayBegin(from) ? walk(0, from, slipsAtMost) : null
    if (found && (best === null || found.differences.length < best.differences.length)) best = { from, ...found }
  }
  return best

  function walk(at: number, stood: number, left: number): Walked | null {
    const [word, stands] = [quote[at], source[stood]]
    if (word === undefined) return { to: stood, differences: [], slips: 0 }
    if (stands === undefined) return null
    if (word.text === stands.text) return walk(at + 1, stood + 1, left)
    const parts = partsOfJoined(quote, at, source, stood)
    if (parts) return walk(at + parts.quote, stood + parts.source, left)
    const here = { written: word.text, stands: stands.text }
    if (oneSpelling(word.text) === oneSpelling(stands.text)) return further(here, 0, walk(at + 1, stood + 1, left))
    if (left === 0) return null
    if (word.text === ARTICLE && at > 0) return further({ ...here, stands: '' }, 1, walk(at + 1, stood, left - 1))
    if (stands.text === ARTICLE && at > 0) return further({ ...here, written: '' }, 1, walk(at, stood + 1, left - 1))
    return isHarmlessSlip(word.text, stands, lexicon) ? further(here, 1, walk(at + 1, stood + 1, left - 1)) : null
  }
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

function further(difference: Difference, slips: number, rest: Walked | null): Walked | null {
  return rest && { to: rest.to, differences: [difference, ...rest.differences], slips: rest.slips + slips }
}
