import { alignedWords } from '../aligned-words.ts'
import { confirm, readPlace, type ReadPlace } from '../confirm.ts'
import { isSameValue, type Statement, statementOf } from '../claim-statement.ts'
import { isSameState } from '../../text/states.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { contentWords } from '../../text/words.ts'
import type { CheckedSource } from '../find-support.ts'
import type { Place } from '../places.ts'
import { isQualifiedAlike } from '../qualified-alike.ts'
import { quoteInSentence } from '../quotes/find-quote.ts'
import { saysNo } from '../quotes/is-cut.ts'
import { quoteWords } from '../quotes/quote-words.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { birthElsewhere } from './birth-elsewhere.ts'
import { besideSameWords } from './beside-same-words.ts'
import { bareSentence, withoutClause } from './bare-sentence.ts'
import { type Compared, compareWithPlace, NEARLY_ALL } from './compare-sentence.ts'
import { departure, type DepartingPlace, type Departure } from './departure.ts'
import { doseElsewhere } from './dose-elsewhere.ts'
import type { DraftFound, FoundAt, Said } from './draft-finding.ts'
import { isOfPart } from './innocent-opposites.ts'
import { isTurnedTwice, opposedIn } from './opposite-departures.ts'
import { partyElsewhere } from './party-elsewhere.ts'
import { rankPlaces, type StemmedPlace } from './rank-places.ts'
import { relativeElsewhere } from './relative-elsewhere.ts'
import { shortDenial } from './short-denial.ts'
import { sideElsewhere } from './side-elsewhere.ts'
import { deniesLess, hasCells, isOfOtherTimes, isOfThing, otherStates } from './state-departures.ts'
import { stateElsewhere } from './state-elsewhere.ts'
import { type Against, found, placeAt, type ReadSourcePlace, unsettled } from './unsettled-sentence.ts'
import { valueOfDay } from './value-of-day.ts'

export type CheckSentenceOptions = {
  /** The passages found for it, of documents and reference libraries. */
  readonly sources: readonly CheckedSource[]
  /** These with what stands around them; a sentence may be copied over their ends. */
  readonly wide?: readonly CheckedSource[]
  readonly placesOf: (source: CheckedSource) => readonly StemmedPlace[]
  /** In lower case the words that name the document of a source. */
  readonly naming: (source: string) => ReadonlySet<string>
  readonly lexicon: Lexicon
  /** Not every library could be searched, so that nothing can be called missing. */
  readonly isWholeSearch: boolean
}

/**
 * One verdict for a sentence of a draft, against the passages that were found for it: word for word, nearly so, in other words,
 * otherwise with the page's own words, in no document; or not checkable, which accuses of nothing.
 */
export function checkSentence(sentence: string, options: CheckSentenceOptions): DraftFound {
  const whole = checkWhole(sentence, options)
  const rest = whole.verdict === 'not-checkable' ? withoutClause(bareSentence(sentence).text) : null
  const again = rest === null ? null : checkWhole(rest, options)
  return again?.verdict === 'contradicted' ? again : whole
}

function checkWhole(sentence: string, options: CheckSentenceOptions): DraftFound {
  const { sources, wide = [], naming, lexicon } = options
  const { text: bare, framed, frame, called } = bareSentence(sentence)
  const all = [...sources, ...wide]
  const borneOut = (verdict: DraftFound['verdict'], at: readonly FoundAt[], aside = `${frame}\n${called}`) =>
    at.some(({ source }) => isOfSource(aside, { source, sources: all, naming }))
      ? found(sentence, verdict, { at })
      : found(sentence, 'not-checkable', { said: { code: 'otherWords' }, at })
  const quotedWith = (text: string) => asQuoted(text, sources, lexicon) ?? asQuoted(text, wide, lexicon)
  const whole = frame === '' ? null : quotedWith(framed)
  if (whole) return borneOut(whole.verdict, whole.at, called)
  const quoted = quotedWith(bare)
  if (quoted) return borneOut(quoted.verdict, quoted.at)
  const places = placesFor(bare, sources, options)
  const cited = new Set(sources.map(({ source }) => source))
  const confirmed = confirm(bare.trim(), { cited, places, naming })
  const claim = statementOf(bare)
  const compare = (one: ReadSourcePlace): Against => {
    const source = all.find(({ source: mark }) => mark === one.source)?.text ?? ''
    const compared = compareWithPlace({ claim, place: one.place, known: naming(one.source), lexicon, source })
    return { ...one, compared }
  }
  // "Exclusive" has all words of "non-exclusive".
  const having = confirmed && confirmed.kind !== 'contradicts' ? compare(confirmed) : null
  const otherwise = otherwiseThan(sentence, claim, having, lexicon)
  if (otherwise) return otherwise
  if (confirmed?.kind === 'supports') return borneOut('supported', [placeAt(confirmed)])
  return heldAgainst(sentence, claim, { places, confirmed: having ? null : confirmed, compare }, options)
}

/** Of a place that has all words of a sentence what it says otherwise: "her father had asthma, her mother gout" of the two the other way about. */
function otherwiseThan(
  sentence: string,
  claim: Statement,
  having: Against | null,
  lexicon: Lexicon,
): DraftFound | null {
  if (!having) return null
  if (having.compared.departures.length > 0) return contradicted(sentence, having)
  const turned = otherwiseIn(claim, [having.place], lexicon)
  return turned && contradictedBy(sentence, { source: having.source, ...turned })
}

type Holding = {
  readonly places: readonly ReadSourcePlace[]
  /** The place that says otherwise. */
  readonly confirmed: ReadSourcePlace | null
  readonly compare: (place: ReadSourcePlace) => Against
}

/** A sentence that no place says, word by word against each. */
function heldAgainst(
  sentence: string,
  claim: Statement,
  { places, confirmed, compare }: Holding,
  options: CheckSentenceOptions,
): DraftFound {
  const against = places.map(compare)
  const isNear = against.some(({ compared }) => compared.own >= NEARLY_ALL)
  // A sentence that goes over the end of a page is whole in no passage.
  const around = isNear ? [] : placesFor(claim.text, options.wide ?? [], options).map(compare)
  const departing =
    departingPlace(claim, against, confirmed) ?? departingPlace(claim, around, null) ?? besidePlace(claim, against)
  if (!departing) return withoutDeparture(sentence, claim, against, options)
  const otherwise = placeOfValues(claim, departing, options)
  if (otherwise)
    return (
      saidElsewhere(claim, options) ??
      found(sentence, 'not-checkable', { said: { code: 'otherWords' }, at: [placeAt(otherwise)] })
    )
  return contradicted(sentence, departing)
}

/** A sentence in other words, which has the words of a place only around what it has otherwise. */
function besidePlace(claim: Statement, against: readonly Against[]): Against | null {
  const near = against
    .filter(({ place, compared }) => place.kind !== 'two-sentences' && compared.all >= BESIDE)
    .toSorted((one, other) => other.compared.all - one.compared.all || other.compared.held - one.compared.held)
  for (const one of near) {
    // What was held word by word against the sentence has no opposite that counts.
    const isRead = one.compared.inOrder > 0
    const departures = besideSameWords(claim, one.place).filter(({ about }) => about !== 'state' || !isRead)
    const isSaid = near.some(({ place }) => departures.some(({ written }) => hasWords(place, written)))
    if (departures.length > 0) return isSaid ? null : { ...one, compared: { ...one.compared, departures } }
  }
  return null
}

/** The words beside what differs count for more than those that are elsewhere. */
const BESIDE = 0.4

function hasWords({ text }: ReadPlace, words: string): boolean {
  return ` ${text.toLowerCase()} `
    .split(/[^\p{L}\p{N}.,/£$€%]+/u)
    .join(' ')
    .includes(` ${words.toLowerCase()} `)
}

/** Where no place departs from it word by word: what a page says of its thing elsewhere, or else nothing that settles it. */
function withoutDeparture(
  sentence: string,
  claim: Statement,
  against: readonly Against[],
  options: CheckSentenceOptions,
): DraftFound {
  return saidElsewhere(claim, options) ?? unsettled(sentence, claim, against, options)
}

/** Each reads of one thing that may be in other words than a sentence what the places say otherwise of it. */
const ELSEWHERE = [valueOfDay, doseElsewhere, sideElsewhere, relativeElsewhere, partyElsewhere]

type Otherwise = { readonly source: string; readonly place: Place; readonly departure: Departure | undefined }

function contradictedBy(sentence: string, { source, place, departure: one }: Otherwise): DraftFound {
  const { start, end, text } = place
  return found(sentence, 'contradicted', {
    words: one ? [one.words] : [],
    said: saidOf(one),
    instead: text.trim(),
    at: [{ source, start, end, quote: text }],
  })
}

function otherwiseIn(claim: Statement, places: readonly Place[], lexicon: Lexicon): DepartingPlace | null {
  return ELSEWHERE.map((read) => read(claim, places, lexicon)).find((one) => one !== null) ?? null
}

/** What a page says of the thing of a short sentence in words that are not in one place with it, or denies of it. */
function saidElsewhere(claim: Statement, { sources, placesOf, lexicon }: CheckSentenceOptions): DraftFound | null {
  const all = sources.flatMap(placesOf)
  const places = all.map(({ place }) => place)
  const sentence = claim.text
  const birth = birthElsewhere(claim, { sources, places: all, lexicon })
  if (birth && !birth.departure) {
    const { source, place } = birth.at
    const { start, end, text } = place
    return found(sentence, 'not-checkable', { said: { code: 'otherWords' }, at: [{ source, start, end, quote: text }] })
  }
  const given =
    stateElsewhere(claim, places, lexicon) ??
    (birth?.departure && { departure: birth.departure, place: birth.at.place }) ??
    otherwiseIn(claim, places, lexicon)
  const place = given?.place ?? shortDenial(sentence.trim(), places, lexicon)
  const source = all.find((one) => one.place === place)
  if (!place || !source) return null
  return contradictedBy(sentence, { source: source.source, place, departure: given?.departure })
}

/**
 * Where a sentence differs from a place in numbers or days alone: another that has them all with some of its words, of which it may
 * well speak, such as the same entry of the next day.
 */
function placeOfValues(
  claim: Statement,
  { place: best, compared }: Against,
  { sources, placesOf }: CheckSentenceOptions,
): ReadSourcePlace | null {
  if (claim.values.length === 0 || compared.departures.some(({ about }) => about !== 'value')) return null
  const { isCopy } = compared
  const others = claim.values.filter((value) => !isSameValue(value, claim, claim.values[0] ?? value, claim))
  const share = others.length > 0 ? 0 : isCopy ? NEARLY_ALL : 0.5
  for (const { source, place } of sources.flatMap(placesOf)) {
    if (place.text.includes(best.text) || (isCopy && !isAsShort(place, claim))) continue
    const read = readPlace(place)
    // A heading may be above many entries, and is no part of what was copied.
    const terms = isCopy ? read.said.terms : [...read.said.terms, ...read.headSaid.terms]
    const common = claim.terms.filter(({ word }) => terms.some((term) => isSameWord(term.word, word)))
    if (common.length >= Math.max(1, share * claim.terms.length) && hasAllValues(claim, read))
      return { source, place: read }
  }
  return null
}

function hasAllValues(claim: Statement, { said, headSaid }: ReadPlace): boolean {
  return claim.values.every((value) =>
    [said, headSaid].some((one) => one.values.some((other) => isSameValue(value, claim, other, one))),
  )
}

/** What only says that the words of a document follow, or which: "as stated in", "according to the text". */
const SAYS_WHOSE = new Set(
  `according pursuant terms stated set provided noted recorded appears appear shown shows show records record states state
  says say notes note provides provide finds found confirms confirm expressly further see document text source passage`.split(
    /\s+/,
  ),
)

type Meant = Pick<CheckSentenceOptions, 'sources' | 'naming'> & { readonly source: string }

/**
 * Whether what stands around words says no more than that they are of this document: "Under the lease of 12 May 2021, …". Its numbers and
 * dates are at hand, every other word names the document, and nothing is denied or put under a condition. If not, the words are found,
 * but nobody can tell whether they are of what is meant: "The report does not state that …", "As the tenant had left the house, …".
 */
function isOfSource(aside: string, { source, sources, naming }: Meant): boolean {
  const said = statementOf(aside)
  if (said.values.length + said.terms.length === 0) return true
  const around = sources.find((one) => one.source === source)
  const there = statementOf([around?.context, around?.before, around?.text].filter(Boolean).join('\n'))
  const names = new Set([...naming(source), ...contentWords(around?.context ?? '')])
  return (
    !saysNo(quoteWords(aside)) &&
    said.values.every((value) => there.values.some((other) => isSameValue(value, said, other, there))) &&
    said.terms.every(({ word }) => SAYS_WHOSE.has(word) || [...names].some((name) => isSameWord(name, word)))
  )
}

/** The places worth reading closely. */
function placesFor(
  sentence: string,
  sources: readonly CheckedSource[],
  { placesOf }: Pick<CheckSentenceOptions, 'placesOf'>,
): readonly ReadSourcePlace[] {
  const ranked = rankPlaces(sentence, sources.flatMap(placesOf))
  return ranked.map(({ source, place }) => ({ source, place: readPlace(place) }))
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
 * The place that says otherwise of the same thing: the one that shares most of the sentence and of its values, and of those the shortest. None where another
 * that shares as much says nothing else: then nobody can tell of which the sentence speaks.
 */
function departingPlace(
  claim: Statement,
  against: readonly Against[],
  confirmed: ReadSourcePlace | null,
): Against | null {
  const near = against
    .filter(({ compared }) => compared.shared >= NEARLY_ALL)
    .toSorted(
      (one, other) =>
        other.compared.own - one.compared.own ||
        other.compared.held - one.compared.held ||
        one.place.text.length - other.place.text.length,
    )
  const best = near[0]
  if (best && best.compared.departures.length > 0) {
    const isBorneOut = near.some(
      ({ place, compared }) =>
        compared.departures.length === 0 && isAsNear(compared, best.compared) && bearsOut(place, claim, best),
    )
    return isBorneOut ? null : best
  }
  const sure = confirmed && against.find(({ place }) => place === confirmed.place)
  return sure ? departingSurely(claim, sure) : null
}

/** The place that `confirm` found to say otherwise, with what it has otherwise. */
function departingSurely(claim: Statement, sure: Against): Against | null {
  const { place, compared } = sure
  const states = otherStates(claim, place, (_, other) => isOfThing(other, place))
  const isOfState = hasCells(place) && claim.states.length > 0
  if (isOfState ? states.length === 0 : !isAsShort(place, claim) && !isOfOneState(place, claim)) return null
  const departures = [compared.departures, states, onlyValue(claim, place)].find(({ length }) => length > 0) ?? []
  if (deniesLess(claim, place) || isOfOtherTimes(claim, place)) return null
  if (departures.length === 0 && isOfBothStates(place, claim)) return null
  const aligned = alignedWords(claim.text, place.text)
  if (isTurnedTwice(aligned, opposedIn(claim.text, place.text, aligned))) return null
  return { ...sure, compared: { ...compared, departures } }
}

/** The value of a sentence that has one, and of a place that has one of its kind. */
function onlyValue(claim: Statement, { said, text }: ReadPlace): readonly Departure[] {
  const [value, ...others] = claim.values
  const [rival, ...more] = said.values.filter(({ kind }) => kind === value?.kind)
  if (!value || !rival || others.length + more.length > 0 || isSameValue(value, claim, rival, said)) return []
  return [departure('value', value, rival, { sentence: claim.text, text })]
}

/** Of several states that the place has too, nobody can tell which is of what: "stopped on admission, and started again later". */
function isOfBothStates({ said, text }: ReadPlace, { states, text: sentence }: Statement): boolean {
  if (states.some((state) => isOfPart(sentence, state)) && said.states.some((state) => isOfPart(text, state)))
    return true
  return states.length > 1 && states.every((state) => said.states.some((one) => isSameState(one, state)))
}

/** Of a much longer place a state or a value may be another thing's. */
function isAsShort({ text }: Pick<ReadPlace, 'text'>, claim: Statement): boolean {
  return text.split(/\s+/).length <= LONGER * claim.text.trim().split(/\s+/).length
}

const LONGER = 2

/** "Naproxen, spironolactone and ramipril were stopped": its one state is that of each, also of the one of a short sentence. */
function isOfOneState({ said, text }: ReadPlace, claim: Statement): boolean {
  const isOne = claim.states.length === 1 && said.states.length === 1 && claim.values.length === 0
  return isOne && claim.terms.length === 1 && text.split(/\s+/).length <= WORDS_OF_A_LIST
}

const WORDS_OF_A_LIST = 12

/** Of a copy only a place that has as many of its words in their order: what shares some of them says something of its own. */
function isAsNear(one: Compared, best: Compared): boolean {
  return !best.isCopy || one.inOrder >= best.inOrder
}

/** Another place, which has all values and names of the sentence and is qualified as it is. */
function bearsOut(place: ReadPlace, claim: Statement, best: Against): boolean {
  if (place.kind === 'two-sentences' && place.text.includes(best.place.text)) return false
  const names = best.compared.departures.filter(({ about, written }) => about === 'name' && written !== '')
  const isNamed = ({ written }: Departure) =>
    written.split(/\s+/).some((word) => place.text.toLowerCase().includes(word.toLowerCase()))
  return (
    names.every(isNamed) &&
    claim.values.every((value) => place.said.values.some((other) => isSameValue(value, claim, other, place.said))) &&
    isQualifiedAlike(claim.text, place.text)
  )
}

function contradicted(sentence: string, { source, place, compared }: Against): DraftFound {
  const { departures } = compared
  const said = saidOf(departures[0])
  return found(sentence, 'contradicted', {
    words: departures.map(({ words }) => words),
    said,
    instead: place.text.trim(),
    at: [placeAt({ source, place })],
  })
}

function saidOf(said: Departure | undefined): Said {
  const { written = '', stands = '' } = said ?? {}
  if (written !== '' && stands !== '') return { code: 'otherwise', written, stands }
  if (stands !== '') return { code: 'leftOut', stands }
  return written === '' ? { code: 'contradicted' } : { code: 'added', written }
}
