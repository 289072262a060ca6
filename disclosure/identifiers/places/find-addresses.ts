import type { Span } from '../../../text/spans.ts'
import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import { PARTICLES, TITLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { isMeasured } from '../patterns/numbers/number-context.ts'
import { everyMatch } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt, wordSet } from '../tokens/word-at.ts'
import { findWrittenAddresses } from './find-written-addresses.ts'
import { JOINED_STREET, ROOM_WORDS, STREET_ADJECTIVES, STREET_ENDINGS, SURE_STREET_ENDINGS } from './street-words.ts'
import { numberFirst, streetFirst } from './streets.ts'

/** All of an address, from the flat to the town. `isTaken`: the word is of a date or another number, and no house's number. */
export function findAddresses(reading: Reading, isTaken: (word: Word) => boolean): readonly IdentifierSpan[] {
  const streets = findStreets(reading, isTaken)
  const written = [...streets, ...findWrittenAddresses(reading, streets)]
    .filter(({ start, end }) => !POLISH_YEAR.test(reading.text.slice(start, end)))
    .map((span) => behindTaken(reading, span, isTaken))
  return [...written, ...findLabelledPlaces(reading)]
}

/** "943 476 5919, 14 Quarry Lane": the address begins behind the number. */
function behindTaken(reading: Reading, span: IdentifierSpan, isTaken: (word: Word) => boolean): IdentifierSpan {
  const { words } = reading
  let first = firstWordFrom(reading, span.start)
  while (isTaken(wordAt(words, first)) && wordAt(words, first + 1).start < span.end) first += 1
  return { ...span, start: Math.max(span.start, wordAt(words, first).start) }
}

/** Words between the name of a month and the kind of street: "12 May Queen Street". */
const MOST_BEHIND_MONTH = 2

/** What stands before a day: "seen 12 May", "am 12 March", but "lives at 12 March Road". */
const BEFORE_DAY = wordSet(
  'on listed seen due dated since until till before after le am vom zum bis seit el del dal op od',
)
/** "Lives on 9 June Close": where, and no day. */
const DWELLS = wordSet(
  'live lives lived living reside resides resided residing dwells house home flat property stays staying',
)

/**
 * "14 March Road": a date without a year is a house number and the name of a street where a kind of street stands right behind it. A kind
 * that is a common word as well ends what is said, or a town stands behind it: not "12 May Close monitoring".
 */
export function isHouseAndStreet({ text, words }: Reading, { start, end }: Span): boolean {
  if (!/^\d{1,4} \p{L}+$/u.test(text.slice(start, end))) return false
  const from = firstWordFrom({ words }, end)
  const house = firstWordFrom({ words }, start)
  const isBehindCue = has(BEFORE_DAY, words[house - 1]) && !has(DWELLS, words[house - 2])
  for (let at = from; at <= from + MOST_BEHIND_MONTH; at += 1) {
    const word = wordAt(words, at)
    if (word.gap !== ' ' || !isCapital(word) || has(TITLES, word)) return false
    if (!has(STREET_ENDINGS, word)) continue
    return isBehindCue
      ? isSurelyStreet(words, at)
      : has(SURE_STREET_ENDINGS, word) || endsAddress(wordAt(words, at + 1))
  }
  return false
}

/** Behind what stands before a day: "on 14 March Road, Dover", but "on 9 August Lane counting began", "on 4 June Hill, who". */
function isSurelyStreet(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  if (has(SURE_STREET_ENDINGS, words[at])) return endsAddress(next)
  return /^,?\s$/u.test(next.gap) && isTown(next)
}

/** A comma, a stop or the end of a line, or a town, tells that a street ended before. */
function endsAddress(next: Word): boolean {
  return !/^[ -]$/u.test(next.gap) || isTown(next)
}

function isTown(word: Word): boolean {
  return isCapital(word) && word.levels.place > 0 && word.ordinary < 2
}

/** "MRN 4471829 12 Larch Close": the last group of a number's digits, shorter than the one before, is the number of the house behind it. */
export function withoutHouse<Found extends Span>(reading: Reading, number: Found): Found {
  const { text, words } = reading
  const found = text.slice(number.start, number.end)
  const [, before = '', house = ''] = /(\d+) (\d{1,4})$/u.exec(found) ?? []
  if (house === '' || house.length >= before.length) return number
  const start = number.end - house.length
  const at = firstWordFrom({ words }, start)
  const isStreet = wordAt(words, at).end === number.end && wordAt(words, at + 1).gap === ' '
  return isStreet && numberFirst(reading, at) !== null ? { ...number, end: start - 1 } : number
}

/** "2026 r. Umowa nr 7": of the year 2026, no rua. */
const POLISH_YEAR = /^(?:\d{1,2} \p{L}{2,14} )?(?:19|20)\d{2} r\. /u

/** "Lange" before "Voorstraat 9". */
function firstOf(words: readonly Word[], at: number): number {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const belongs = JOINED_STREET.test(word.text) && isCapital(before) && has(STREET_ADJECTIVES, before)
  return belongs && /^\.? $/u.test(word.gap) ? at - 1 : at
}

/** Streets with and without a number, and what follows them: rooms, cities, states, postal codes. */
function findStreets(reading: Reading, isTaken: (word: Word) => boolean): readonly IdentifierSpan[] {
  const { words } = reading
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; ) {
    const street = isTaken(wordAt(words, at)) ? null : (numberFirst(reading, at) ?? streetFirst(reading, at, isTaken))
    if (!street) {
      at += 1
      continue
    }
    const to = street.hasNumber ? addressEnd(reading, street.to) : street.to
    const confidence = street.hasNumber ? 0.9 : 0.75
    spans.push({
      start: wordAt(words, firstOf(words, at)).start,
      end: wordAt(words, to - 1).end,
      type: 'address',
      by: 'pattern',
      confidence,
    })
    at = to
  }
  return spans
}

/** What follows a street has at most so many words. */
const LONGEST_TAIL = 14

/** Also the marks that quoted mail and forms put before a line. */
const NEAR = /^[\s,.;#()\-–/ºª°>?|*\\]{1,12}$/u

/** Behind the last word that still belongs to the address: "Apt. 4, Springfield, IL 62701". */
function addressEnd(reading: Reading, from: number): number {
  const { words } = reading
  let to = from
  while (to < words.length && to < from + LONGEST_TAIL) {
    const next = takeNext(reading, to)
    if (next === to) break
    to = next
  }
  return to
}

function takeNext(reading: Reading, at: number): number {
  const word = wordAt(reading.words, at)
  if (!NEAR.test(word.gap) || /\n\s*\n/u.test(word.gap) || opensLongBracket(reading.words, at)) return at
  const next = wordAt(reading.words, at + 1)
  if (has(STREET_ENDINGS, word) && word.gap === ' ') return at + 1
  if (isRoom(word, next)) return at + 2
  if (isCode(word)) return at + 1
  if (/[.;]\s/u.test(word.gap) && !/\n/u.test(word.gap)) return at
  return isCapital(word) ? takeName(reading, at) : takeSmall(reading, at)
}

/** "Leeds (West Yorkshire)" still says where; "Leeds (tel. 0113 …" goes on to something else. */
function opensLongBracket(words: readonly Word[], at: number): boolean {
  const isClosed = [1, 2].some((after) => wordAt(words, at + after).gap.includes(')'))
  return wordAt(words, at).gap.includes('(') && !isClosed
}

function takeName({ words }: Reading, at: number): number {
  return isPlaceName(wordAt(words, at)) || codeFollows(words, at) ? at + 1 : at
}

function takeSmall({ words, isSmall }: Reading, at: number): number {
  const [word, next] = [wordAt(words, at), wordAt(words, at + 1)]
  if (next.gap === ' ' && isCapital(next) && isJoiner(word)) return at + 2
  // A short word that no list knows between a city and its code, as forms leave them.
  if (word.shape === 'lower' && word.text.length <= 3 && isCode(next)) return at + 2
  return isSmall && (word.levels.place > 0 || word.ordinary === 0) ? at + 1 : at
}

function isRoom(word: Word, next: Word): boolean {
  return has(ROOM_WORDS, word) && /^[\s.#:º°]{0,3}$/u.test(next.gap) && /^(?:\p{N}{1,5}\p{L}?|\p{Lu})$/u.test(next.text)
}

/** A postal code, a house number, the letter of a staircase. */
function isCode({ text, gap }: Word): boolean {
  return (
    /^(?:\d{3,6}|\p{Lu}{1,2}\d{1,2}\p{Lu}?|\d\p{Lu}{2}|\p{Lu}\d\p{Lu}|\d\p{Lu}\d)$/u.test(text) ||
    (/^\d{1,4}\p{L}?$/u.test(text) && /^[\s,/-]{1,2}$/u.test(gap) && !gap.includes('\n')) ||
    (/^\d{2}$/u.test(text) && gap.includes('\n'))
  )
}

/** "Caxias do Sul", "Ostrov nad Ohří": small words in the name of a city. */
function isJoiner({ text, shape, gap }: Word): boolean {
  return (
    shape === 'lower' &&
    gap === ' ' &&
    (PARTICLES.has(text) || /^(?:nad|pod|na|am|im|an|sur|sous|lez|lès|upon|by|in|on|do|i|pri)$/u.test(text))
  )
}

function isPlaceName({ ordinary, levels, shape, text, name }: Word): boolean {
  if (shape === 'upper' && text.length === 2) return true
  return levels.place > 0 ? ordinary < 2 : levels.people === 2 || (ordinary === 0 && name < 2)
}

function codeFollows(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next <= at + 6; next += 1) {
    const word = wordAt(words, next)
    if (!NEAR.test(word.gap)) return false
    if (/^\d{4,6}$/u.test(word.text) || (isCode(word) && word.text.length > 2)) return true
    if (!isCapital(word) && !isJoiner(word) && word.text.length > 3) return false
  }
  return false
}

/** What a form writes before a town, a village or the scene of an accident, by language. */
const PLACE_LABELS: readonly string[] = [
  'place of birth|birthplace|born in|town(?: / city)?|city|village|home ?town|address line \\d|(?:next of kin |patient |mother |father )?lives in|place of (?:accident|incident|residence|work|injury)|scene of (?:the )?accident|parish',
  'Geburtsort|Heimatort|Bürgerort|Unfallort|Ereignisort|Einsatzort|Tatort|Ort|Wohngemeinde|Herkunftsort|Fundort|letzter Wohnort',
  "lieu de naissance|né(?:\\(e\\)|e)? à|commune|ville|localité|lieu (?:de )?(?:l['’])?accident|lieu des faits|lieu de résidence|bureau distributeur",
  'lugar de nacimiento|natural de|población|localidad|municipio|ciudad|lugar del (?:accidente|suceso)|lugar de los hechos|lugar de residencia|pueblo',
  "luogo di nascita|nat[oa] a|comune(?: di (?:residenza|nascita))?|città|località|luogo dell['’](?:infortunio|incidente|evento)|luogo del sinistro|frazione",
  'naturalidade|natural de|localidade|concelho|freguesia|município|cidade|bairro|local (?:d[oe] )?(?:acidente|nascimento|residência|ocorrência)',
  'geboorteplaats|geboren te|plaats|woonplaats|plaats (?:van )?(?:het )?(?:ongeval|geboorte|incident)|gemeente|dorp',
  'miejsce urodzenia|miejscowość|miejsce (?:zdarzenia|wypadku|zamieszkania)|gmina|poczta|miasto|powiat|wieś|urodzon[ya] w',
]

/** What such a line says where it names no place. */
const NO_PLACE =
  /^(?:none|n\/?a|unknown|unbekannt|inconnu|no consta|desconocid|sconosciut|desconhecid|onbekend|nieznan|brak|idem|ebenda|home|zu hause|wohnung|arbeit|domicil|vía pública|casa|thuis|dom)/iu

/** A label at the beginning of a line or a cell, its colon, and what it names up to a comma, a column or the end of the line. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[\n|;] {0,12})(?:${inAnyCase(PLACE_LABELS.join('|'))})[ \t]{0,8}[:|][ \t]{0,8}(?<id>\p{Lu}[^\n|,;:]{1,60}?|'s-\p{Lu}[^\n|,;:]{1,40}?|l['’]\p{Lu}[^\n|,;:]{1,40}?)(?=[ \t]{0,8}(?:[\n|,;]|$)|\s{3}|(?<=\p{L}{4})\. )`,
  'dgu',
)

/** "Geburtsort: Erstfeld UR", "Lieu de l'accident : Grand-Place": in such a line stands a place, whether a list knows it or not. */
function findLabelledPlaces(reading: Reading): readonly IdentifierSpan[] {
  return everyMatch(reading.text, LABELLED).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    if (NO_PLACE.test(reading.text.slice(start, end)) || isCommonWord(reading, start, end)) return []
    return [{ start, end, type: 'place', by: 'pattern', confidence: 0.75 }]
  })
}

/** "Ort: Treppenhaus" names nothing. */
function isCommonWord(reading: Reading, start: number, end: number): boolean {
  const word = wordAt(reading.words, firstWordFrom(reading, start))
  return word.end >= end && word.ordinary === 2 && word.levels.place === 0
}

const PLACES: ReadonlySet<IdentifierType> = new Set(['address', 'place', 'region', 'postcode'])

/** On the same line or the next, with a comma or without. */
const BESIDE = /^,?(?: |\s{0,2}\n[\s>?|*]{0,8}| {2,4})$/u

/** So much behind a number tells its unit. */
const NEAR_UNIT = 16

/** A number beside a place is its postal code or a house number: "Heidelberg 69115", "4005 Basel". */
export function findNumbersBeside(
  { text, words }: Reading,
  found: readonly IdentifierSpan[],
): readonly IdentifierSpan[] {
  const places = found.filter(({ type }) => PLACES.has(type))
  const starts = new Set(places.map(({ start }) => start))
  const ends = new Set(places.map(({ end }) => end))
  return words.flatMap((word, at) => {
    if (!/^\d{3,6}$/u.test(word.text) || isMeasured(text.slice(word.end, word.end + NEAR_UNIT))) return []
    const isBehind = BESIDE.test(word.gap) && ends.has(wordAt(words, at - 1).end)
    const next: Word = wordAt(words, at + 1)
    const isBefore = next.gap === ' ' && starts.has(next.start)
    return isBehind || isBefore
      ? [{ start: word.start, end: word.end, type: 'postcode' as const, by: 'places' as const, confidence: 0.5 }]
      : []
  })
}
