import { BEFORE_PLACE, DETERMINERS, TITLES } from '../names/cue-words.ts'
import { ROLES } from '../names/roles.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import { LEGAL_WORDS } from '../tokens/harmless-words.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { isGeneric } from './generic-words.ts'
import { kindAt } from './kind-at.ts'
import { NAMED_KINDS } from './organisation-words.ts'
import { isTelling } from './telling-word.ts'

/** The longest name before a kind of organisation: "Our Lady of Good Counsel Primary School" has seven words. */
const LONGEST = 8
const JOINT = /^(?:['’][sS]? |[ \u00a0]|-| & |\. )$/u
const INSIDE = /^(?:of|the|for|and|de|van|den|der|la|upon|on|le)$/u

/** The first word of the name that stands before a kind of organisation; null where none of its words tells. */
export function nameBefore(reading: Reading, kind: number): number | null {
  const { words } = reading
  let from = runStart(words, kind)
  while (from < kind && isOfSentence(wordAt(words, from), wordAt(words, from + 1))) from += 1
  const isNamed = has(NAMED_KINDS, wordAt(words, kind)) || (/^the$/iu.test(wordAt(words, from).text) && kind - from > 1)
  for (let at = from; at < kind; at += 1)
    if (isTelling(reading, at) || (isNamed && isOrdinaryName(words, at))) return from
  return null
}

/** Where the capitalised words before a kind begin. */
function runStart(words: readonly Word[], kind: number): number {
  let from = kind
  for (let at = kind - 1; at >= kind - LONGEST; at -= 1) {
    const word = wordAt(words, at)
    const { gap } = wordAt(words, at + 1)
    if (!JOINT.test(gap) || (gap === '. ' && !/^(?:St|Mt|Dr)$/u.test(word.text))) break
    if (isCapital(word)) from = at
    else if (!INSIDE.test(word.text) || word.gap !== ' ') break
  }
  return from
}

/** "Our Lady", "The Beeches": ordinary words that name a house. */
function isOrdinaryName(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  const isLoose = [DETERMINERS, BEFORE_PLACE, ROLES, TITLES, LEGAL_WORDS].some((list) => has(list, word))
  return isCapital(word) && word.text.length > 2 && !isLoose && !isGeneric(word.text) && !kindAt(words, at)
}

/** "County" before "Court at Worthing": capitalised words before a kind that only say which kind. */
export function genericBefore({ words }: Reading, kind: number): number {
  let from = kind
  for (let at = kind - 1; at > kind - LONGEST; at -= 1) {
    const word = wordAt(words, at)
    const belongs = isCapital(word) && (isGeneric(word.text) || kindAt(words, at)) && word.text.length > 2
    if (!belongs || !JOINT.test(wordAt(words, at + 1).gap) || wordAt(words, at + 1).gap === '. ') break
    from = at
  }
  return from
}

function isOfSentence(word: Word, next: Word): boolean {
  if (/^(?:the|de|het)$/iu.test(word.text) && isCapital(word)) return false
  // "Until the Supreme Court"
  if (word.opens && word.ordinary === 2 && next.shape === 'lower' && has(DETERMINERS, next)) return true
  if ([DETERMINERS, BEFORE_PLACE, ROLES].some((list) => has(list, word)) || word.shape === 'lower') return true
  return has(TITLES, word) && !isCapital(next)
}
