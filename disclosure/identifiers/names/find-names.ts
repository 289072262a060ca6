import { WRITTEN_LANGUAGES } from '../../words/open-word-lists.ts'
import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import {
  BEFORE_PLACE,
  DETERMINERS,
  GENERIC_WORDS,
  ORGANISATION_WORDS,
  PARTICLES,
  TITLES,
  VOCATIVES,
} from './cue-words.ts'
import { decideOrganisation } from './decide-organisation.ts'
import {
  ACRONYM,
  type Decision,
  findRuns,
  hasNameCue,
  isCapital,
  isInitial,
  LONG_ACRONYM,
  type Run,
} from './name-run.ts'
import { ROLES } from './roles.ts'

/** Layers c and e: people and organisations, by lists of names, by what stands around them, and by not being a known word. */
export function findNames(reading: Reading, covered: (word: Word) => boolean): readonly IdentifierSpan[] {
  const { words } = reading
  return findRuns(reading, covered).flatMap((run) => {
    const decision = decideRun(reading, run)
    const first = decision && words[decision.from]
    const last = decision && words[decision.to - 1]
    if (!decision || !first || !last) return []
    const { type, by, confidence } = decision
    return [{ start: first.start, end: last.end, type, by, confidence }]
  })
}

/** Short forms of units and the like are no longer. */
const SHORT_WORD = 3

/** Longer words for what somebody is are not shortened. */
const SHORT_ROLE = 5

/** No person has more names than these, all of them ordinary words. */
const MOST_NAMES = 4

/** What a run of capitalised words is; null where it is nothing that identifies. */
function decideRun({ words, languages }: Reading, run: Run): Decision | null {
  if (isOnlyTitles(words, run)) return null
  if (run.to - run.from === 1 && isOfRole(words, run.from)) return asOfRole(run)
  const whole = decideTitled(words, run) ?? decideOrganisation(words, run)
  if (whole) return whole
  const rare = languages[0] === 'de' ? null : decideRareWord(words, run)
  return decidePerson(words, trimmed(words, run)) ?? decideBehindRole(words, run) ?? rare
}

/** "Sra. Dra.", "Pani Doktor": nobody is named. */
function isOnlyTitles(words: readonly Word[], { from, to }: Run): boolean {
  const isAddress = (word: Word) => has(TITLES, word) || has(VOCATIVES, word)
  return words.slice(from, to).every(isAddress) && (to - from > 1 || !isTitle(words, from - 1))
}

/** "Mr. Young", "Dr Will Hope": behind a form of address everything is a name. */
function decideTitled(words: readonly Word[], { from, to }: Run): Decision | null {
  let at = from
  while (at < to && isTitle(words, at)) at += 1
  const named = behindRoles(words, at, to)
  const titledBefore = isTitle(words, from - 1) && /^\.?(?: |\r?\n)$/u.test(words[from]?.gap ?? '')
  if (at === to || (at === from && !titledBefore)) return null
  if (named > at) return { from: named, to, type: 'person', by: 'names', confidence: 0.95 }
  return { from: titledBefore ? from - 1 : from, to, type: 'person', by: 'names', confidence: 0.95 }
}

/** "Herr Kollege Brandt": what somebody is stays readable between the title and the name. */
function behindRoles(words: readonly Word[], from: number, to: number): number {
  let at = from
  while (at + 1 < to && has(ROLES, words[at]) && wordAt(words, at).name === 0) at += 1
  return at
}

/** Single letters are initials, but for the French M. */
function isTitle(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || !has(TITLES, word) || isUnit(words, at)) return false
  return word.text.length > 1 || (word.text === 'M' && (words[at + 1]?.gap ?? '') === '. ')
}

/** "15 mm. Biopsien": no messieurs. */
function isUnit(words: readonly Word[], at: number): boolean {
  return wordAt(words, at).text === 'mm' && wordAt(words, at - 1).shape === 'digits'
}

/** Without the ordinary words that a sentence, a heading or a role puts around a name: "Producer James Sparks", "When Hanne". */
function trimmed(words: readonly Word[], { from, to }: Run): Run {
  let [start, end] = [from, to]
  while (start < end && (isWorn(words, start) || isOpening(words, start, to))) start += 1
  while (
    end > start &&
    (isWorn(words, end - 1) || isTrailing(words, end - 1)) &&
    !(end - start > 1 && wordAt(words, end - 1).name > 0)
  )
    end -= 1
  return { from: start, to: end }
}

/** Stands around names and is none, wherever it stands. */
function isWorn(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  if (isInitial(words, at)) return false
  if (has(PARTICLES, word) && word.shape === 'lower') return true
  if (isVan(word) && wordAt(words, at + 1).shape === 'title') return false
  // Before a name that was found otherwise it is part of it.
  if (has(TITLES, word) && word.name === 0 && !isCapital(wordAt(words, at + 1))) return true
  return word.ordinary > 0 && [ROLES, DETERMINERS, BEFORE_PLACE, TITLES].some((list) => has(list, word))
}

/** An ordinary word before a name: of the sentence, where it opens one; else perhaps of the name ("Mill Village"). */
function isOpening(words: readonly Word[], at: number, to: number): boolean {
  const word = wordAt(words, at)
  if (word.ordinary === 0 || isInitial(words, at)) return false
  if (word.name > 0) return word.ordinary === 2 && word.opens && !isNameNext(words, at, to)
  return word.opens || word.inHeading || at + 1 === to || has(ORGANISATION_WORDS, word)
}

function isTrailing(words: readonly Word[], at: number): boolean {
  const { ordinary, name } = wordAt(words, at)
  return ordinary > 0 && name === 0 && !isInitial(words, at) && !isFamilyName(words, at)
}

/** "Sylwia Jeż", "B. Orzeł", "Van Eijk": an ordinary word behind a first or unknown name or an initial; German capitalises all nouns. */
function isFamilyName(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.shape !== 'title' || word.levels.safe === 2 || word.opens) return false
  if (word.levels.de > 0) return word.gap === ' ' && before.levels.first === 2 && before.ordinary === 0
  if (isInitial(words, at - 1)) return /^\. ?$/.test(word.gap)
  return word.gap === ' ' && before.shape === 'title' && beginsName(before)
}

function beginsName(word: Word): boolean {
  return has(PARTICLES, word) || word.ordinary === 0 || (word.levels.first > 0 && word.ordinary < 2)
}

/** "Will Young": a common word that opens a sentence is a first name where a family name follows. */
function isNameNext(words: readonly Word[], at: number, to: number): boolean {
  const next = wordAt(words, at + 1)
  if (at + 1 >= to || wordAt(words, at).levels.first === 0) return false
  return next.levels.last > 0 || next.ordinary === 0 || isInitial(words, at + 1)
}

function decidePerson(words: readonly Word[], run: Run): Decision | null {
  const { from, to } = run
  const capitals = words.slice(from, to).filter(isCapital)
  const initials =
    capitals.length - words.slice(from, to).filter((word, at) => isCapital(word) && !isInitial(words, from + at)).length
  if (initials === capitals.length) return null
  const cued = hasNameCue(words, run)
  const found = byUnknownWord(capitals, cued) ?? byKnownNames(words, run, { capitals, initials, cued })
  return found && { from, to, type: typeOf(words, from, to), ...found }
}

type Found = Pick<Decision, 'confidence' | 'by'>

/** A capitalised word that no list of ordinary words has; an acronym only where something tells that a name is meant. */
function byUnknownWord(capitals: readonly Word[], cued: boolean): Found | null {
  const unknown = capitals.filter((word) => word.ordinary === 0 && word.text.length > 1 && (cued || !isShortForm(word)))
  if (unknown.length === 0) return null
  return unknown.some(({ name }) => name > 0) ? { confidence: 0.8, by: 'names' } : { confidence: 0.6, by: 'safe-words' }
}

/** "ASPECTS", "angioTC": longer capitals and capitals behind small letters, where nobody is called so. */
function isShortForm({ shape, text, name }: Word): boolean {
  if (name === 0 && shape === 'mixed') return /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(text)
  return shape === 'upper' && text.length <= (name > 0 ? ACRONYM : LONG_ACRONYM)
}

type Capitals = { readonly capitals: readonly Word[]; readonly initials: number; readonly cued: boolean }

/** Names that are ordinary words too. */
function byKnownNames(words: readonly Word[], { from, to }: Run, { capitals, initials, cued }: Capitals): Found | null {
  const named = capitals.filter(({ name, text }) => name > 0 && (text.length > 1 || initials === 0)).length
  const byNames = (confidence: number): Found => ({ confidence, by: 'names' })
  if (capitals.length === 1) return isLoneName(words, from, cued) ? byNames(0.6) : null
  if (beginsWithParticle(wordAt(capitals, 0)) || capitals.slice(0, -1).some(isVan)) return byNames(0.6)
  if (initials > 0 && named > 0 && named + initials === capitals.length) return byNames(0.8)
  if (isInitialled(words, to, capitals.length - initials)) return byNames(0.6)
  return isFullName(capitals) || (cued && named === capitals.length) ? byNames(0.75) : null
}

function beginsWithParticle(word: Word): boolean {
  return has(PARTICLES, word) && !word.opens && !word.inHeading
}

/** "HA Van Eijk", "collega De Vries", "avv. La Caria": an article with a capital inside of a sentence. */
function isVan({ text, opens, inHeading }: Word): boolean {
  return /^(?:V[ao]n|De[nr]?|Te[nr]|El|L[aeo]|D[iu])$/u.test(text) && !opens && !inHeading
}

/** "B. Orzeł". */
function isInitialled(words: readonly Word[], to: number, whole: number): boolean {
  return whole === 1 && isInitial(words, to - 2) && isFamilyName(words, to - 1)
}

/** An unknown word behind "in" or "near" is rather a place. */
function typeOf(words: readonly Word[], from: number, to: number): IdentifierType {
  const isPlace =
    /^(?:in|at|near|aus|nach|à|en)$/iu.test(wordAt(words, from - 1).text) && wordAt(words, from).gap === ' '
  return isPlace && words.slice(from, to).every(({ levels }) => levels.first === 0) ? 'place' : 'person'
}

function isFullName(capitals: readonly Word[]): boolean {
  const [first, last] = [wordAt(capitals, 0), wordAt(capitals, capitals.length - 1)]
  const isName = first.name > 0 && last.name > 0 && first.levels.first > 0 && last.levels.last > 0
  const needed = capitals.some(({ inHeading }) => inHeading) ? 4 : 3
  return isName && capitals.length <= MOST_NAMES && first.levels.first + last.levels.last >= needed
}

/** One ordinary word that is a common name as well, capitalised where nothing asks for it. */
function isLoneName(words: readonly Word[], at: number, cued: boolean): boolean {
  const word = wordAt(words, at)
  if (isOfRole(words, at)) return true
  if (word.name === 0 || word.inHeading) return false
  if (cued) return true
  if (isAcronym(word) || isGermanNoun(word)) return false
  const isTerm = has(DETERMINERS, words[at - 1]) || has(GENERIC_WORDS, word) || has(ORGANISATION_WORDS, word)
  return word.name === 2 && !word.opens && !isTerm
}

/** "tante Bep", "getuige Vermeer", "syn Kowala": a capital that only a name has behind a role, but in German. */
function isOfRole(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.shape !== 'title' || !isBehindRole(before, word) || word.levels.de > 1 || word.levels.safe > 0) return false
  if (!has(ROLES, before) || has(DETERMINERS, before) || word.inHeading || word.isDoubtful) return false
  const isTerm = [ROLES, DETERMINERS, TITLES, GENERIC_WORDS, ORGANISATION_WORDS].some((list) => has(list, word))
  return !isTerm && (before.shape === 'lower' ? word.levels.en < 2 || word.levels.first === 2 : word.ordinary < 2)
}

function asOfRole(run: Run): Decision {
  return { ...run, type: 'person', by: 'names', confidence: 0.6 }
}

/** "Staff Nurse Hope", "Chief Inspector Dale": what stands behind the last word of what somebody is. */
function decideBehindRole(words: readonly Word[], { from, to }: Run): Decision | null {
  const role = words.slice(from, to - 1).findLastIndex((word) => has(ROLES, word) && word.name < 2)
  return role < 1 ? null : decidePerson(words, trimmed(words, { from: from + role + 1, to }))
}

/** "in casa di Cernusco", "la figlia Inma": where nouns are written small, a rare word with a capital inside of a sentence is a name. */
function decideRareWord(words: readonly Word[], { from, to }: Run): Decision | null {
  if (to - from !== 1 || !isRareWord(words, from)) return null
  const { levels } = wordAt(words, from)
  return { from, to, type: levels.place > levels.first ? 'place' : 'person', by: 'safe-words', confidence: 0.5 }
}

function isRareWord(words: readonly Word[], at: number): boolean {
  const { shape, ordinary, opens, inHeading, levels, name, text, isDoubtful } = wordAt(words, at)
  if (shape !== 'title' || ordinary !== 1 || opens || inHeading || levels.safe > 0 || isDoubtful) return false
  if (text.length <= SHORT_WORD || WRITTEN_LANGUAGES.some((language) => levels[language] > 1)) return false
  return name + levels.place > 0 || !has(DETERMINERS, words[at - 1])
}

/** "paz. Grandi", "kol. Lisem": a short form has a point. */
function isBehindRole(before: Word, { gap, ordinary, name }: Word): boolean {
  return gap === ' ' || (gap === '. ' && before.text.length <= SHORT_ROLE && (ordinary < 2 || name === 2))
}

/** EVA, PAM: short forms, though people are called so. */
function isAcronym({ shape, text }: Word): boolean {
  return shape === 'upper' && text.length <= ACRONYM
}

/** "der Hals", "im Keller": German capitalises every noun. A common word only of German tells that the text is German. */
function isGermanNoun({ levels, ordinary }: Word): boolean {
  return ordinary === 2 && levels.de === 2 && levels.en < 2
}
