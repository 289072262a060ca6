import { denies } from '../text/negation.ts'
import { isNumberWord } from '../text/number-words.ts'
import { contentWords, oneSpelling } from '../text/words.ts'

/** What a sentence adds by these is looked at elsewhere: yes and no by their reasons, numbers as facts. */
const SAYS_NO_MORE = new Set('yes no maybe perhaps ja nein vielleicht oui non si'.split(' '))

/** Shorter ones are mostly small words, of which each language has its own. */
const SHORTEST = 4

/** Two forms of one word share so many letters, or all but so many of the shorter one. */
const SAME_LETTERS = 4
const OTHER_LETTERS = 2

type OwnWords = { readonly words: number; readonly found: number }

/**
 * How many words a sentence brings itself (words that the question does not have; numbers aside), and how many of them stand in the
 * texts, in any form. What a small model takes from its passages it says in their words: over 23 questions (dragonball,
 * lit_ragbench; 1.5B) .9 to 1 of them stood there where the passages state it, .0 to .5 where it was made up.
 */
export function ownWords(sentence: string, question: string, texts: readonly string[]): OwnWords {
  const asked = wordsOf(question)
  const own = wordsOf(sentence).filter((word) => !asked.some((other) => isSame(word, other)))
  const there = texts.flatMap(wordsOf)
  return { words: own.length, found: own.filter((word) => there.some((other) => isSame(word, other))).length }
}

const ASKS_FOR_SOMETHING = /\b(?:who|whom|whose|when|where|what|how)\b/i

const ASKS_HOW_MANY = /\bhow (?:many|much|old|long|often|far)\b/i

/**
 * Whether a sentence only says again what was asked: "The landlord is." to "Who is the landlord?". A yes needs no word of its own, nor
 * does a no ("The patient has no allergies.") or a number that was counted ("5 doses were given.", of the 5 that the question names).
 */
export function restatesQuestion(sentence: string, question: string): boolean {
  if (!ASKS_FOR_SOMETHING.test(question) || /\bor\b/i.test(question)) return false
  if (denies(sentence) && !denies(question)) return false
  if (ASKS_HOW_MANY.test(question) && newFigures(sentence, question).length > 0) return false
  return contentWords(sentence).every((word) => hasWord(question, word))
}

/** Whether a text has a word, in any form. */
export function hasWord(text: string, word: string): boolean {
  const [folded = word] = contentWords(word)
  return contentWords(text).some((other) => isSame(folded, other))
}

function wordsOf(text: string): readonly string[] {
  const words = contentWords(text).filter((word) => word.length >= SHORTEST && !/\d/.test(word))
  return [...new Set(words)].filter((word) => !SAYS_NO_MORE.has(word) && !isNumberWord(word))
}

function isSame(one: string, other: string): boolean {
  const [short = '', long = ''] = [oneSpelling(one), oneSpelling(other)].toSorted((a, b) => a.length - b.length)
  const needed = Math.max(SAME_LETTERS, short.length - OTHER_LETTERS)
  return short.slice(0, needed) === long.slice(0, needed)
}

const YEAR = /^(?:1[6-9]|2[01])\d\d$/

/** The figures of a sentence, without a year that the question names: "in 2019" counts nothing, and 5 "of the 5 doses" may. */
export function newFigures(sentence: string, question: string): readonly string[] {
  const asked = figuresOf(question)
  return figuresOf(sentence).filter((figure) => !YEAR.test(figure) || !asked.includes(figure))
}

function figuresOf(text: string): readonly string[] {
  return text.match(/\p{N}+/gu) ?? []
}
