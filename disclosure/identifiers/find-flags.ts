import { WRITTEN_LANGUAGES } from '../words/open-word-lists.ts'
import { flagKind } from './flag-kind.ts'
import type { Flag } from './identifier.ts'
import { DETERMINERS, TITLES } from './names/cue-words.ts'
import { isLabelOfDay, mayBeInitials } from './names/find-initials.ts'
import { ROLES } from './names/roles.ts'
import { isDosed, isOfLaw } from './patterns/numbers/number-context.ts'
import { isTableResult } from './table-results.ts'
import { isBeforePersonalDeed } from './tokens/deeds.ts'
import { eponym } from './tokens/eponyms.ts'
import { COMMON_CAPITALS, LEGAL_WORDS } from './tokens/harmless-capitals.ts'
import { TECHNICAL_ENDING } from './tokens/medical-endings.ts'
import { isPartOfLaw } from './tokens/numbered-parts.ts'
import type { Reading } from './tokens/read-words.ts'
import { SAFE_WORDS, UNIT_LETTERS } from './tokens/safe-words.ts'
import { has, isCommonFirstName, type Word, wordAt } from './tokens/word-at.ts'

/** A number of so many digits may be anybody's. */
const LONG_NUMBER = 4

/** Longer ones are neither a dose nor the number of a statute. */
const LONGEST_FIGURE = 5

/** So much around a number tells what it is. */
const NEAR = 40

/** A shorter one may be an abbreviation of somebody. */
const SHORTEST_WORD = 3

/** Longer German words are compounds. */
const LONGEST_NAME = 12

/** Words of a term that a contract defines. */
const LONGEST_TERM = 4

/** What is not masked, but may name somebody or be somebody's number; a person decides about each. */
export function findFlags(reading: Reading, covered: (word: Word) => boolean): readonly Flag[] {
  const { text, words, languages, areTold, isSmall } = reading
  const isGerman = languages.includes('de')
  // Of English nearly every word is on the lists.
  const isEnglish = areTold && languages.includes('en')
  const isByPlace = (at: number) =>
    isSpeaker(words, at) ||
    isCalledByRole(words, at) ||
    (isGerman && (isBehindRole(words, at) || isBareNoun(words, at)))
  const isBeside = (at: number) =>
    mayBeAge(words, at) ||
    [at - 1, at + 1].some((other) => {
      const word = words[other]
      // A heading's number is not beside the end of the paragraph before.
      return word !== undefined && !wordAt(words, Math.max(at, other)).gap.includes('\n') && covered(word)
    })
  const isAsked = (word: Word, at: number) =>
    (isDoubtful(words, at) && !(isGerman && isNoun(word)) && (isSmall || isEnglish || !isMereWord(word))) ||
    isByPlace(at) ||
    mayBeInitials(text, word) ||
    (isNumber(word) && isBeside(at)) ||
    isOfCase(words, at) ||
    isOfCase(words, at - 1)
  return words.flatMap((word, at) => {
    if (covered(word) || !isAsked(word, at)) return []
    const isNobodys = isFigure(text, word) || isTableResult(reading, at) || isLabelOfDay(text, word)
    return isNobodys ? [] : [{ start: word.start, end: word.end, kind: flagKind(words, at) }]
  })
}

/** "die Zeugin Pütz", "MFA Zipf": of two nouns the second is a name, unless it is a common one or a disease. */
function isBehindRole(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const { shape, gap, levels, inHeading, text } = word
  if (shape !== 'title' || gap !== ' ' || levels.de > 1 || levels.safe > 0 || inHeading || !has(ROLES, before))
    return false
  return before.shape !== 'lower' && !has(ROLES, word) && text.length <= LONGEST_NAME && !TECHNICAL_ENDING.test(text)
}

/** "District Judge Peacock": a common word that many are called, right behind what somebody is. */
function isCalledByRole(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const { gap } = word
  return gap === ' ' && before.shape === 'title' && has(ROLES, before) && mayBeSurname(word)
}

function mayBeSurname(word: Word): boolean {
  const { shape, name, levels, text } = word
  return shape === 'title' && name === 2 && levels.safe === 0 && text.length > SHORTEST_WORD && !isNeverOne(word)
}

/** What stands before a noun and is none of a name: an article, a preposition, an adjective. */
const LEADS_TO_NOUN =
  /^(?:in|an|auf|aus|bei|mit|nach|von|zu|vor|für|über|unter|ohne|gegen|durch|um|seit|ab|bis|als|pro|je|per|trotz|wegen|während|laut|kein|\p{L}{3,}(?:e|e[rmns]))$/u

/** "Kaiser klagt", "Herbst und Frost getauscht": a German noun that many are called and that nothing leads to. */
function isBareNoun(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const { ordinary, levels, inHeading, opens, text } = word
  if (!mayBeSurname(word) || ordinary === 0 || inHeading || levels.de === 0 || TECHNICAL_ENDING.test(text)) return false
  return opens || !(has(DETERMINERS, before) || before.shape === 'digits' || LEADS_TO_NOUN.test(before.text))
}

/** "Quelling says TPN", "Summer rang": who opens a sentence and does what only persons do; no pronoun, no role. */
function isSpeaker(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  const { shape, opens, levels, ordinary, text } = word
  if (!opens || shape !== 'title' || text.length < SHORTEST_WORD) return false
  const mayBeName = isCommonFirstName(word) || (ordinary < 2 && levels.safe === 0 && !isNeverOne(word))
  return mayBeName && isBeforePersonalDeed(words, at)
}

/** In small letters, in a text that has capitals, on no list of names or places, and a word of some language. */
function isMereWord({ shape, ordinary, name, levels, text }: Word): boolean {
  const isListed = WRITTEN_LANGUAGES.some((language) => levels[language] > 0)
  return shape === 'lower' && ordinary === 0 && isListed && name + levels.place === 0 && text.length > SHORTEST_WORD
}

/** A short number counts only beside what is masked. */
function isNumber({ shape, text }: Word): boolean {
  return shape === 'digits' && text.length > 1
}

/** "71 Graves orbitopathy": the name is asked about, and so may be its age. */
function mayBeAge(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  return next.isDoubtful && next.gap === ' ' && eponym(next.text) !== null && /^[1-9]\d$/u.test(wordAt(words, at).text)
}

/** The first part of "206/18", "1187/2019", "318/A"; no blood pressure ends so low. */
function isOfCase(words: readonly Word[], at: number): boolean {
  const [number, next] = [words[at], words[at + 1]]
  if (!number || next?.gap !== '/' || !/^\p{N}{3,6}$/u.test(number.text)) return false
  return /^(?:[0-3]\d|(?:19|20)\d{2}|\p{Lu})$/u.test(next.text)
}

/** "1450 ml", "Act 1969", "Ley 35/2015": a dose, or a part of the number of a statute. */
function isFigure(text: string, { shape, start, end }: Word): boolean {
  if (shape !== 'digits' || end - start > LONGEST_FIGURE) return false
  return isDosed(text.slice(end, end + NEAR)) || isOfLaw(text.slice(Math.max(0, start - NEAR), start))
}

function isDoubtful(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], wordAt(words, at)]
  if (word.isDoubtful) return true
  if (/\p{N}/u.test(word.text)) return isDoubtfulNumber(word, before)
  if (before !== undefined && isDegree(word, before)) return false
  if (word.text.length === 1)
    return isInitial(word) && before !== undefined && !isUnit(word, before) && !isPrefix(words, at)
  return word.ordinary === 0 || (isCapitalisedTerm(word) && !isDefinedTerm(words, at) && !isSafe(words, at))
}

function isDoubtfulNumber(word: Word, before: Word | undefined): boolean {
  const { shape, text } = word
  if (shape !== 'digits') return text.length >= LONG_NUMBER && /\p{N}{3}/u.test(text)
  return (
    text.length > LONG_NUMBER || (text.length === LONG_NUMBER && !isPartOfLaw(before, word) && !isEdition(text, before))
  )
}

/** "CKD-EPI 2009", "GOLD 2023": the year of a formula or a guideline, behind its short name. */
function isEdition(text: string, before: Word | undefined): boolean {
  return (
    /^(?:19|20)\d{2}$/.test(text) &&
    before?.shape === 'upper' &&
    before.text.length >= SHORTEST_WORD &&
    before.name === 0
  )
}

/** "Billroth II", "SGB V", "Child-Pugh B"; "X-ray", "T-shirt". */
function isDegree({ text, shape, gap }: Word, before: Word): boolean {
  if (shape === 'lower' && gap === '-' && before.shape === 'upper' && before.text.length === 1) return true
  if (text.length === 1 && before.shape === 'title' && eponym(before.text) !== null) return before.ordinary === 2
  return /^[IVX]{1,4}$/.test(text) && before.ordinary > 0 && before.name === 0
}

function isInitial({ shape, text, opens }: Word): boolean {
  return shape === 'upper' && !opens && !/^[IA]$/.test(text)
}

/** "D-dimer", "B-Symptomatik"; "Z. n.", "V. a.". */
function isPrefix(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  if (next.gap === ' ' && /^(?:waves?|cells?|scans?)$/u.test(next.text)) return true
  return (next.gap === '-' && next.name === 0) || (next.gap === '. ' && /^\p{Ll}$/u.test(next.text))
}

/** "g/L", "38.2 °C", "2 L". */
function isUnit({ text, gap }: Word, before: Word): boolean {
  return UNIT_LETTERS.has(text) && (/[/°]/.test(gap) || before.shape === 'digits')
}

/** "the Break Notice", "any Service Charge": common words with capitals behind an article, as contracts define them. */
function isDefinedTerm(words: readonly Word[], at: number): boolean {
  for (let from = at; from > at - LONGEST_TERM; from -= 1) {
    const [before, word] = [words[from - 1], wordAt(words, from)]
    const { shape, ordinary, name, levels, gap } = word
    if (shape !== 'title' || ordinary < 2 || name > 1 || levels.place > 0 || gap !== ' ') return false
    if (before?.shape === 'lower' && has(DETERMINERS, before)) return true
  }
  return false
}

/**
 * A drug, a test; a word of contracts and forms that stands alone, or beside capitals that are all such words, "Past Medical History":
 * beside another it may be part of a firm.
 */
function isSafe(words: readonly Word[], at: number): boolean {
  if (!isOfForms(wordAt(words, at))) return false
  return wordAt(words, at).levels.safe === 2 || (isSafeOn(words, at, -1) && isSafeOn(words, at, 1))
}

function isOfForms({ levels, name, ordinary }: Word): boolean {
  return levels.safe > 0 && ordinary === 2 && name + levels.place === 0
}

/** Whether the capitals on this side of a word, as far as they stand together, are words of contracts and forms. */
function isSafeOn(words: readonly Word[], at: number, step: 1 | -1): boolean {
  for (let [here, next] = [at, at + step]; ; [here, next] = [next, next + step]) {
    const [word, gap] = [wordAt(words, next), wordAt(words, Math.max(here, next)).gap]
    if (word.shape !== 'title' || gap !== ' ' || word.opens) return true
    if (!isOfForms(word)) return false
  }
}

/** An ordinary word whose capital needs an explanation. */
function isCapitalisedTerm(word: Word): boolean {
  const { shape, ordinary, name, levels, opens, inHeading } = word
  if (shape === 'lower' || inHeading || isNeverOne(word)) return false
  const isName = name > 0 || levels.place > 0
  // Behind "a.m." a sentence may begin, and a capital then says nothing.
  if (/\.\s/u.test(word.gap) && !isName && ordinary === 2) return false
  return opens ? ordinary === 1 && (name === 2 || levels.place > 0) : shape === 'title' || isName
}

/** German capitalises every noun: one that nobody and no place is called says nothing, nor does one that is joined of known words. */
function isNoun({ shape, ordinary, name, levels, isDoubtful: isShown }: Word): boolean {
  const isGerman = levels.de > 0 || levels.en === 0
  return shape === 'title' && ordinary > 0 && isGerman && name + levels.place === 0 && !isShown
}

/** Words that are capitalised in any letter or judgment. */
function isNeverOne(word: Word): boolean {
  return (
    has(LEGAL_WORDS, word) ||
    has(COMMON_CAPITALS, word) ||
    (has(SAFE_WORDS, word) && word.name === 0) ||
    (eponym(word.text) !== null && word.ordinary === 2) ||
    has(ROLES, word) ||
    has(TITLES, word) ||
    has(DETERMINERS, word)
  )
}
