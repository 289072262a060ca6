import { isSmallWord } from './languages.ts'
import { modalityOf } from './modal-words.ts'
import { isNegation } from './negation.ts'

/** What joins the words of an English sentence and says nothing itself, beyond the commonest words of the language. */
const ENGLISH = new Set(
  `a an these those he she him himself herself itself themselves it them me my hers i our your whose which am being do does did having also too here such own per around within
  not no nor never neither just how while because where why since through above below both each very until further against
  between among namely approximately regarding concerning including thereof hereby herein upon up down off again`.split(
    /\s+/,
  ),
)
/** Forms of auxiliary verbs that are not among the commonest words. */
const GERMAN = new Set('worden wurden werden waren hatte hatten gewesen'.split(' '))
/** Commonest words that say something nevertheless. */
const SAY_SOMETHING = new Set([
  'patient',
  'court',
  'years',
  'años',
  'fait',
  'anni',
  'più',
  'plus',
  'more',
  'alone',
  'seul',
])

/**
 * Whether a word in small letters only joins others: articles, pronouns, prepositions, auxiliary verbs. Denials and modal words are among
 * them, for they are compared apart.
 */
export function isFunctionWord(word: string): boolean {
  if (SAY_SOMETHING.has(word)) return false
  return ENGLISH.has(word) || GERMAN.has(word) || isSmallWord(word) || isNegation(word) || modalityOf(word) !== null
}
