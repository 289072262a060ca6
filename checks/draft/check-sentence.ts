import { confirm, readPlace, type ReadPlace } from '../confirm.ts'
import { type Statement, statementOf } from '../claim-statement.ts'
import type { CheckedSource } from '../find-support.ts'
import { quoteInSentence } from '../quotes/find-quote.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { bareSentence } from './bare-sentence.ts'
import { type Compared, compareWithPlace, NEARLY_ALL } from './compare-sentence.ts'
import type { DraftFound, FoundAt, Said } from './draft-finding.ts'
import { rankPlaces, type StemmedPlace } from './rank-places.ts'
import { notChecked } from './says-fact.ts'

export type CheckSentenceOptions = {
  /** The passages found for it, of documents and reference libraries. */
  readonly sources: readonly CheckedSource[]
  readonly placesOf: (source: CheckedSource) => readonly StemmedPlace[]
  /** In lower case the words that name the document of a source. */
  readonly naming: (source: string) => ReadonlySet<string>
  readonly lexicon: Lexicon
  /** Not every library could be searched, so that nothing can be called missing. */
  readonly isWholeSearch: boolean
}

/** With less of a sentence in any one place, the documents do not speak of it. */
const SPOKEN_OF = 0.5

type ReadSourcePlace = { readonly source: string; readonly place: ReadPlace }
type Against = ReadSourcePlace & { readonly compared: Compared }

/**
 * One verdict for a sentence of a draft, against the passages that were found for it: word for word, nearly so, in other words,
 * otherwise with the page's own words, in no document; or not checkable, which accuses of nothing.
 */
export function checkSentence(sentence: string, options: CheckSentenceOptions): DraftFound {
  const { sources, placesOf, naming, lexicon } = options
  const bare = bareSentence(sentence)
  const quoted = asQuoted(bare, sources, lexicon)
  if (quoted) return found(sentence, quoted.verdict, { at: quoted.at })
  const ranked = rankPlaces(bare, sources.flatMap(placesOf))
  const places = ranked.map(({ source, place }): ReadSourcePlace => ({ source, place: readPlace(place) }))
  const cited = new Set(sources.map(({ source }) => source))
  const confirmed = confirm(bare.trim(), { cited, places, naming })
  if (confirmed?.kind === 'supports') return found(sentence, 'supported', { at: [placeAt(confirmed)] })
  const claim = statementOf(bare)
  const against = places.map(
    (one): Against => ({
      ...one,
      compared: compareWithPlace({ claim, place: one.place, known: naming(one.source), lexicon }),
    }),
  )
  const departing = departingPlace(against, confirmed)
  return departing ? contradicted(sentence, departing) : unsettled(sentence, claim, against, options)
}

/** Where a sentence stands word for word, or nearly so; else null. */
function asQuoted(sentence: string, sources: readonly CheckedSource[], lexicon: Lexicon) {
  let close: { readonly verdict: 'close'; readonly at: readonly FoundAt[] } | null = null
  for (const source of sources) {
    const quote = quoteInSentence(sentence, source, lexicon)
    if (!quote) continue
    const at = quote.parts.map(({ start, end }) => ({
      source: source.source,
      start,
      end,
      quote: source.text.slice(start, end),
    }))
    if (quote.differences.length === 0) return { verdict: 'verbatim' as const, at }
    close ??= { verdict: 'close', at }
  }
  return close
}

/**
 * The place that says otherwise of the same thing: the one that shares most of the sentence. None where another that shares about as
 * much says nothing else: then nobody can tell of which the sentence speaks.
 */
function departingPlace(against: readonly Against[], confirmed: ReadSourcePlace | null): Against | null {
  const near = against.filter(({ compared }) => compared.shared >= NEARLY_ALL)
  const best = near.toSorted(
    (one, other) =>
      other.compared.shared - one.compared.shared ||
      one.compared.departures.length - other.compared.departures.length ||
      one.place.text.length - other.place.text.length,
  )[0]
  if (best && best.compared.departures.length > 0) return best
  const sure = confirmed && against.find(({ place }) => place === confirmed.place)
  return sure ?? null
}

function contradicted(sentence: string, { source, place, compared }: Against): DraftFound {
  const { departures } = compared
  const [first] = departures
  const said: Said =
    first && first.about !== 'sense'
      ? { code: 'otherwise', written: first.written, stands: first.stands }
      : { code: 'contradicted' }
  return found(sentence, 'contradicted', {
    words: departures.map(({ words }) => words),
    said,
    instead: place.text.trim(),
    at: [placeAt({ source, place })],
  })
}

/** Neither borne out nor contradicted: in other words somewhere, in no document, or nothing that could be looked up. */
function unsettled(
  sentence: string,
  claim: Statement,
  against: readonly Against[],
  { isWholeSearch }: CheckSentenceOptions,
): DraftFound {
  const best = against.toSorted((one, other) => other.compared.shared - one.compared.shared)[0]
  if (best && best.compared.shared >= SPOKEN_OF)
    return found(sentence, 'not-checkable', { said: { code: 'otherWords' }, at: [placeAt(best)] })
  const why = notChecked(sentence, claim)
  if (why) return found(sentence, 'not-checkable', { said: { code: why } })
  if (!isWholeSearch) return found(sentence, 'not-checkable', { said: { code: 'notSearched' } })
  return found(sentence, 'nowhere', { said: { code: 'nowhere' } })
}

function placeAt({ source, place }: ReadSourcePlace): FoundAt {
  const { start, end, text } = place
  return { source, start, end, quote: text }
}

function found(
  sentence: string,
  verdict: DraftFound['verdict'],
  { words = [], said = null, instead = null, at = [] }: Partial<DraftFound>,
): DraftFound {
  return { kind: 'sentence', start: 0, end: sentence.length, verdict, words, said, instead, at }
}
