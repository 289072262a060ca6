import {
  type Language,
  NO_LEVELS,
  type WordLevels,
  type WordLists,
  WRITTEN_LANGUAGES,
} from '../../words/open-word-lists.ts'
import { TITLES } from '../names/cue-words.ts'
import { ROLES } from '../names/roles.ts'
import { detectLanguages } from './detect-languages.ts'
import { COMMON_CAPITALS, LEGAL_WORDS, POLITE_PRONOUNS, PRONOUNS_BEHIND } from './harmless-capitals.ts'
import { hasMedicalEnding, hasMedicalHead } from './medical-endings.ts'
import { type TextAround, isNamedAfter } from './named-after.ts'
import { NAMED_THINGS } from './named-things.ts'
import { namesMedicine } from './names-medicine.ts'
import { createOrdinary, LONG_COMPOUND } from './ordinary-words.ts'
import { beginsNumber } from './numbered-parts.ts'
import { SAFE_WORDS } from './safe-words.ts'
import { splitTokens, type Token } from './split-tokens.ts'
import { has, isCommonFirstName, type Word } from './word-at.ts'

export type Reading = {
  readonly text: string
  readonly words: readonly Word[]
  readonly languages: readonly Language[]
  /** Enough of the text tells its languages. */
  readonly areTold: boolean
  /** No name is capitalised here, nor anything else. */
  readonly isSmall: boolean
}

/** So large a share of a heading's longer words is capitalised. */
const HEADING = 0.85

/** Capitals up to this length that are a test or a unit: ASA, CT. */
const SHORT_FORM = 4

/** "Abs. II", "grau III": two signs at least, for V. and X. are initials. */
const ROMAN = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})$/

/** The level of drugs and tests, which are so in a text of medicine only: Innovair is a firm as well. */
const OF_MEDICINE = 2

export function readWords(text: string, lists: WordLists): Reading {
  const tokens = splitTokens(text)
  const { languages, areTold } = detectLanguages(tokens, lists)
  const ordinaryOf = createOrdinary(lists, languages)
  const isMedical = namesMedicine(tokens, lists)
  const around = { text, lists, isMedical }
  const words = tokens.map((token, at): Word => {
    const found = withBase(token, lists, languages)
    const levels = found.safe === OF_MEDICINE && !isMedical ? { ...found, safe: 0 } : found
    const isShort = () => levels.first + levels.last === 0 && isAbbreviation(tokens, at, { lists, languages })
    const ordinary = ordinaryOf(token, levels) || (isShort() ? 1 : 0)
    const word = { ...token, levels, inHeading: false, isDoubtful: false }
    const named = isNamed(tokens, at, around)
    if (named === 'perhaps') return { ...word, ordinary: 2, name: 0, isDoubtful: true }
    if (isUnlistedCompound(token, levels, languages))
      return { ...word, ordinary: 1, name: 0, isDoubtful: isDoubtfulCompound(tokens, at) }
    if (isPronounBehind(tokens, at)) return pronoun(word, firstNameAt(tokens, at, lists))
    if (isPolite(token, languages)) return asPronoun(word, tokens, at, lists)
    if (named) return { ...word, levels: asThing(token, levels), ordinary: 2, name: commonNameAt(tokens, at, lists) }
    if (isHarmless(token, levels, { ordinary, areTold }))
      return { ...word, ordinary: 2, name: commonNameAt(tokens, at, lists) }
    return { ...word, ordinary, name: Math.max(levels.first, levels.last) }
  })
  const capitals = tokens.filter(({ shape }) => shape === 'title' || shape === 'upper').length
  return {
    text,
    words: markHeadings(words),
    languages,
    areTold,
    isSmall: capitals * 25 < tokens.length && words.length > 0,
  }
}

/** Of what a thing is called after: no town either, and nothing is asked of it; VI before a day may be somebody's initials. */
function asThing({ text }: Token, levels: WordLevels): WordLevels {
  return { ...levels, place: 0, safe: ROMAN.test(text) ? levels.safe : OF_MEDICINE }
}

/** Shorter words with such an ending are forms of others too often. */
const SHORTEST_DRUG = 7

/** Case endings of what Polish and German name a drug: "Furosemidu", "Biotraksonem", "Pantoprazols". */
const CASE: Readonly<Partial<Record<Language, RegExp>>> = { pl: /(?:iem|em|owi|ie|u|a|y|ę|ą)$/u, de: /(?:es|s|n|en)$/u }

/** Of a word that no list has: harmless where what it is a form of is so. */
function withBase({ text }: Token, lists: WordLists, languages: readonly Language[]): WordLevels {
  const found = lists.levelsOf(text)
  const ending = CASE[languages[0] ?? 'en']
  if (ending === undefined || text.length < SHORTEST_DRUG || found !== NO_LEVELS) return found
  const { safe, first, last } = lists.levelsOf(text.replace(ending, ''))
  return safe === OF_MEDICINE && first + last === 0 ? { ...found, safe } : found
}

/** Whether something tells that the word is no name here, whoever is called so. */
function isNamed(tokens: readonly Token[], at: number, around: TextAround): boolean | 'perhaps' {
  if (ROMAN.test(tokens[at]?.text ?? '')) return true
  return beginsNumber(tokens, at, around) || isNamedAfter(tokens, at, around)
}

/** Capitalised and yet nobody's name, unless people are called so as well; in the languages of the text, where those are told. */
function isHarmless(
  { text, shape }: Token,
  { first, last, place, safe }: WordLevels,
  { ordinary, areTold }: { readonly ordinary: number; readonly areTold: boolean },
): boolean {
  const lower = text.toLowerCase()
  if (COMMON_CAPITALS.has(lower)) return true
  if (LEGAL_WORDS.has(lower)) return first + last === 0 || ordinary > 0
  if (first + last > 0) return isShortTerm(text, shape, lower, first, safe)
  if (SAFE_WORDS.has(lower) || NAMED_THINGS.has(lower)) return true
  return place === 0 && (hasMedicalEnding(lower) || isSafe(safe, ordinary > 0 || shape === 'lower' || !areTold))
}

function isSafe(safe: number, isOfText: boolean): boolean {
  return safe === OF_MEDICINE || (safe > 0 && isOfText)
}

/** ASA, CT: in capitals a test, though somebody may be called so. */
function isShortTerm(text: string, shape: Token['shape'], lower: string, first: number, safe: number): boolean {
  return shape === 'upper' && text.length <= SHORT_FORM && first < 2 && (safe === 2 || SAFE_WORDS.has(lower))
}

/** "Venenstenose", and "Rosenschmerz", who is somebody: the last part alone does not tell. */
function isUnlistedCompound({ text, shape }: Token, levels: WordLevels, languages: readonly Language[]): boolean {
  return (
    shape === 'title' &&
    levels === NO_LEVELS &&
    (languages.includes('de') || languages.includes('nl')) &&
    hasMedicalHead(text.toLowerCase())
  )
}

const INDEFINITE = /^(?:k?eine?[rmns]?|diese[rmns]?|zwei|drei|beide|een|geen|deze|twee|drie)$/iu
const ADJECTIVE = /\p{L}{3}(?:e|e[rmns])$/u

/** Not "eine Venenstenose", "zunehmender Klopfschmerz", "2 Nabelvenen", nor what is too long for a name. */
function isDoubtfulCompound(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || token.text.length >= LONG_COMPOUND) return false
  if (!before || token.gap !== ' ' || before.shape === 'digits') return before?.shape !== 'digits'
  return !INDEFINITE.test(before.text) && !(before.shape === 'lower' && ADJECTIVE.test(before.text))
}

function isPolite({ text }: Token, languages: readonly Language[]): boolean {
  return languages.some((language) => POLITE_PRONOUNS[language]?.has(text.toLowerCase()))
}

/** Whether what stands before it tells that it is no first name. */
function isPronounBehind(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (token?.gap !== ' ') return false
  return PRONOUNS_BEHIND.some(({ pronouns, behind }) => has(pronouns, token) && has(behind, before))
}

/** "June" and the like alone can be a first name though they are harmless. */
function commonNameAt(tokens: readonly Token[], at: number, lists: WordLists): number {
  return COMMON_CAPITALS.has(tokens[at]?.text.toLowerCase() ?? '') ? firstNameAt(tokens, at, lists) : 0
}

type Unjudged = Omit<Word, 'ordinary' | 'name'>

/** Shown to a person where many are called so; "Sie" is in every German letter. */
function asPronoun(word: Unjudged, tokens: readonly Token[], at: number, lists: WordLists): Word {
  const name = firstNameAt(tokens, at, lists)
  const { shape, text } = word
  if (name === 0 && isCommonFirstName(word) && shape !== 'lower' && text.toLowerCase() !== 'sie')
    return { ...word, ordinary: 2, name: 0, isDoubtful: true }
  return pronoun(word, name)
}

/** Nothing is asked of it, unless it is the first name of who is called so. */
function pronoun(word: Unjudged, name: number): Word {
  return { ...word, levels: { ...word.levels, safe: name > 0 ? 0 : 1 }, ordinary: 2, name }
}

/** "June Hollis": a month, but a given name where a word follows that is nothing but a family name. */
function firstNameAt(tokens: readonly Token[], at: number, lists: WordLists): number {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || next?.shape !== 'title' || next.gap !== ' ') return 0
  const levels = lists.levelsOf(next.text)
  return levels.last > 0 && WRITTEN_LANGUAGES.every((language) => levels[language] === 0)
    ? lists.levelsOf(token.text).first
    : 0
}

/** A line of at least two longer words of which most are capitalised and none is unknown. */
function markHeadings(words: readonly Word[]): readonly Word[] {
  const marked: Word[] = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && !words[to]?.gap.includes('\n')) to += 1
    const line = words.slice(from, to)
    const telling = line.filter(({ text, shape }) => text.length > 3 && shape !== 'digits')
    const capitals = telling.filter(({ shape }) => shape === 'title' || shape === 'upper')
    const inHeading = telling.length > 1 && capitals.length >= telling.length * HEADING
    for (const word of line) marked.push(inHeading ? { ...word, inHeading } : word)
    from = to
  }
  return marked
}

type Known = { readonly lists: WordLists; readonly languages: readonly Language[] }

/** A shorter one is an initial or a unit, a longer one is no abbreviation. */
const SHORTEST = 3
const LONGEST = 14
const LONGEST_CUT = 5

/** A full stop and more of the same line. */
const STOP = /^\.(?:[ ,;:)-]|$)(?!.*\n)/su

/**
 * "Rivalutaz. tra sei mesi", "Postop. Schmerzen": a word that nobody is called, with a full stop, that begins a longer word, that is
 * a whole sentence by itself, or behind which the sentence goes on. Not behind a title, a role or another name.
 */
function isAbbreviation(tokens: readonly Token[], at: number, { lists, languages }: Known): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !next || !isStopped(token, next) || isCut(before, token, { lists, languages })) return false
  // Behind a label it is the value.
  if (token.opens) return !/[:|]/u.test(token.gap)
  if (has(TITLES, before) || has(ROLES, before) || isNameBefore(before, token, lists)) return false
  return /^(?:lower|digits)$/.test(next.shape) || lists.isBeginning(token.text, languages)
}

function isStopped({ shape, text }: Token, next: Token): boolean {
  return shape === 'title' && text.length >= SHORTEST && text.length <= LONGEST && STOP.test(next.gap)
}

/** "tec. Josineide. Enf 3": behind an abbreviation of what somebody is. */
function isCut(before: Token | undefined, { gap }: Token, { lists, languages }: Known): boolean {
  if (before?.shape !== 'lower' || before.text.length > LONGEST_CUT || !/^\. ?$/u.test(gap)) return false
  const levels = lists.levelsOf(before.text)
  return before.text.length <= SHORTEST || languages.every((language) => levels[language] === 0)
}

function isNameBefore(before: Token | undefined, { gap }: Token, lists: WordLists): boolean {
  if (before === undefined || before.shape === 'lower' || !/^\.?[ -]$/u.test(gap)) return false
  const { first, last } = lists.levelsOf(before.text)
  return before.text.length === 1 || first + last > 0
}
