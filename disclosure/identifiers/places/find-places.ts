import { type WordLevels, type WordLists, WRITTEN_LANGUAGES } from '../../words/open-word-lists.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { BEFORE_PLACE, DETERMINERS } from '../names/cue-words.ts'
import { isCapital, textOfWords } from '../names/name-run.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { BEFORE_TOWN, isBehindPreposition, isCalledAfter, isShortForm } from './before-town.ts'

/** A shorter word in small letters is no city. */
const SHORTEST = 4
const BEFORE_LANGUAGE =
  /^(?:in|speaks?|spoken|speaking|spoke|studying|studied|studies|learn|learned|learning|teaches|fluent|from|into|auf|parle|en|habla)$/iu
const BEHIND_LANGUAGE = /^(?:and|or|und|et|y|at|in|as|with|for|to|only|very|well)$/u
const OF_LANGUAGE =
  /^(?:speaking|language|law|laws|courts?|code|interpreter|translation|measles|flu|society|association|college|sprache|recht|droit|derecho)$/iu
/** The longest name of a city or a country on the lists. */
const LONGEST = 5

/** Layer d: cities, countries and their parts, nationalities. What chooses the law ("the laws of Ohio") stays. */
export function findPlaces(
  reading: Reading,
  lists: WordLists,
  covered: (word: Word) => boolean,
): readonly IdentifierSpan[] {
  const { words } = reading
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; ) {
    const found = longest(words, at, lists)
    const first = words[at]
    if (!found || !first || covered(first)) {
      at += 1
      continue
    }
    const last = words[at + found.length - 1] ?? first
    const span = placeSpan(reading, at, found)
    const end = span?.type === 'place' ? last.end + restOfName(reading.text, last.end) : last.end
    if (span) spans.push({ start: first.start, end, ...span })
    at += found.length
  }
  return spans
}

/** "Chavannes" goes on with "-sur-Moudon", "Isola" with " del Gran Sasso". */
const REST =
  /^(?:-(?:\p{Ll}{1,4}-){0,2}\p{Lu}[\p{L}\p{M}]{2,20}| (?:sur|sous|lès|en|am|an der|aan den|aan de|sul|sulla|del|nel|do|dos|nad|upon) (?:\p{Lu}[\p{L}\p{M}]{2,20} ?){1,2}(?<! )| \((?:\p{Lu}\p{Ll}{0,2}\.?|\p{Lu}{2,3})\))+/u

function restOfName(text: string, at: number): number {
  return REST.exec(text.slice(at, at + 60))?.[0].length ?? 0
}

/** States and countries whose law or courts are meant, cities that a treaty or a test is called after. */
export function findLawPlaces(
  { words }: Reading,
  lists: WordLists,
): readonly { readonly start: number; readonly end: number }[] {
  return words.flatMap((word, at) => {
    if (!isCapital(word)) return []
    const found = longest(words, at, lists)
    const isTreaty = found?.levels.place === 2 && isCalledAfter(words, at)
    if (!found || !(isTreaty || (found.levels.people === 2 && choosesLaw(words, at, found.length)))) return []
    return [{ start: word.start, end: wordAt(words, at + found.length - 1).end }]
  })
}

type Found = { readonly length: number; readonly levels: WordLevels }

function longest(words: readonly Word[], at: number, lists: WordLists): Found | null {
  let best: Found | null = null
  for (let length = 1; length <= LONGEST && at + length <= words.length; length += 1) {
    const part = words.slice(at, at + length)
    if (length > 1 && !/^(?: |-|\. |['’])$/u.test(part.at(-1)?.gap ?? '')) break
    const levels = length === 1 ? part[0]?.levels : lists.levelsOf(textOfWords(part))
    if (levels && (levels.place > 0 || levels.people > 0)) best = { length, levels }
  }
  return best
}

type Place = Pick<IdentifierSpan, 'type' | 'by' | 'confidence'>

function placeSpan(reading: Reading, at: number, found: Found): Place | null {
  return asPeople(reading, at, found) ?? (isCity(reading, at, found) ? asCity(reading, at, found) : null)
}

/** A country or a part of one, or where somebody is from. */
function asPeople({ words, isSmall }: Reading, at: number, { levels, length }: Found): Place | null {
  const word = wordAt(words, at)
  const isPlain = length === 1 && word.ordinary > 0
  const isWrittenSmall = word.shape === 'lower' && !isSmall
  if (levels.people === 1) {
    if (isLanguage(words, at, length) || (isPlain && isWrittenSmall)) return null
    return { type: 'nationality', by: 'places', confidence: 0.7 }
  }
  if (levels.people === 0 || isWrittenSmall || choosesLaw(words, at, length)) return null
  return isPlain && !isCued(words, at, length) ? null : { type: 'region', by: 'places', confidence: 0.7 }
}

function asCity(reading: Reading, at: number, { length }: Found): Place | null {
  const { words, isSmall } = reading
  const word = wordAt(words, at)
  if (word.shape === 'lower' && !isSmall) return null
  const cued = isCued(words, at, length) || (!word.inHeading && isBehindPreposition(reading, at, length))
  if (length > 1)
    return isWholeName(words, at, length) || (cued && (isSmall || isCapitalised(words, at, length)))
      ? asPlace(0.75)
      : null
  if (word.shape === 'lower') return isTownWritten(word, cued) ? asPlace(0.6) : null
  return asCapital(word, cued)
}

/** On the list of towns; behind an initial it is somebody's name, "B. Tregear", but for "S. Lucia". */
function isCity({ words }: Reading, at: number, { levels }: Found): boolean {
  const before = wordAt(words, at - 1)
  return levels.place > 0 && !(wordAt(words, at).gap === '. ' && /^[A-RT-Z]$/u.test(before.text))
}

/** In small letters: no word of any language, unless a preposition stands before it. */
function isTownWritten(word: Word, cued: boolean): boolean {
  return word.ordinary === 0 && word.text.length >= SHORTEST && (cued || !isWordOfAny(word))
}

/** "Tosse", "Reserve": a small town, and a word of some language that the text may quote. */
function isWordOfAny({ levels }: Word): boolean {
  return WRITTEN_LANGUAGES.some((language) => levels[language] > 0)
}

function asCapital(word: Word, cued: boolean): Place | null {
  const { ordinary, name, levels, opens } = word
  if (opens && !cued && levels.place === 1 && isWordOfAny(word)) return null
  if (ordinary > 0) return cued ? asPlace(0.55) : null
  return asPlace(name > 0 && !cued ? 0.5 : 0.7)
}

function asPlace(confidence: number): Place {
  return { type: 'place', by: 'places', confidence }
}

/** "San Francisco", not "The Village": somewhere in it is a word that is not ordinary, or a preposition stands before. */
function isWholeName(words: readonly Word[], at: number, length: number): boolean {
  const part = words.slice(at, at + length)
  if (part.some(({ ordinary, shape }) => ordinary === 0 && shape !== 'lower')) return true
  return part.every((word) => isCapital(word)) && isCued(words, at, length)
}

function isCapitalised(words: readonly Word[], at: number, length: number): boolean {
  return isCapital(wordAt(words, at)) && isCapital(wordAt(words, at + length - 1))
}

/** "in Bath", "Bath, Somerset". */
function isCued(words: readonly Word[], at: number, length: number): boolean {
  const [word, before, after] = [wordAt(words, at), wordAt(words, at - 1), wordAt(words, at + length)]
  if (word.inHeading || has(DETERMINERS, before)) return false
  if (after.gap === ', ' && (after.levels.people === 2 || /^\p{Lu}{2}$/u.test(after.text))) return true
  const isBehind = /^\s$/u.test(word.gap) && (has(BEFORE_PLACE, before) || isBeforeTown(before, word))
  return isBehind && (word.ordinary < 2 || word.levels.place === 2)
}

/** Behind the small words of eight languages. */
function isBeforeTown(before: Word, { shape, text }: Word): boolean {
  return has(BEFORE_TOWN, before) && !isShortForm(shape, text)
}

/** "Spanish-speaking", "English law", "in French": a language or a law, nobody's origin. */
function isLanguage(words: readonly Word[], at: number, length: number): boolean {
  const [before, after] = [wordAt(words, at - 1), wordAt(words, at + length)]
  // "in French", but not "in French territory".
  const isAdjective = after.shape === 'lower' && after.gap === ' ' && !BEHIND_LANGUAGE.test(after.text)
  if (BEFORE_LANGUAGE.test(before.text) && !isAdjective) return true
  return /^[ -]$/u.test(after.gap) && OF_LANGUAGE.test(after.text)
}

/** "Georgia Hollis", "Virginia Law": a state that is a given name, and a family name behind it. */
function isFirstNameOf(words: readonly Word[], at: number, length: number): boolean {
  const [word, after] = [wordAt(words, at), wordAt(words, at + length)]
  return (
    word.levels.first > 0 && after.gap === ' ' && isCapital(after) && (after.levels.last > 0 || after.ordinary === 0)
  )
}

/** "laws of the State of New York", "Ohio law", "the courts of England and Wales", "California Civil Code". */
function choosesLaw(words: readonly Word[], at: number, length: number): boolean {
  const before = words
    .slice(Math.max(0, at - 7), at)
    .map(({ text, gap }) => (/[.,;:\n]/u.test(gap) ? `| ${text}` : text))
    .join(' ')
    .toLowerCase()
  const after = words
    .slice(at + length, at + length + 3)
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase()
  if (
    /(?:laws?|courts?|jurisdiction|legislation|statutes|recht|gesetze|droit|lois|tribunaux|leyes|derecho|tribunales)(?: (?:and|or|of|in|the|state|states|commonwealth|province|country|courts?|laws?|federal|england|wales|located|der|des|von|du|de|la|los|las|y|et))+$/u.test(
      before,
    )
  )
    return !isFirstNameOf(words, at, length)
  // "Virginia Law signed."
  if (length === 1 && isFirstNameOf(words, at, length)) return false
  return (
    /^(?:state )?(?:law|laws|code|courts?|supreme|statutes?|civil|penal|rules?|revised|general|limited|corporation|constitution|common|evidence|business|family|labor|government|health)\b/u.test(
      after,
    ) && /law|code|court|statute|rules?|limited|corporation|constitution/u.test(after)
  )
}
