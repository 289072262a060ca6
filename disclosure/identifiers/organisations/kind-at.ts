import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { isGeneric } from './generic-words.ts'
import {
  ACRONYMS_BEFORE_NAME,
  BEFORE_HOME,
  BEFORE_NAME_CAPITAL,
  BEFORE_NAME_SMALL,
  BEHIND_NAME,
  JOINED_KIND,
  NO_JOINED_KIND,
  POLISH_KIND,
} from './organisation-words.ts'

/** Where the name of an organisation stands beside the word of its kind. */
export type Kind = { readonly standsBefore: boolean; readonly standsBehind: boolean }

const ARTICLE = /^(?:dell|all|dall|nell|sull|quell|un|l|d|s)['’](?=\p{L})/iu

/** "ospedale" of "dell'ospedale", "APPEL" of "D'APPEL". */
export function withoutArticle(text: string): string {
  return text.replace(ARTICLE, '')
}

/** Whether the word is a kind of organisation; null where it is not. */
export function kindAt(words: readonly Word[], at: number): Kind | null {
  const word = wordAt(words, at)
  if (!/\p{L}/u.test(word.text)) return null
  const text = withoutArticle(word.text)
  if (isAdjective(words, at)) return null
  const isBig = /^\p{Lu}/u.test(text)
  const joined = isJoined(text, isBig)
  const standsBefore = joined || isBefore(words, at, text, isBig)
  const standsBehind = isBig && (joined || (BEHIND_NAME.has(text.toLowerCase()) && isHome(words, at)))
  return standsBefore || standsBehind ? { standsBefore, standsBehind } : null
}

function isBefore(words: readonly Word[], at: number, text: string, isBig: boolean): boolean {
  const lower = text.toLowerCase()
  if (BEFORE_NAME_SMALL.has(lower) || POLISH_KIND.test(lower)) return true
  if (BEFORE_NAME_CAPITAL.has(lower)) return isBig || isCompound(words, at)
  return ACRONYMS_BEFORE_NAME.has(text) && !isAcronym(wordAt(words, at + 1))
}

/** "CAP CURB": letters beside letters are abbreviations of something else. */
function isAcronym({ shape, text }: Word): boolean {
  return shape === 'upper' && text.length < 6
}

/** "historia clínica", "relazione clinica": what follows a noun is no clinic. */
function isAdjective(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (!/^cl[ií]nica$/iu.test(word.text) || word.gap !== ' ') return false
  return before.text.length > 4 && !/^(?:della|nella|dalla|sulla|questa|nossa|nuestra)$/iu.test(before.text)
}

/** "cour d'appel", "casa di cura", "conseil de prud'hommes": in small letters a kind only with what makes it one. */
function isCompound(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  const telling = /^(?:de|di|da|do|d)$/u.test(next.text) ? wordAt(words, at + 2) : next
  return telling.text.length > 3 && telling.shape !== 'digits' && isGeneric(withoutArticle(telling.text))
}

/** German compounds have a capital, Dutch ones may be small. */
function isJoined(text: string, isBig: boolean): boolean {
  const lower = text.toLowerCase()
  return (
    JOINED_KIND.test(lower) &&
    !NO_JOINED_KIND.test(lower) &&
    (isBig || /(?:ziekenhuis|kliniek|centrum|apotheek|praktijk|tehuis|bedrijf|winkel)$/u.test(lower))
  )
}

function isHome(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  if (!/^home$/iu.test(word.text)) return true
  return isCapital(word) && has(BEFORE_HOME, wordAt(words, at - 1))
}
