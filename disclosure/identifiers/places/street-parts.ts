import { PARTICLES } from '../names/cue-words.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { JOINED_STREET, LOOSE_STREET, ROOM_WORDS, STREET_ENDINGS } from './street-words.ts'

/** A street that was found: behind its last word, and whether a house number is part of it. */
export type Street = { readonly to: number; readonly hasNumber: boolean }

/** A street's name has at most so many words. */
export const LONGEST_NAME = 6
const JOINT = /^(?:[ \u00a0]{1,2}|-|\. ?|['’])$/u

export function isHouseNumber({ text }: Word): boolean {
  return /^\d{1,6}\p{L}?$/u.test(text)
}

/** "Street" or the like, as a word of its own or at the end of one. */
export function isStreetEnd(word: Word): boolean {
  return has(STREET_ENDINGS, word) || has(LOOSE_STREET, word) || JOINED_STREET.test(word.text)
}

/** Whether a name goes on with this word: no sentence, line or comma lies between. */
export function goesOn(word: Word, isFirst: boolean): boolean {
  return JOINT.test(word.gap) && (isFirst || !word.opens)
}

/** Behind the capitalised words and small particles from here on; in a text without capitals, behind unusual words. */
export function nameEnd(words: readonly Word[], from: number, isSmall = false): number {
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
export function withNumber(words: readonly Word[], to: number): Street | null {
  const next = wordAt(words, to)
  if (!/^(?:,? |, ?n[°º]? ?|\. ?)$/u.test(next.gap)) return null
  if (/^n[°ºro]?$/iu.test(next.text) && isHouseNumber(wordAt(words, to + 1))) return { to: to + 2, hasNumber: true }
  return isHouseNumber(next) ? { to: to + 1, hasNumber: true } : null
}

/** "Apt. 4" here, or a number and it. */
export function isRoomAt(words: readonly Word[], at: number): boolean {
  const isNumbered = isHouseNumber(wordAt(words, at)) && wordAt(words, at).gap === ' '
  if (isNumbered) at += 1
  const word = wordAt(words, at)
  if (!/^[\s,.>?|*]{1,10}$/u.test(word.gap)) return false
  return has(ROOM_WORDS, word) && word.text.length > 1 && isHouseNumber(wordAt(words, at + 1))
}
