import type { Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { ACRONYM } from './acronym.ts'
import { AFTER_NAME, BEFORE_NAME, BEFORE_PLACE, DETERMINERS, TITLES } from './cue-words.ts'
import { ROLES } from './roles.ts'
import { has } from './has-word.ts'
import type { Run } from './run.ts'

/** What only people do: behind a common word they make it a name. */
const ONLY_PEOPLE = /^(?:said|says|told|asked|testified|lives|lived|sagte|wohnt|dijo)$/u
const PRONOUN = /^(?:him|her|me|them|us|it)$/u
const CALLS = /^(?:named?|call(?:s|ed)?|nicknamed)$/u

/** Whether the words around a run say that somebody or some place is meant. */
export function isCued(words: readonly Word[], { from, to }: Run): boolean {
  return isCuedBehind(wordAt(words, from), wordAt(words, to)) || isCuedBefore(words, from)
}

/** "Hope said". */
function isCuedBehind(word: Word, after: Word): boolean {
  const isFamilyName = word.levels.last === 2 && word.ordinary < 2 && word.levels.en === 0
  if ((!isFirstName(word) && !isFamilyName) || after.shape !== 'lower' || after.gap !== ' ' || !has(AFTER_NAME, after))
    return false
  return word.ordinary < 2 || ONLY_PEOPLE.test(after.text)
}

/** "the witness Hope", "named him Frank", "signed by Grace", "to HART". */
function isCuedBefore(words: readonly Word[], from: number): boolean {
  const [before, word] = [wordAt(words, from - 1), wordAt(words, from)]
  if (!/^[ ,:]{1,3}$/u.test(word.gap)) return false
  if (has(ROLES, before) || has(TITLES, before)) return word.gap !== ', ' || word.name > 0
  if (has(BEFORE_NAME, before)) return isFirstName(word) && !has(DETERMINERS, word)
  if (PRONOUN.test(before.text) && CALLS.test(wordAt(words, from - 2).text)) return true
  return word.shape === 'upper' && word.ordinary === 0 && word.text.length >= ACRONYM && has(BEFORE_PLACE, before)
}

function isFirstName({ levels, name }: Word): boolean {
  return levels.first > 0 && name > 0
}
