import { relativesNamed, speaksOfFamily } from '../text/relatives.ts'
import type { Span } from '../text/spans.ts'
import { isSameWord } from '../text/word-forms.ts'
import type { AskedPart } from './answer-type.ts'
import { type Statement, statementOf } from './claim-statement.ts'

const ABOUT_A_PERSON =
  /(?<!\p{L})(?:she|he|her|his|him|they|their|patient(?:in|en)?|sie|er|ihr|ihre[rnms]?|seine?[rnms]?|elle|il|ella|él|lei|lui|ela|ele|zij|hij|ona|paciente|paziente|patiënte?|pacjent(?:ka)?)(?!\p{L})/iu
/** "The daughter, Carys, is allergic". */
const APPOSITION = /(?<=\p{L}),\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?,/gu
/** Where a sentence goes on to somebody else. */
const ENDS =
  /[;.\n]|,?\s(?:but|while|whereas|aber|während|mais|pero|ma|mas|maar|ale)\s|,\s(?:and\s)?(?=(?:she|he|her|his|sie|er)\s)/iu
/** "Told us that she …" is said of her. */
const TELLS =
  /(?<!\p{L})(?:t(?:ells?|old)|sa(?:ys|id)|reports?|reported|mentions?|mentioned|thinks?|believes?|confirm(?:s|ed)|sagt\p{L}*|berichte\p{L}*|dit|déclare|dice|dijo|disse|zegt|zei|mówi)(?!\p{L})/iu

/**
 * Whether all that a sentence says of what is asked of a person it says of a relative: "The daughter is allergic to penicillin" and "Is
 * she allergic to penicillin?". `heading`: that it stands under. Not where the question names a relative, or asks who.
 */
export function isOfRelative({ asked, terms }: AskedPart, said: Statement, heading: string): boolean {
  const isAboutPerson = ABOUT_A_PERSON.test(asked.text) || asked.terms.some(({ isName }) => isName)
  if (!isAboutPerson || relativesNamed(asked.text).length > 0 || speaksOfFamily(asked.text)) return false
  if (speaksOfFamily(heading)) return true
  const words = terms.map(({ word }) => word)
  const own = said.text
    .replaceAll(APPOSITION, ' ')
    .split(ENDS)
    .filter((part) => part !== undefined && holds(part, words))
  return own.length > 0 && own.every((part) => isOfItsRelative(part, words))
}

function holds(part: string, words: readonly string[]): boolean {
  return saidOf(part, words).length > 0
}

function saidOf(part: string, words: readonly string[]): readonly Span[] {
  const { terms, states } = statementOf(part)
  const stated = states.map(({ start, end }) => ({ start, end, word: part.slice(start, end).toLowerCase() }))
  return [...terms, ...stated].filter(({ word }) => words.some((one) => isSameWord(one, word)))
}

/** More words before it, and it is somebody else who acts. */
const WORDS_BEFORE = 1

/** A relative stands before what is said, and nothing but an article or pronoun before that: "her mother had". */
function isOfItsRelative(part: string, words: readonly string[]): boolean {
  const [relative] = relativesNamed(part)
  if (!relative || TELLS.test(part)) return false
  const before = part.slice(0, relative.start).match(/\p{L}+/gu) ?? []
  return before.length <= WORDS_BEFORE && saidOf(part, words).every(({ start }) => start > relative.start)
}
