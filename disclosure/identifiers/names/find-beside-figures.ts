import type { IdentifierSpan } from '../identifier.ts'
import { everyMatch } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt, wordSet } from '../tokens/word-at.ts'
import { DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, PARTICLES, TITLES } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** "Kaiser, 81 J.", "Ashworth 78F", "Otello (83)": an age as notes of a ward write it. */
const AGE =
  /(?<=\p{L}),? \(?(?:[1-9]?\d|10\d)(?: ?(?:J|Jr|jr|yo|y\/o|yrs?|ans|años|anni|anos|jaar|lat|l)(?!\p{L})\.?|[FMfm](?![\p{L}\p{N}])|\))/gu

/** Who has an age and no name. */
const SOMEBODY = wordSet(`
  mann frau kind junge mädchen dame herr rentner rentnerin säugling neugeborenes man woman boy girl child lady gentleman infant male female
  homme femme garçon fille enfant dame monsieur hombre mujer varón niño niña señora señor uomo donna bambino bambina ragazzo ragazza
  signora signore homem mulher menino menina criança senhor senhora vrouw jongen meisje kind meneer mevrouw mężczyzna kobieta chłopiec
  dziewczynka dziecko pan pani alter age âge edad età idade leeftijd wiek aged w m f charrière charriere french`)

/** A phone number leads to one of these, who is nobody. */
const LINES = wordSet(
  'tel fax mob mobil mobile handy phone telefon dw ext home work privat office zentrale empfang central',
)
const MOST_NAMES = 3

/** Who stands before an age, and beside a phone number: though a common word, it is a name there. */
export function findBesideFigures(reading: Reading, phones: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const { text, words } = reading
  const aged = everyMatch(text, AGE).flatMap(({ index }) => nameBefore(words, firstWordFrom(reading, index) - 1))
  return [...aged, ...phones.flatMap((phone) => besidePhone(reading, phone))]
}

function nameBefore(words: readonly Word[], last: number): readonly IdentifierSpan[] {
  let from = last
  while (last - from < MOST_NAMES - 1 && wordAt(words, from).gap === ' ' && mayBeNamed(wordAt(words, from - 1)))
    from -= 1
  return words.slice(from, last + 1).every(mayBeNamed) ? [asPerson(words, from, last)] : []
}

/** "0172 5519 (Biggi)", "(Faith 07911 204)": in brackets or right before, and called so. */
function besidePhone(reading: Reading, { start, end }: IdentifierSpan): readonly IdentifierSpan[] {
  const { text, words } = reading
  const behind = firstWordFrom(reading, end)
  const [before, next] = [wordAt(words, firstWordFrom(reading, start) - 1), wordAt(words, behind)]
  const isBracketed = next.gap === ' (' && text[next.end] === ')' && next.shape === 'title'
  if (isBracketed && mayBeNamed(next) && !has(LINES, next)) return [asPerson(words, behind, behind)]
  const isBefore = /^[:,]? \(?$/u.test(text.slice(before.end, start)) && before.shape === 'title'
  return isBefore && before.levels.first === 2 && before.ordinary < 2
    ? nameBefore(words, firstWordFrom(reading, start) - 1)
    : []
}

function asPerson(words: readonly Word[], from: number, last: number): IdentifierSpan {
  const [start, end] = [wordAt(words, from).start, wordAt(words, last).end]
  return { start, end, type: 'person', by: 'names', confidence: 0.7 }
}

/** Called so, or on no list. */
function mayBeNamed(word: Word): boolean {
  const { text, shape, name, ordinary, levels } = word
  if (!isCapital(word) || text.length < 3 || levels.safe === 2 || (name === 0 && (ordinary > 0 || shape === 'upper')))
    return false
  return ![SOMEBODY, ROLES, TITLES, DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, PARTICLES].some((list) =>
    has(list, word),
  )
}
