import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, TITLES } from './cue-words.ts'
import { has } from './has-word.ts'
import { ROLES } from './roles.ts'

const MOST_NAMES = 3
/** Shorter ones are short forms: "mother (DM)". */
const SHORTEST = 3

/** "la moglie (Assunta)", "bedrijfsarts (Ploeg, ArboFryslân)": behind what somebody is, a name in brackets. */
export function findBracketedNames({ words, languages }: Reading): readonly IdentifierSpan[] {
  const isGerman = languages[0] === 'de'
  return words.flatMap((word, at) => {
    if (word.gap !== ' (' || !has(ROLES, words[at - 1]) || !mayBeCalled(word, isGerman)) return []
    let to = at + 1
    while (to - at < MOST_NAMES && wordAt(words, to).gap === ' ' && mayBeCalled(wordAt(words, to), isGerman)) to += 1
    const end = wordAt(words, to - 1).end
    return [{ start: word.start, end, type: 'person' as const, by: 'names' as const, confidence: 0.7 }]
  })
}

/** Diseases stand there too: "Mutter (Hypertonie)". */
function mayBeCalled(word: Word, isGerman: boolean): boolean {
  const { shape, text, name, ordinary, levels } = word
  if (shape !== 'title' || text.length < SHORTEST || levels.safe > 0) return false
  if ([ROLES, TITLES, DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS].some((list) => has(list, word))) return false
  return name > 0 || ordinary === 0 || (!isGerman && ordinary === 1 && levels.en < 2)
}
