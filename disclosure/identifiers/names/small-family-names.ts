import type { Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { AFTER_NAME, DETERMINERS, PARTICLES, TITLES, VOCATIVES } from './cue-words.ts'
import { has } from './has-word.ts'
import { ROLES } from './roles.ts'

/** Shorter words are too often something else. */
const SHORTEST = 3
const MOST_FAMILY = 4
/** Small words that begin a family name; more of them belong to no name. */
const NAME_PARTICLES = new Set(
  'van von vom de der den di da la le lo li el del della dos do das ten ter te zu ben bin al'.split(' '),
)
const MOST_PARTICLES = 3

/** Forms of address that are written small as well, and that no verb follows often. */
export const ADDRESSED = new Set(
  `mr mrs ms miss dr doctor herr herrn frau doktor schwester monsieur madame mme docteur señor señora doctor doctora don doña signor signora
  dottor dottoressa senhor senhora doutor doutora dona meneer mevrouw mw mevr dhr dokter pan pani pana panią panem doktor p dra dr.ª sr sra sig hr fr`.split(
    /\s+/,
  ),
)

/** They follow "doctor" without a name. */
const MODALS = new Set('may might must shall que para com'.split(' '))

/** Where the particles end that begin a family name behind a form of address: "dottor la mantia", "heer van der zee"; `at`: none do. */
export function particlesEnd(words: readonly Word[], at: number): number {
  const before = wordAt(words, at - 1)
  const isTitled = has(ADDRESSED, before) && before.text.length > 1
  if (!isTitled && (!has(ROLES, before) || has(DETERMINERS, before))) return at
  let to = at
  while (to - at < MOST_PARTICLES && isParticle(wordAt(words, to))) to += 1
  return to > at && isBehindParticles(wordAt(words, to), isTitled) ? to : at
}

function isParticle(word: Word): boolean {
  return has(NAME_PARTICLES, word) && /^\.? $/u.test(word.gap)
}

/** Behind what somebody is, and no form of address, only a common family name. */
function isBehindParticles(word: Word, isTitled: boolean): boolean {
  const { shape, text, gap, ordinary, levels } = word
  if (shape !== 'lower' || gap !== ' ' || text.length < SHORTEST || isNoName(word)) return false
  return isTitled ? ordinary < 2 || levels.last === 2 : levels.last === 2 && ordinary < 2
}

/** "gisela kaltwasser (geb": behind a first name, where the sentence ends or a bracket opens, whatever word it is. */
export function isLastOfName(words: readonly Word[], from: number, at: number): boolean {
  const [first, word, next] = [wordAt(words, from), wordAt(words, at), wordAt(words, at + 1)]
  if (at !== from + 1 || first.levels.first < 2 || first.ordinary > 1 || word.gap !== ' ') return false
  const isAlone = word.shape === 'lower' && word.ordinary < 2 && word.text.length > SHORTEST && !isNoName(word)
  return isAlone && (next.start < 0 || /^(?:[,.;:)\n]| ?\()/u.test(next.gap))
}

/** Behind a first name a common family name, though it is a word: "charlotte day", "rosario blanco nieto", "willem van der zee". */
export function isFamilyName(words: readonly Word[], from: number, at: number): boolean {
  const [word, before] = [wordAt(words, at), wordAt(words, at - 1)]
  if (at - from > MOST_FAMILY || word.gap !== ' ' || word.shape !== 'lower' || !isFirstName(words, from)) return false
  if (has(PARTICLES, word)) return [1, 2].some((step) => isBehindParticle(wordAt(words, at + step)))
  if (has(PARTICLES, before) && isBehindParticle(word)) return true
  return isFamily(word) && (at - from === 1 || has(PARTICLES, before) || word.levels.es + word.levels.pt > 0)
}

/** Behind a form of address a rarer one as well: "dr. everton da rosa". */
function isFirstName(words: readonly Word[], at: number): boolean {
  const { ordinary, levels } = wordAt(words, at)
  return ordinary < 2 && (levels.first === 2 || (levels.first > 0 && has(ADDRESSED, words[at - 1])))
}

/** "van der zee", "da rosa": a rarer family name as well. */
function isBehindParticle(word: Word): boolean {
  return word.gap === ' ' && word.levels.last > 0 && word.text.length >= SHORTEST && !isNoName(word)
}

function isFamily(word: Word): boolean {
  return word.gap === ' ' && word.levels.last === 2 && word.text.length >= SHORTEST && !isNoName(word)
}

/** What stands beside a name and is none. */
export function isNoName(word: Word): boolean {
  return [AFTER_NAME, DETERMINERS, TITLES, ROLES, VOCATIVES, PARTICLES, MODALS].some((list) => has(list, word))
}
