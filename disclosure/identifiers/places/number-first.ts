import { monthNumber } from '../../../text/calendar-words.ts'
import { PARTICLES, TITLES } from '../names/cue-words.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { isHouseNumber, isRoomAt, isStreetEnd, LONGEST_NAME, nameEnd, type Street, withNumber } from './street-parts.ts'
import { JOINED_STREET, STREET_BEGINNINGS } from './street-words.ts'

type Words = Pick<Reading, 'words' | 'isSmall'>

/** "53 Bayside Street", "12 rue de la Paix", "6750 Koskikatu 25", "450 Præstevænget". */
export function numberFirst({ words, isSmall }: Words, at: number): Street | null {
  if (!isHouseNumber(wordAt(words, at)) || isOfSomethingElse(words, at)) return null
  const next = wordAt(words, at + 1)
  const from = isHouseNumber(next) && next.gap === ' ' ? at + 2 : at + 1
  return begunStreet({ words, isSmall }, from) ?? endedStreet({ words, isSmall }, from)
}

const LAW = /^(?:ley|loi|legge|lei|wet|artikel|ustawy|art|decreto|décret|ie|ui)$/iu
const YEAR = /^(?:1[789]|20)\d{2}$/u

/** The last figures of a sentence, or of a day: "on 3 June 2026. Mrs Okafor, 78", "June 3, 2026 Dr Okafor". */
function isOfSomethingElse(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  const isMonth = (place: number) => monthNumber(wordAt(words, place).text) > 0
  // "3.1 Artikel", "1:1280": the end of another number.
  if (/^[.:,/]$/u.test(wordAt(words, at).gap) && wordAt(words, at - 1).shape === 'digits') return true
  // "3/7/38, 14 Abbey Court": the beginning of a day.
  const isJoined = (place: number) =>
    wordAt(words, place).shape === 'digits' && /^[./]$/u.test(wordAt(words, place).gap)
  if (isJoined(at + 1) && isJoined(at + 2)) return true
  const isYear = (place: number) => YEAR.test(wordAt(words, place).text)
  const endsDay = isMonth(at - 1) || (isMonth(at - 2) && /^\d{1,2}$/u.test(wordAt(words, at - 1).text))
  return (next.opens && /^\.\s/u.test(next.gap)) || (isYear(at) && endsDay) || (isMonth(at + 1) && isYear(at + 2))
}

/** "rue de la Paix" behind the number. */
function begunStreet({ words, isSmall }: Words, at: number): Street | null {
  if (!has(STREET_BEGINNINGS, words[at]) || !isNear(wordAt(words, at))) return null
  const to = nameEnd(words, at + 1, isSmall)
  return to > at + 1 ? upTo(words, to) : null
}

/** Words up to "Street" behind the number. */
function endedStreet({ words, isSmall }: Words, from: number): Street | null {
  let named = false
  for (let to = from; to < from + LONGEST_NAME; to += 1) {
    const word = wordAt(words, to)
    if (!isNear(word) || (word.opens && to > from)) break
    if (isEnd(word, named)) return upTo(words, to + 1)
    const isName: boolean = isCapital(word) || isUnusual(word, isSmall, named)
    if (!isName && !isSmallPart(word)) break
    named ||= isName
  }
  return named ? unmarkedStreet(words, from) : null
}

function isEnd(word: Word, named: boolean): boolean {
  return JOINED_STREET.test(word.text) || (named && isStreetEnd(word))
}

function upTo(words: readonly Word[], to: number): Street {
  return withNumber(words, to) ?? { to, hasNumber: true }
}

/** "de la", "42nd". */
function isSmallPart(word: Word): boolean {
  return has(PARTICLES, word) || /^\d{1,4}(?:st|nd|rd|th)?$/u.test(word.text)
}

/** In a text without capitals, or as the second word of a foreign name: "Árpád fejedelem útja". */
function isUnusual({ ordinary, shape }: Word, isSmall: boolean, named: boolean): boolean {
  return (isSmall && ordinary < 2) || (named && shape === 'lower' && ordinary === 0)
}

/** "1737 Cheriton", "233 Erzsébet 19": no kind of street, but a room, a number, a city or the end of the line behind. */
function unmarkedStreet(words: readonly Word[], from: number): Street | null {
  const to = nameEnd(words, from)
  // "Room 12, Mrs Okafor, 78": somebody, and how old.
  if (to === from || has(TITLES, words[from])) return null
  if (isRoomAt(words, to)) return { to, hasNumber: true }
  if (!isStreetName(words.slice(from, to))) return null
  const next = wordAt(words, to)
  if (isHouseNumber(next) && /^,? $/u.test(next.gap)) return { to: to + 1, hasNumber: true }
  return isLine(next) || isCity(next) ? { to, hasNumber: true } : null
}

/** Not "17 HGT 132", "92 Tª 36", "18 de la Ley 38": what is measured, and laws. */
function isStreetName(names: readonly Word[]): boolean {
  if (names.some(({ text }) => LAW.test(text))) return false
  return names.some(isTelling) && names.some(({ shape, text }) => shape === 'title' && text.length > 2)
}

function isLine(next: Word): boolean {
  return /^,?\s*\n/u.test(next.gap) && (isCapital(next) || isHouseNumber(next))
}

function isCity(next: Word): boolean {
  return next.gap === ', ' && isCapital(next) && (next.levels.place > 0 || next.ordinary === 0)
}

function isTelling({ ordinary, name, levels }: Word): boolean {
  return ordinary === 0 || (ordinary === 1 && name === 2) || levels.place === 2
}

function isNear({ gap }: Word): boolean {
  return /^(?:[ \u00a0]{1,2}|,\s?|-|\. ?|['’/])$/u.test(gap)
}
