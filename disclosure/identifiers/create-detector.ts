import { mendDigits } from '../../text/digit-slips.ts'
import type { Span } from '../../text/spans.ts'
import type { WordLists } from '../words/open-word-lists.ts'
import { findDoubtfulYears } from './dates/age-of-thing.ts'
import { findDoubtfulAges } from './dates/ages-behind-names.ts'
import { findAgesBeside } from './dates/find-ages.ts'
import { findDays } from './dates/find-days.ts'
import { findDates } from './dates/full-dates.ts'
import { definedTermsIn, findDefinedTerms, withoutDefined, withoutDefinedFlags } from './defined-terms.ts'
import { findFlags } from './find-flags.ts'
import { findKnownTerms } from './find-known-terms.ts'
import { findPhones } from './find-phones.ts'
import { findTellingOccupations, flagOccupations } from './find-telling-occupations.ts'
import type { Findings, IdentifierSpan, IdentifierType, KnownTerm } from './identifier.ts'
import { findAuthorities, findLawTitles, keepAuthorities, withoutPublished } from './legal-authorities.ts'
import { mergeFlags, mergeSpans } from './merge-spans.ts'
import { extendNames, spreadNames } from './names/extend-names.ts'
import { findAliases } from './names/find-aliases.ts'
import { findBesideFigures } from './names/find-beside-figures.ts'
import { findByLanguage } from './names/find-by-language.ts'
import { findInitials } from './names/find-initials.ts'
import { findBracketedNames, findCellNames, findLabelledNames } from './names/find-labelled-names.ts'
import { findListedNames } from './names/find-listed-names.ts'
import { findMailHeads } from './names/find-mail-heads.ts'
import { findNames } from './names/find-names.ts'
import { findSignatures } from './names/find-signatures.ts'
import { findSmallNames } from './names/find-small-names.ts'
import { findWardEntries } from './names/find-ward-entries.ts'
import { findPartners } from './organisations/find-companies.ts'
import { findOrganisations } from './organisations/find-organisations.ts'
import { findPublicBodies } from './organisations/find-public-bodies.ts'
import { findPatterns } from './patterns/find-patterns.ts'
import { findRoundRanges } from './patterns/numbers/laboratory-values.ts'
import { findAddresses, findNumbersBeside, isHouseAndStreet, withoutHouse } from './places/find-addresses.ts'
import { findSmallStreets } from './places/find-small-streets.ts'
import { joinPlaces } from './places/join-places.ts'
import { findLawPlaces, findPlaces } from './places/find-places.ts'
import { findTowns } from './places/find-towns.ts'
import { findDictated } from './spoken/find-dictated.ts'
import { findSpelledCodes, findSpokenNumbers } from './spoken/find-spoken-numbers.ts'
import { findPublishedLaw } from './published-law.ts'
import { type Reading, readWords } from './tokens/read-words.ts'
import type { Word } from './tokens/word-at.ts'
import { findScales } from './well-known-scales.ts'

/** Finds what identifies somebody in a text. The same text and terms give the same findings. */
export interface Detector {
  /**
   * Offsets are in UTF-16 units. `known` is the matter's own list, which wins over everything; `defined` are the terms that its
   * contracts define: without them those that the text itself does.
   */
  find(text: string, known: readonly KnownTerm[], defined?: readonly string[]): Findings
}

export function createDetector(lists: WordLists): Detector {
  return {
    find(text, known, defined = definedTermsIn(text)) {
      const reading = readWords(text, lists)
      const terms = findDefinedTerms(reading, defined)
      const bodies = findPublicBodies(reading)
      const mended = mendDigits(text)
      const days = findDays(mended)
      const dates = [...findDates(mended), ...days.sure.map(asDay)]
      const numbered = [...findPatterns(text), ...findPhones(mended)].map(asNumber(reading))
      const taken = [...dates.filter((date) => !isHouseAndStreet(reading, date)), ...numbered.filter(isSureNumber)]
      const certain = mergeSpans([
        ...findKnownTerms(text, known),
        ...numbered,
        ...findPlacedNames(reading, numbered),
        ...dates,
        ...findSpokenNumbers(text),
        ...findSpelledCodes(reading),
        ...findDictated(reading),
        ...findSmallStreets(reading),
        ...findAddresses(reading, coveredBy(mergeSpans(taken))),
        ...findTellingOccupations(reading),
        ...withoutDefined(findOrganisations(reading), reading, [...terms, ...bodies]),
      ])
      const authorities = findAuthorities(reading)
      const published = findPublishedLaw(reading)
      const ranges = findRoundRanges(text)
      const left = [
        ...authorities,
        ...published,
        ...ranges,
        ...bodies,
        ...findScales(text),
        ...findLawTitles(reading),
        ...findLawPlaces(reading, lists),
      ]
      const settled = mergeSpans([...certain, ...left.map(asSpan)])
      const isSettled = coveredBy(mergeSpans([...settled, ...terms.map(asSpan)]))
      const named = extendNames(reading, mergeSpans([...certain, ...findByNames(reading, lists, isSettled)]))
      const tagged = mergeSpans([...named, ...findByLanguage(reading, coveredBy(mergeSpans([...named, ...settled])))])
      const all = mergeSpans([
        ...tagged,
        ...extendNames(reading, spreadNames(reading, tagged, coveredBy(tagged))),
        ...findInitials(reading, tagged),
        ...findNumbersBeside(reading, tagged),
        ...findAgesBeside(reading, tagged),
      ])
      const joined = joinPlaces(text, all)
      const { spans, kept } = keepAuthorities(
        withoutPublished(text, withoutDefined(joined, reading, terms).filter(outsideOf(ranges)), published),
        authorities,
      )
      const isCovered = coveredBy(mergeSpans([...spans, ...settled]))
      const flags = allFlags(reading, { days: days.doubtful, named: all }, isCovered)
      return { spans, flags: withoutDefinedFlags(flags, terms), kept }
    },
  }
}

type Found = { readonly days: readonly Span[]; readonly named: readonly IdentifierSpan[] }

/** What a person decides about: words, days that may be none, occupations that may name somebody. */
function allFlags(reading: Reading, found: Found, isCovered: (span: Span) => boolean) {
  const days = found.days.flatMap((day) => (isCovered(day) ? numbersIn(reading, day, isCovered) : [day]))
  const years = [...findDoubtfulYears(reading.text), ...findDoubtfulAges(reading, found.named)]
  return mergeFlags([
    ...findFlags(reading, isCovered),
    ...years.filter((span) => !isCovered(span)).map((span) => ({ ...span, kind: 'number' as const })),
    ...days.map((day) => ({ ...day, kind: 'day' as const })),
    ...flagOccupations(reading, isCovered).map((one) => ({ ...one, kind: 'occupation' as const })),
  ])
}

/** From here on something beside it tells what it is. */
const LABELLED = 0.85

const NUMBERS: ReadonlySet<IdentifierType> = new Set([
  'ssn',
  'national-id',
  'passport',
  'card',
  'iban',
  'account',
  'record',
  'health-plan',
  'licence',
  'vehicle',
  'device',
  'docket',
  'id',
  'phone',
  'fax',
])

/** Names by the place where they stand: behind a label, in brackets, a list, the head of a mail, beside a figure, under a letter. */
function findPlacedNames(reading: Reading, numbered: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  return [
    ...findLabelledNames(reading),
    ...findCellNames(reading),
    ...findBracketedNames(reading),
    ...findListedNames(reading),
    ...findAliases(reading),
    ...findSignatures(reading),
    ...findMailHeads(reading),
    ...findWardEntries(reading),
    ...findBesideFigures(reading, numbered.filter(isPhone)),
  ]
}

function isPhone({ type }: IdentifierSpan): boolean {
  return type === 'phone'
}

/** A number without that of the house behind it. */
function asNumber(reading: Reading): (span: IdentifierSpan) => IdentifierSpan {
  return (span) => (NUMBERS.has(span.type) ? withoutHouse(reading, span) : span)
}

/** A number that its digits or its label tell, and no part of an address. */
function isSureNumber({ type, confidence }: IdentifierSpan): boolean {
  return confidence >= LABELLED && NUMBERS.has(type)
}

/** What is left as it is: no name is looked for in it, and nothing is flagged. */
function asSpan({ start, end }: Span): IdentifierSpan {
  return { start, end, type: 'id', by: 'pattern', confidence: 0 }
}

/** Not wholly within one of them, but for what the matter knows or a label tells. */
function outsideOf(spans: readonly Span[]): (span: IdentifierSpan) => boolean {
  return ({ start, end, by, confidence }) =>
    by === 'matter' || confidence >= LABELLED || !spans.some((other) => other.start <= start && end <= other.end)
}

/** What is not masked of a day of which a part is: "vom 4. bis 9.". */
function numbersIn({ words }: Reading, day: Span, covered: (word: Span) => boolean): readonly Span[] {
  return words.filter(
    (word) => word.start >= day.start && word.end <= day.end && word.shape === 'digits' && !covered(word),
  )
}

function asDay({ start, end }: Span): IdentifierSpan {
  return { start, end, type: 'date', by: 'pattern', confidence: 0.8 }
}

function findByNames(reading: Reading, lists: WordLists, covered: (word: Word) => boolean): readonly IdentifierSpan[] {
  return [
    ...findPlaces(reading, lists, covered),
    ...findTowns(reading, lists),
    ...findNames(reading, covered),
    ...findSmallNames(reading, covered),
    ...findPartners(reading),
  ]
}

/** Whether a word lies in one of the sorted spans. Asked in any order. */
function coveredBy(spans: readonly IdentifierSpan[]): (word: Span) => boolean {
  return ({ start, end }) => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < end
  }
}
