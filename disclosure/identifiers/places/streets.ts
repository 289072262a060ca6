import { monthNumber } from '../../../text/calendar-words.ts'
import { PARTICLES, TITLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import {
  JOINED_STREET,
  LOOSE_STREET,
  NO_STREET_NAME,
  ROOM_WORDS,
  STREET_BEGINNINGS,
  STREET_ENDINGS,
  SURE_STREET_BEGINNINGS,
  SURE_STREET_ENDINGS,
} from './street-words.ts'

/** These need no house number to tell a street. */
const SURE_JOINED =
  /(?:straße|strasse|str|gasse|straat|laan|gracht|singel|se(?:weg|baan|kade|plein)|allee|platz|ufer|gatan|vägen|gade)$/iu
const CORNER = /^(?:corner|intersection|junction|crossing|ecke|kreuzung|angle|esquina)$/iu
const CORNER_WORD = /^(?:of|and|&|mit|und|con)$/iu
const LONGEST_CORNER = 14

/** The longest name of a street that nothing but its number tells. */
const LONGEST_NUMBERED = 3

/** "Calle Mayor, 12", "Lindenstraße 5", "on Bayside Street", "Joaquin Suarez 2906", "the corner of Alder Street and Third". */
export function streetFirst(reading: Reading, at: number, isTaken: (word: Word) => boolean): Street | null {
  const { words } = reading
  const word = wordAt(words, at)
  if (!/\p{L}/u.test(word.text)) return null
  const begun = cornerOf(words, at) ?? begunStreet(reading, at)
  if (begun || !isCapital(word)) return begun
  return joinedStreet(words, at) ?? endedStreet(words, at) ?? numberedName(words, at, isTaken)
}

function cornerOf(words: readonly Word[], at: number): Street | null {
  if (!CORNER.test(wordAt(words, at).text)) return null
  const isName = (word: Word) => isCapital(word) || isHouseNumber(word)
  let [end, names] = [at, 0]
  for (let to = at + 1; to < at + LONGEST_CORNER; to += 1) {
    const word = wordAt(words, to)
    if (!goesOn(word, true)) break
    if (isName(word)) {
      names += 1
      end = to + 1
    } else if (!has(PARTICLES, word) && !CORNER_WORD.test(word.text)) break
  }
  return names >= 2 ? { to: end, hasNumber: true } : null
}

function begunStreet({ words, isSmall }: Reading, at: number): Street | null {
  const word = wordAt(words, at)
  if (!has(STREET_BEGINNINGS, word)) return null
  const to = nameEnd(words, at + 1, isSmall)
  if (to === at + 1 || NO_STREET_NAME.test(wordAt(words, at + 1).text)) return null
  const isSure = has(SURE_STREET_BEGINNINGS, word) && (isSmall || isCapital(word) || isCapital(wordAt(words, at + 1)))
  return withNumber(words, to) ?? (isSure ? { to, hasNumber: false } : null)
}

function joinedStreet(words: readonly Word[], at: number): Street | null {
  const { text, ordinary } = wordAt(words, at)
  if (!JOINED_STREET.test(text) || (ordinary > 0 && !isHouseNumber(wordAt(words, at + 1)))) return null
  return withNumber(words, at + 1) ?? (SURE_JOINED.test(text) ? { to: at + 1, hasNumber: false } : null)
}

/** Capitalised words up to "Street" or the like. */
function endedStreet(words: readonly Word[], at: number): Street | null {
  for (let to = at + 1; to < at + 5; to += 1) {
    const word = wordAt(words, to)
    if (!/^(?: |-)$/u.test(word.gap)) return null
    if (has(SURE_STREET_ENDINGS, word) && word.text !== 'ave')
      return withNumber(words, to + 1) ?? { to: to + 1, hasNumber: false }
    if (has(LOOSE_STREET, word) && isHouseNumber(wordAt(words, to + 1))) return withNumber(words, to + 1)
    if (isTownStreet(words, to)) return { to: to + 1, hasNumber: false }
    if (!isCapital(word) && !has(PARTICLES, word) && !/^\d{1,3}(?:st|nd|rd|th)$/u.test(word.text)) return null
  }
  return null
}

/** "Braden 13", "GOLD 2", "BASDAI 52": scores and grades have small numbers, and are called by letters. */
function isScore(names: readonly Word[], { text }: Word): boolean {
  return text.length < 3 || names.every(({ shape }) => shape !== 'title')
}

/** "in der Deezer Straße": the town that it leads to, and no number. */
function isTownStreet(words: readonly Word[], at: number): boolean {
  return /^stra(?:ß|ss)e$/iu.test(wordAt(words, at).text) && wordAt(words, at - 1).ordinary === 0
}

/** An unknown name and a house number behind it, at the end of a line or before a comma or full stop; not "Tel. 0341 960857". */
function numberedName(words: readonly Word[], at: number, isTaken: (word: Word) => boolean): Street | null {
  const to = nameEnd(words, at)
  const [number, after] = [wordAt(words, to), wordAt(words, to + 1)]
  if (number.gap !== ' ' || !/^\d{1,5}\p{L}?$/u.test(number.text) || /^(?:1[89]|20)\d{2}$/u.test(number.text))
    return null
  if (isTaken(number) || to - at > LONGEST_NUMBERED || words.slice(at, to).some(({ ordinary }) => ordinary > 0))
    return null
  if (has(ROOM_WORDS, after) || has(STREET_ENDINGS, after)) return { to: to + 1, hasNumber: true }
  return /^(?:,\s|\.|\n)/u.test(after.gap) && !isScore(words.slice(at, to), number)
    ? { to: to + 1, hasNumber: true }
    : null
}

type Words = Pick<Reading, 'words' | 'isSmall'>

/** "53 Bayside Street", "12 rue de la Paix", "6750 Koskikatu 25", "450 Præstevænget". */
export function numberFirst({ words, isSmall }: Words, at: number): Street | null {
  if (!isHouseNumber(wordAt(words, at)) || isOfSomethingElse(words, at)) return null
  const next = wordAt(words, at + 1)
  const from = isHouseNumber(next) && next.gap === ' ' ? at + 2 : at + 1
  return begunBehindNumber({ words, isSmall }, from) ?? endedBehindNumber({ words, isSmall }, from)
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
function begunBehindNumber({ words, isSmall }: Words, at: number): Street | null {
  if (!has(STREET_BEGINNINGS, words[at]) || !isNear(wordAt(words, at))) return null
  const to = nameEnd(words, at + 1, isSmall)
  return to > at + 1 ? upTo(words, to) : null
}

/** Words up to "Street" behind the number. */
function endedBehindNumber({ words, isSmall }: Words, from: number): Street | null {
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

/** A street that was found: behind its last word, and whether a house number is part of it. */
type Street = { readonly to: number; readonly hasNumber: boolean }

/** A street's name has at most so many words. */
const LONGEST_NAME = 6
const JOINT = /^(?:[ \u00a0]{1,2}|-|\. ?|['’])$/u

function isHouseNumber({ text }: Word): boolean {
  return /^\d{1,6}\p{L}?$/u.test(text)
}

/** "Street" or the like, as a word of its own or at the end of one. */
function isStreetEnd(word: Word): boolean {
  return has(STREET_ENDINGS, word) || has(LOOSE_STREET, word) || JOINED_STREET.test(word.text)
}

/** Whether a name goes on with this word: no sentence, line or comma lies between. */
function goesOn(word: Word, isFirst: boolean): boolean {
  return JOINT.test(word.gap) && (isFirst || !word.opens)
}

/** Behind the capitalised words and small particles from here on; in a text without capitals, behind unusual words. */
function nameEnd(words: readonly Word[], from: number, isSmall = false): number {
  const isPart = (word: Word) => isCapital(word) || (isSmall && word.ordinary < 2 && word.shape === 'lower')
  let end = from
  for (let to = from; to < from + LONGEST_NAME; to += 1) {
    const word = wordAt(words, to)
    if (!goesOn(word, to === from)) break
    if (isPart(word)) end = to + 1
    else if (!has(PARTICLES, word)) break
  }
  return end
}

/** With the house number that stands here: "12", ", 12", "nº 12"; null where none does. */
function withNumber(words: readonly Word[], to: number): Street | null {
  const next = wordAt(words, to)
  if (!/^(?:,? |, ?n[°º]? ?|\. ?)$/u.test(next.gap)) return null
  if (/^n[°ºro]?$/iu.test(next.text) && isHouseNumber(wordAt(words, to + 1))) return { to: to + 2, hasNumber: true }
  return isHouseNumber(next) ? { to: to + 1, hasNumber: true } : null
}

/** "Apt. 4" here, or a number and it. */
function isRoomAt(words: readonly Word[], at: number): boolean {
  const isNumbered = isHouseNumber(wordAt(words, at)) && wordAt(words, at).gap === ' '
  if (isNumbered) at += 1
  const word = wordAt(words, at)
  if (!/^[\s,.>?|*]{1,10}$/u.test(word.gap)) return false
  return has(ROOM_WORDS, word) && word.text.length > 1 && isHouseNumber(wordAt(words, at + 1))
}
