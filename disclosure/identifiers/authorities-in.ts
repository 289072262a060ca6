import type { WordLists } from '../words/open-word-lists.ts'
import { findAuthorities } from './find-authorities.ts'
import { readWords } from './tokens/read-words.ts'

/** Words that lead to an authority and are taken for its beginning; a title that has its own article loses it. */
const LEADING =
  /^(?:(?:see|cf|compare|contrast|accord|but|also|and|or|following|applying|under|in|on|at|by|per|for|from|with|without|of|to|as|if|unless|until|since|because|when|where|while|although|though|after|before|both|like|given|nothing|parts?|only|even|pursuant|the|a|an|this|that|these|its)\b(?! re\b)[.,]? )+(?=\p{L})/iu

/** The statutes, rules and published decisions that a text names, as it names them, each once. */
export function authoritiesIn(text: string, lists: WordLists): readonly string[] {
  const found = findAuthorities(readWords(text, lists)).map(({ start, end }) => text.slice(start, end))
  return [...new Set(found.map((authority) => authority.replace(LEADING, '')))]
}
