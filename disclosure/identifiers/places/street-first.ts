import { PARTICLES } from '../names/cue-words.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { goesOn, isHouseNumber, nameEnd, type Street, withNumber } from './street-parts.ts'
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
export function streetFirst(reading: Reading, at: number): Street | null {
  const { words } = reading
  const word = wordAt(words, at)
  if (!/\p{L}/u.test(word.text)) return null
  const begun = cornerOf(words, at) ?? begunStreet(reading, at)
  if (begun || !isCapital(word)) return begun
  return joinedStreet(words, at) ?? endedStreet(words, at) ?? numberedName(words, at)
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

/** An unknown name and a house number behind it, at the end of a line or before a comma or full stop. */
function numberedName(words: readonly Word[], at: number): Street | null {
  const to = nameEnd(words, at)
  const [number, after] = [wordAt(words, to), wordAt(words, to + 1)]
  if (number.gap !== ' ' || !/^\d{1,5}\p{L}?$/u.test(number.text) || /^(?:1[89]|20)\d{2}$/u.test(number.text))
    return null
  if (to - at > LONGEST_NUMBERED || words.slice(at, to).some(({ ordinary }) => ordinary > 0)) return null
  if (has(ROOM_WORDS, after) || has(STREET_ENDINGS, after)) return { to: to + 1, hasNumber: true }
  return /^(?:,\s|\.|\n)/u.test(after.gap) && !isScore(words.slice(at, to), number)
    ? { to: to + 1, hasNumber: true }
    : null
}
