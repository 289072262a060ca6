import { type WordNumber, wordNumbersIn } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { findSpokenDates } from './find-spoken-dates.ts'
import { findSpokenPhones } from './find-spoken-phones.ts'
import { findSpokenAddresses } from './find-spoken-addresses.ts'

/** Ages that so few people have that they identify. A round hundred is a way of speaking. */
const OLDEST = { from: 90, to: 119, round: 100 }
const YEARS =
  /^[ -](?:years?(?: old)?|yrs?|jahren?(?: alt)?|jahre(?: alt)?|ans|años|anni|anos|jaar(?: oud)?|lat|lata)(?!\p{L})(?! (?:ago|later|fa|dopo|atrás|später|geleden|temu|de prison|di reclusione|więzienia))/iu
const NO_AGE_BEFORE =
  /(?<!\p{L})(?:over|than|for|über|seit|vor|plus de|depuis|pendant|il y a|más de|hace|oltre|più di|da|mais de|há|boven|dan|sinds|ponad|powyżej|przez|od) $/iu
const NEAR = 24

/** What somebody dictated: telephone numbers, days and years in words, and addresses of mail. */
export function findSpokenNumbers(text: string): readonly IdentifierSpan[] {
  const numbers = wordNumbersIn(text)
  return [
    ...findSpokenPhones(text, numbers),
    ...findSpokenDates(text, numbers),
    ...findSpokenAges(text, numbers),
    ...findLabelledNumbers(text, numbers),
    ...findSpokenAddresses(text),
  ]
}

/** Behind these a large number is one of a file or a card. */
const LABEL =
  /(?<!\p{L})(?:numbers?|nummer|numéro|número|numero|numer|dossier|akte|aktenzeichen|fallnummer|cartella|pratica|expediente|processo|sprawa|zaak) (?:is |ist |est |es |è |é )?$/iu
const LARGE = 1_000

/** "dossier numéro quatre cent douze mille sept". */
function findLabelledNumbers(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers.flatMap(({ value, start, end }) => {
    if (value < LARGE || !LABEL.test(text.slice(Math.max(0, start - NEAR), start))) return []
    return [{ start, end, type: 'id' as const, by: 'pattern' as const, confidence: 0.8 }]
  })
}

/** "Novantasei anni", "zweiundneunzig Jahre alt". */
function findSpokenAges(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers.flatMap(({ value, isOrdinal, start, end }) => {
    if (isOrdinal || value < OLDEST.from || value > OLDEST.to || value === OLDEST.round) return []
    const years = YEARS.exec(text.slice(end, end + NEAR))?.[0]
    if (years === undefined || NO_AGE_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return []
    return [{ start, end: end + years.length, type: 'age' as const, by: 'pattern' as const, confidence: 0.8 }]
  })
}
