import { WRITTEN_LANGUAGES } from '../../words/open-word-lists.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { eponym } from '../tokens/eponyms.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { AFTER_NAME, BEFORE_NAME, DETERMINERS, PARTICLES, TITLES, VOCATIVES } from './cue-words.ts'
import { ROLES } from './roles.ts'

const LISTED: ReadonlySet<Reading['languages'][number]> = new Set(['en', 'de', 'fr', 'es'])

/** Shorter words are too often something else. */
const SHORTEST = 3
const FEWEST_SMALL = 3
const INFORMAL = 0.4

/** Names in a text that capitalises nothing: unknown words that a list of names or the words around make a name. */
export function findSmallNames(
  { words, isSmall, languages }: Reading,
  covered: (word: Word) => boolean,
): readonly IdentifierSpan[] {
  const isInformal = opensSmall(words)
  const isNamed = (at: number) => (isSmall ? isName(words, at) : isNameAnywhere(words, at, { languages, isInformal }))
  const firstEnd = (at: number) => (isSmall || isInformal ? particlesEnd(words, at) : at)
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word || covered(word)) continue
    const first = firstEnd(at)
    if (first === at && !isNamed(at)) continue
    let to = first + 1
    while (to < words.length && goesOn(words, at, to)) to += 1
    const titled = has(TITLES, words[at - 1]) ? words[at - 1] : undefined
    const last = words[to - 1] ?? word
    spans.push({ start: (titled ?? word).start, end: last.end, type: 'person', by: 'names', confidence: 0.55 })
    at = to - 1
  }
  return spans
}

function goesOn(words: readonly Word[], from: number, at: number): boolean {
  return isNext(words, at) || isFamilyName(words, from, at) || isLastOfName(words, from, at)
}

/** In a text that has capitals: "can dr mukherjee ring", "frag jeroen". */
function isNameAnywhere(
  words: readonly Word[],
  at: number,
  { languages, isInformal }: { readonly languages: Reading['languages']; readonly isInformal: boolean },
): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.shape !== 'lower' || word.text.length < SHORTEST) return false
  if (isAddressed(before, word)) return true
  if (isOfRole(before, word)) return true
  if (isInformal && isNobodyElse(word)) return true
  // Of the other languages no list has the words that are first names as well: "mia", "vittoria".
  const isKnown = languages.every((language) => LISTED.has(language))
  return isKnown && word.ordinary === 0 && word.levels.first === 2 && word.levels.last === 0
}

/** Whether sentences and lines begin in small letters, as in chats: at least a few of them. */
function opensSmall(words: readonly Word[]): boolean {
  const opening = words.filter(({ opens, shape, text }) => opens && text.length > 1 && /^(?:lower|title)$/.test(shape))
  const small = opening.filter(({ shape }) => shape === 'lower').length
  return small >= FEWEST_SMALL && small >= opening.length * INFORMAL
}

/** "mohamed", "pascoe": a common name that is a word of none of the languages. */
function isNobodyElse(word: Word): boolean {
  const { text, name, levels } = word
  if (text.length <= SHORTEST || isNoName(word)) return false
  return name === 2 && WRITTEN_LANGUAGES.every((language) => levels[language] === 0) && eponym(text) === null
}

/** "frau stein", "doctor hidalgo": a common name though it is a common word, and what is unknown. */
function isAddressed(before: Word, word: Word): boolean {
  if (before.shape !== 'lower' || !has(ADDRESSED, before) || !/^\.? $/u.test(word.gap)) return false
  if (word.gap === '. ' && before.text.length > 1 && (word.ordinary < 2 || word.name === 2) && !isNoName(word))
    return true
  return (word.ordinary < 2 ? word.name > 0 || word.ordinary === 0 : word.name === 2) && !isNoName(word)
}

/** "die zeugin brandt", "a enfermeira silvana", "notaris dijkstra". */
function isOfRole(before: Word, word: Word): boolean {
  if (before.shape !== 'lower' || word.gap !== ' ' || !has(ROLES, before) || has(DETERMINERS, before)) return false
  return mayBeCalled(word) && !isNoName(word) && eponym(word.text) === null
}

/** Unknown and somebody's name; or a common name that some list has as a rare word. */
function mayBeCalled({ text, name, ordinary, levels }: Word): boolean {
  const isAdjective = levels.first === 0 && levels.it + levels.fr + levels.es + levels.pt > 0 && ADJECTIVE.test(text)
  if (ordinary === 0) return name > 0 && !isAdjective
  return ordinary === 1 && name === 2 && levels.en < 2 && !ADJECTIVE.test(text)
}

/** "curatore speciale", "juge unique". */
const ADJECTIVE = /(?:ale|al|ile|il|ico|ica|ivo|iva|if|ario|aria|aire|ente|ante|ent|ant|oso|osa|eux|eur|el|ique)$/u

function isName(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.shape !== 'lower' || word.text.length < SHORTEST) return false
  if (isAddressed(before, word)) return true
  if (word.ordinary === 2) return false
  return (has(TITLES, before) && /^\.? $/u.test(word.gap)) || isOfRole(before, word) || isListed(words, at)
}

function isListed(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [wordAt(words, at - 1), wordAt(words, at), wordAt(words, at + 1)]
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
  return word.shape === 'lower' && word.text.length > 1 && (word.ordinary === 0 || mayBeCalled(word))
}

/** Shorter words are too often something else. */
const SHORTEST_FAMILY = 3
const MOST_FAMILY = 4

/** Small words that begin a family name; more of them belong to no name. */
const NAME_PARTICLES = new Set(
  'van von vom de der den di da la le lo li el del della dos do das ten ter te zu ben bin al'.split(' '),
)
const MOST_PARTICLES = 3

/** Forms of address that are written small as well, and that no verb follows often. */
const ADDRESSED = new Set(
  `mr mrs ms miss dr doctor herr herrn frau doktor schwester monsieur madame mme docteur señor señora doctor doctora don doña signor signora
  dottor dottoressa senhor senhora doutor doutora dona meneer mevrouw mw mevr dhr dokter pan pani pana panią panem doktor p dra dr.ª sr sra sig hr fr`.split(
    /\s+/,
  ),
)

/** They follow "doctor" without a name. */
const MODALS = new Set('may might must shall que para com'.split(' '))

/** Where the particles end that begin a family name behind a form of address: "dottor la mantia", "heer van der zee"; `at`: none do. */
function particlesEnd(words: readonly Word[], at: number): number {
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
  if (shape !== 'lower' || gap !== ' ' || text.length < SHORTEST_FAMILY || isNoName(word)) return false
  return isTitled ? ordinary < 2 || levels.last === 2 : levels.last === 2 && ordinary < 2
}

/** "gisela kaltwasser (geb": behind a first name, where the sentence ends or a bracket opens, whatever word it is. */
function isLastOfName(words: readonly Word[], from: number, at: number): boolean {
  const [first, word, next] = [wordAt(words, from), wordAt(words, at), wordAt(words, at + 1)]
  if (at !== from + 1 || first.levels.first < 2 || first.ordinary > 1 || word.gap !== ' ') return false
  const isAlone = word.shape === 'lower' && word.ordinary < 2 && word.text.length > SHORTEST_FAMILY && !isNoName(word)
  return isAlone && (next.start < 0 || /^(?:[,.;:)\n]| ?\()/u.test(next.gap))
}

/** Behind a first name a common family name, though it is a word: "charlotte day", "rosario blanco nieto", "willem van der zee". */
function isFamilyName(words: readonly Word[], from: number, at: number): boolean {
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
  return word.gap === ' ' && word.levels.last > 0 && word.text.length >= SHORTEST_FAMILY && !isNoName(word)
}

function isFamily(word: Word): boolean {
  return word.gap === ' ' && word.levels.last === 2 && word.text.length >= SHORTEST_FAMILY && !isNoName(word)
}

/** What stands beside a name and is none. */
function isNoName(word: Word): boolean {
  return [AFTER_NAME, DETERMINERS, TITLES, ROLES, VOCATIVES, PARTICLES, MODALS].some((list) => has(list, word))
}
