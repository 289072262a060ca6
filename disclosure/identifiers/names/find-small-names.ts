import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { AFTER_NAME, BEFORE_NAME, DETERMINERS, PARTICLES, TITLES } from './cue-words.ts'
import { ROLES } from './roles.ts'
import { has } from './has-word.ts'

const LISTED: ReadonlySet<Reading['languages'][number]> = new Set(['en', 'de', 'fr', 'es'])
/** Shorter words are too often something else. */
const SHORTEST = 3

/** Names in a text that capitalises nothing: unknown words that a list of names or the words around make a name. */
export function findSmallNames(
  { words, isSmall, languages }: Reading,
  covered: (word: Word) => boolean,
): readonly IdentifierSpan[] {
  const isNamed = (at: number) => (isSmall ? isName(words, at) : isNameAnywhere(words, at, languages))
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word || covered(word) || !isNamed(at)) continue
    let to = at + 1
    while (to < words.length && isNext(words, to)) to += 1
    const titled = has(TITLES, words[at - 1]) ? words[at - 1] : undefined
    const last = words[to - 1] ?? word
    spans.push({ start: (titled ?? word).start, end: last.end, type: 'person', by: 'names', confidence: 0.55 })
    at = to - 1
  }
  return spans
}

/** In a text that has capitals: "can dr mukherjee ring", "frag jeroen". */
function isNameAnywhere(words: readonly Word[], at: number, languages: Reading['languages']): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.shape !== 'lower' || word.text.length < SHORTEST) return false
  if (before.shape === 'lower' && has(ADDRESSED, before) && /^\.? $/u.test(word.gap))
    return (
      (word.name > 0 || word.ordinary === 0) &&
      ![AFTER_NAME, DETERMINERS, TITLES, ROLES].some((list) => has(list, word))
    )
  // Of the other languages no list has the words that are first names as well: "mia", "vittoria".
  const isKnown = languages.every((language) => LISTED.has(language))
  return isKnown && word.ordinary === 0 && word.levels.first === 2 && word.levels.last === 0
}

/** Forms of address that are written small as well, and that no verb follows often. */
const ADDRESSED = new Set(
  `mr mrs ms miss dr doctor herr herrn frau doktor schwester monsieur madame mme docteur señor señora doctor doctora don doña signor signora
  dottor dottoressa senhor senhora doutor doutora dona meneer mevrouw mw dhr dokter pan pani pana panią panem doktor`.split(
    /\s+/,
  ),
)

function isName(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [wordAt(words, at - 1), wordAt(words, at), wordAt(words, at + 1)]
  if (word.shape !== 'lower' || word.text.length < SHORTEST || word.ordinary === 2) return false
  if (has(TITLES, before) && /^\.? $/u.test(word.gap)) return true
  if (word.ordinary === 0) return word.name > 0 || isNameBehind(after) || isBetween(before, after)
  // "frank freud": an ordinary word that is a first name, and an unknown one behind it.
  return word.levels.first === 2 && isNameBehind(after) && !has(DETERMINERS, before)
}

function isBetween(before: Word, after: Word): boolean {
  return has(BEFORE_NAME, before) || has(ROLES, before) || has(AFTER_NAME, after)
}

function isNameBehind(word: Word): boolean {
  return word.gap === ' ' && word.ordinary === 0 && word.levels.last > 0
}

function isNext(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || !/^(?: |-|\. )$/u.test(word.gap)) return false
  if (word.text.length === 1 && word.text !== 'a' && word.text !== 'i') return true
  if (has(PARTICLES, word)) return words[at + 1]?.ordinary === 0
  return word.ordinary === 0 && word.shape === 'lower' && word.text.length > 1
}
