import { datesMeant, readDates } from './dates.ts'
import type { Span } from './spans.ts'
import { createWordClass } from './word-classes.ts'

/** A day or year of birth as a text gives it; `meanings`: "1962-05-03", or "1962", most exact first. UTF-16 offsets of the date. */
export type Birth = Span & { readonly meanings: readonly string[] }

/** What is said before the day on which somebody was born; "né" and the like also of a woman and of several. */
const BORN = createWordClass({
  en: { sure: 'born, date of birth, year of birth, birth date, birthdate, d.o.b, dob' },
  de: { sure: 'geboren, geborene, geborener, geb, geburtsdatum, geburtstag, geburtsjahr, jahrgang' },
  fr: { sure: 'né, née, nés, nées, date de naissance, année de naissance' },
  es: { sure: 'nacido, nacida, nació, fecha de nacimiento, año de nacimiento' },
  it: { sure: 'nato, nata, nacque, data di nascita, anno di nascita' },
  pt: { sure: 'nascido, nascida, nasceu, data de nascimento, ano de nascimento' },
  nl: { sure: 'geboortedatum, geboortejaar', gated: 'geboren' },
  pl: { sure: 'urodzony, urodzona, urodził się, urodziła się, ur, data urodzenia, rok urodzenia' },
})
/** Between these words and the date: "born on the", "geb. am", "Date of birth |". */
const BETWEEN = /^[\s.:,(|*_]*(?:(?:on|in|the|am|im|jahr|le|en|el|il|nel|em|a|op|w|dnia)\s+){0,2}$/iu
const YEAR = /(?<![\p{L}\p{N}.,/-])(?:1[89]|20)\d\d(?![\p{L}\p{N}/-]|[.,]\d)/gu
/** They may be behind the date. */
const VERB_LAST = new Set(['geboren'])
/** Characters between. */
const NEAR = 24

/** The births of which a text gives the day or the year. */
export function birthsIn(text: string): readonly Birth[] {
  const days = readDates(text).map(({ start, end, value }) => ({ start, end, meanings: datesMeant(value) }))
  const years = [...text.matchAll(YEAR)].map(({ 0: year, index }) => ({
    start: index,
    end: index + year.length,
    meanings: [year],
  }))
  const alone = years.filter(({ start }) => !days.some((day) => start >= day.start && start < day.end))
  const dates = [...days, ...alone].toSorted((one, other) => one.start - other.start)
  return BORN.in(text).flatMap(({ word, start, end }) => {
    const behind = dates.find((date) => date.start >= end && date.start - end <= NEAR)
    if (behind && BETWEEN.test(text.slice(end, behind.start))) return [behind]
    // "Ist am 3. Mai 1962 geboren".
    const before = VERB_LAST.has(word) ? dates.findLast((date) => date.end <= start) : undefined
    return before && text.slice(before.end, start).trim() === '' ? [before] : []
  })
}

/** Of a word in small letters. */
export function isBirthWord(word: string): boolean {
  return BORN.has(word)
}

/** Whether two may be one: a year is that of any of its days. */
export function isSameBirth(one: Birth, other: Birth): boolean {
  return one.meanings.some((mine) => other.meanings.some((yours) => mine.startsWith(yours) || yours.startsWith(mine)))
}
