import { baseForm, oneSpelling } from '../../../text/words.ts'

/** Unenforceable, incomplete, disagree. */
export const DENYING_PREFIX = /^(?:un|in|im|ir|il|dis|non|mis)/
const ENDINGS = /(?:ations?|ments?|ities|ity|ances?|ences?|ices?|ings?|ions?|edly|ed|ly|ies|es|(?<!s)s|e|y)$/
/** What is left of named, filing. */
const WITHOUT_E = /^([^aeiou][aeiou][^aeiouwxy])(?:ed|ing)$/
/** And of ended, acting. */
const SHORT = /^([aeiou][^aeiou]{2})(?:ed|ing)$/
const SHORTEST_STEM = 4

/** Forms of one word come out the same: served, serves; conditional stays apart from condition. */
export function stemOf(word: string): string {
  const spelt = oneSpelling(baseForm(word))
    .replace(/bilit(?:y|ies)$/, 'ble')
    .replace(WITHOUT_E, '$1e')
    .replace(SHORT, '$1')
  const stem = shortened(shortened(spelt))
  return /([bdgmnprt])\1$|.{4}(l)\2$/.test(stem) ? stem.slice(0, -1) : stem
}

function shortened(word: string): string {
  const short = word.replace(ENDINGS, '')
  return short.length >= SHORTEST_STEM ? short : word
}
