import type { Flag } from './identifier.ts'
import { DETERMINERS, ROLES, TITLES } from './names/cue-words.ts'
import { has } from './names/has-word.ts'
import { COMMON_CAPITALS, LEGAL_WORDS } from './tokens/harmless-words.ts'
import type { Reading, Word } from './tokens/read-words.ts'

/** A number of so many digits may be anybody's. */
const LONG_NUMBER = 4

/** Every token that is not masked and not known to be harmless; a person decides about each. */
export function findFlags({ words }: Reading, covered: (word: Word) => boolean): readonly Flag[] {
  const isBeside = (at: number) => [words[at - 1], words[at + 1]].some((word) => word !== undefined && covered(word))
  return words
    .filter((word, at) => !covered(word) && (isDoubtful(word, words[at - 1]) || (isNumber(word) && isBeside(at))))
    .map(({ start, end }) => ({ start, end }))
}

/** A short number counts only beside what is masked. */
function isNumber({ shape, text }: Word): boolean {
  return shape === 'digits' && text.length > 1
}

function isDoubtful(word: Word, before: Word | undefined): boolean {
  const { shape, text } = word
  if (shape === 'digits') return text.length >= LONG_NUMBER
  if (shape === 'mixed' && /\p{N}/u.test(text)) return text.length >= LONG_NUMBER && /\p{N}{3}/u.test(text)
  if (text.length === 1) return shape === 'upper' && !word.opens && before !== undefined && !/^[IA]$/.test(text)
  return word.ordinary === 0 || isCapitalisedTerm(word)
}

/** An ordinary word whose capital needs an explanation. */
function isCapitalisedTerm(word: Word): boolean {
  const { shape, ordinary, name, levels, opens, inHeading } = word
  if (shape === 'lower' || inHeading || isNeverOne(word)) return false
  const isName = name > 0 || levels.place > 0
  return opens ? ordinary === 1 && (name === 2 || levels.place > 0) : shape === 'title' || isName
}

/** Words that are capitalised in any letter or judgment. */
function isNeverOne(word: Word): boolean {
  return (
    has(LEGAL_WORDS, word) ||
    has(COMMON_CAPITALS, word) ||
    has(ROLES, word) ||
    has(TITLES, word) ||
    has(DETERMINERS, word)
  )
}
