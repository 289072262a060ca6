import type { IdentifierSpan } from '../identifier.ts'
import { beginnersOf, matchesAtWords } from '../matches-at-words.ts'
import { DETERMINERS, TITLES } from '../names/cue-words.ts'
import { ROLES } from '../names/roles.ts'
import { has } from '../names/has-word.ts'
import { isCapital, joined } from '../names/run.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { nominatives } from '../places/polish-towns.ts'
import { firstWordFrom } from '../places/read-address.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { isGeneric } from './generic-words.ts'
import { BEHIND_WORK, FIRST_WORDS, LONGEST_FIRM, WELL_KNOWN_FIRMS } from './well-known-firms.ts'

const AT_WORK = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${inAnyCase(BEHIND_WORK)})[ ](?=\p{L})`, 'uy')
const mayBeAtWork = beginnersOf(BEHIND_WORK)
/** A shorter one in small letters is a word. */
const SHORTEST_SMALL = 4
/** A firm at which somebody works has at most so many words. */
const LONGEST_EMPLOYER = 4

/** "Debeka", "AOK Niedersachsen", "arbeitet bei Kärcher": firms that are known by their name, and those at which somebody works. */
export function findWellKnownFirms(reading: Reading): readonly IdentifierSpan[] {
  const known = reading.words.flatMap((_, at) => {
    const length = firmAt(reading, at)
    return length === 0 ? [] : [asFirm(reading, at, branchOf(reading, at + length))]
  })
  return [...known, ...employers(reading)]
}

/** How many words from here on are a firm of the list; 0 where none is. */
function firmAt({ words, isSmall, languages }: Reading, at: number): number {
  const word = wordAt(words, at)
  if (has(FIRST_WORDS, word))
    for (let length = LONGEST_FIRM; length > 1; length -= 1) {
      const part = words.slice(at, at + length)
      if (!isSmall && !part.some(isCapital)) continue
      if (WELL_KNOWN_FIRMS.has(joined(part).toLowerCase())) return length
    }
  return isFirm(word, languages[0] === 'pl') ? 1 : 0
}

/** With its endings in Polish: "w Żabce". */
function isFirm(word: Word, isDeclined: boolean): boolean {
  const { text, shape, ordinary } = word
  if (!isCapital(word) && shape !== 'mixed' && (text.length < SHORTEST_SMALL || ordinary > 0)) return false
  const lower = text.toLowerCase()
  return (isDeclined ? [lower, ...nominatives(lower)] : [lower]).some((form) => WELL_KNOWN_FIRMS.has(form))
}

/** "AOK Niedersachsen", "Rabobank Drenthe": the region or the town of its branch. */
function branchOf({ words }: Reading, to: number): number {
  const { gap, levels, ordinary } = wordAt(words, to)
  const isRegion = levels.people === 2 || (levels.place > 0 && ordinary < 2)
  return gap === ' ' && isCapital(wordAt(words, to)) && isRegion ? to + 1 : to
}

function employers(reading: Reading): readonly IdentifierSpan[] {
  const { words } = reading
  return matchesAtWords(reading, AT_WORK, mayBeAtWork).flatMap(({ index, 0: cue }) => {
    const from = firstWordFrom(reading, index + cue.length)
    if (!isEmployer(reading, from)) return []
    let to = from + 1
    while (to < from + LONGEST_EMPLOYER && /^(?: |-| & )$/u.test(wordAt(words, to).gap) && goesOn(wordAt(words, to)))
      to += 1
    return [asFirm(reading, from, to)]
  })
}

/** A capitalised word that is no common one; in German, which capitalises all nouns, an unknown one. */
function isEmployer({ words, languages }: Reading, at: number): boolean {
  const word = wordAt(words, at)
  const { ordinary, levels, name, text, shape } = word
  if (!goesOn(word) || text.length < 2 || levels.safe > 0 || isGeneric(text)) return false
  if (languages[0] === 'de') return ordinary === 0 || name + levels.place > 0 || shape === 'upper'
  return ordinary < 2 || shape === 'upper'
}

function goesOn(word: Word): boolean {
  return isCapital(word) && ![DETERMINERS, TITLES, ROLES].some((set) => has(set, word))
}

function asFirm({ words }: Reading, from: number, to: number): IdentifierSpan {
  const [start, end] = [wordAt(words, from).start, wordAt(words, to - 1).end]
  return { start, end, type: 'organisation', by: 'names', confidence: 0.7 }
}
