import { PARTICLES } from '../names/cue-words.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { ROOM_WORDS, STREET_ENDINGS } from './street-words.ts'

/** What follows a street has at most so many words. */
const LONGEST_TAIL = 14
/** Also the marks that quoted mail and forms put before a line. */
const NEAR = /^[\s,.;#()\-–/ºª°>?|*\\]{1,12}$/u

/** Behind the last word that still belongs to the address: "Apt. 4, Springfield, IL 62701". */
export function addressEnd(reading: Reading, from: number): number {
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
