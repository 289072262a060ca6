import type { WordLists } from '../words/open-word-lists.ts'
import { findAuthorities } from './find-authorities.ts'
import { readWords } from './tokens/read-words.ts'

/** Words that lead to an authority, and are taken for the first of its parties. */
const SIGNAL = /^(?:But )?(?:See|Cf\.?|Compare|Contrast|Following|Applying|Under|In|Per)(?: also)?,? (?=\p{Lu})(?!re )/u

/** The statutes, rules and published decisions that a text names, as it names them, each once. */
export function authoritiesIn(text: string, lists: WordLists): readonly string[] {
  return [
    ...new Set(
      findAuthorities(readWords(text, lists)).map(({ start, end }) => text.slice(start, end).replace(SIGNAL, '')),
    ),
  ]
}
