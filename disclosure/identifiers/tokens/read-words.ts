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
import {
  CLINICAL_ENDING,
  COMMON_CAPITALS,
  LEGAL_WORDS,
  POLITE_PRONOUNS,
  TECHNICAL_ENDING,
} from './harmless-capitals.ts'
import { isInflected } from './inflections.ts'
import { hasMedicalEnding } from './medical-endings.ts'
import { isNamedAfter, namesMedicine } from './named-after.ts'
import { NAMED_THINGS } from './named-things.ts'
import { BEFORE_NUMBERS, SAFE_WORDS } from './safe-words.ts'
import { splitTokens, type Token } from './split-tokens.ts'
import { has, type Word } from './word-at.ts'

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

/** From here on an ending alone tells a technical word. */
const LONG = 7

/** Capitals up to this length that are a test or a unit: ASA, CT. */
const SHORT_FORM = 4

/** "Abs. II", "grau III": two signs at least, for V. and X. are initials. */
const ROMAN = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})$/

/** "Einweisender", "unfallbedingte": in a form or at the beginning of a line they are capitalised. */
const GERMAN_ADJECTIVE = /(?:end|iert|isch|lich|haft|mäßig|förmig|bedingt|frei|fähig)(?:e[rnms]?)$/u

/** The level of drugs and tests, which are so in a text of medicine only: Innovair is a firm as well. */
const OF_MEDICINE = 2

/** German joins words: each part has at least so many letters. */
const PART = 4
const MOST_PARTS = 3
const ENGLISH_PART = 3
const LONGEST_JOINED = 24

export function readWords(text: string, lists: WordLists): Reading {
  const tokens = splitTokens(text)
  const { languages, areTold } = detectLanguages(tokens, lists)
  const ordinaryOf = createOrdinary(lists, languages)
  const isMedical = namesMedicine(tokens, lists)
  const around = { text, lists, isMedical }
  const words = tokens.map((token, at): Word => {
    const found = withBase(token, lists, languages)
    const levels = found.safe === OF_MEDICINE && !isMedical ? { ...found, safe: 0 } : found
    const known = ordinaryOf(token, levels)
    const isShort = known === 0 && levels.first + levels.last === 0 && isAbbreviation(tokens, at, { lists, languages })
    const ordinary = isShort ? 1 : known
    const word = { ...token, levels, inHeading: false, isDoubtful: false }
    if (ROMAN.test(token.text)) return { ...word, ordinary: 2, name: 0 }
    const named = beginsNumber(token, tokens[at + 1]) || isNamedAfter(tokens, at, around)
    if (named === 'perhaps') return { ...word, ordinary: 2, name: 0, isDoubtful: true }
    if (isPolite(token, languages)) return asPronoun(word, firstNameAt(tokens, at, lists))
    if (named || isHarmless(token, levels, { ordinary, areTold }))
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

/** Case endings of what Polish and German name a drug: "Furosemidu", "Biotraksonem", "Pantoprazols". */
const CASE: Readonly<Partial<Record<Language, RegExp>>> = { pl: /(?:iem|em|owi|ie|u|a|y|ę|ą)$/u, de: /(?:es|s|n|en)$/u }

/** Of a word that no list has: harmless where what it is a form of is so. */
function withBase({ text }: Token, lists: WordLists, languages: readonly Language[]): WordLevels {
  const found = lists.levelsOf(text)
  const ending = CASE[languages[0] ?? 'en']
  if (ending === undefined || text.length < LONG || found !== NO_LEVELS) return found
  const { safe, first, last } = lists.levelsOf(text.replace(ending, ''))
  return safe === OF_MEDICINE && first + last === 0 ? { ...found, safe } : found
}

/** "Art. 17", "Page 3", though people are called Art and Page. */
function beginsNumber({ text }: Token, next: Token | undefined): boolean {
  return next?.shape === 'digits' && /^(?:\. ?| )$/.test(next.gap) && BEFORE_NUMBERS.has(text.toLowerCase())
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

function isPolite({ text }: Token, languages: readonly Language[]): boolean {
  return languages.some((language) => POLITE_PRONOUNS[language]?.has(text.toLowerCase()))
}

/** "June" and the like alone can be a first name though they are harmless. */
function commonNameAt(tokens: readonly Token[], at: number, lists: WordLists): number {
  return COMMON_CAPITALS.has(tokens[at]?.text.toLowerCase() ?? '') ? firstNameAt(tokens, at, lists) : 0
}

/** Nothing is asked of it, unless it is the first name of who is called so. */
function asPronoun(word: Omit<Word, 'ordinary' | 'name'>, name: number): Word {
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

function createOrdinary(lists: WordLists, languages: readonly Language[]) {
  const known = (levels: WordLevels) => Math.max(...languages.map((language) => levels[language]))
  const isPart = (part: string) => part.length >= PART && lists.levelsOf(part).de > 0
  const isHead = (head: string) =>
    isPart(head) ||
    isPart(head.replace(/(?:es|en|s|n)$/, '')) ||
    isPart(`${head}en`) ||
    isPart(head.replace(/ss$/, 'ß'))
  const isCompound = (word: string, parts = MOST_PARTS): boolean => {
    for (let at = PART; at <= word.length - PART; at += 1) {
      if (!isHead(word.slice(0, at))) continue
      const rest = word.slice(at)
      if (isPart(rest) || (parts > 2 && isCompound(rest, parts - 1))) return true
    }
    return false
  }
  /** "Abdomens", where nobody is called Abdomen. */
  const isDeclined = (lower: string) => {
    const { de, first, last } = lists.levelsOf(lower.replace(/(?:es|s|en|n|e)$/u, ''))
    return de > 0 && first + last === 0
  }
  const isTechnical = (lower: string) => CLINICAL_ENDING.test(lower) || TECHNICAL_ENDING.test(lower)
  const isGerman = (lower: string) =>
    (lower.length > LONG && GERMAN_ADJECTIVE.test(lower)) ||
    isDeclined(lower) ||
    (lower.length >= 2 * PART && isCompound(lower))
  /** By its making: "wouldn't", "thyroidectomy", "Mietvertragsparteien". */
  const isMade = (lower: string, { first, last, place }: WordLevels) => {
    const [base = '', rest] = lower.split(/['’]/)
    if (rest !== undefined && known(lists.levelsOf(base)) > 0) return true
    if (first + last > 0) return false
    if (lower.length >= LONG && place === 0 && isTechnical(lower)) return true
    return languages.includes('de') && isGerman(lower)
  }
  /** "bakehouse", "underletting", "lets": English joins common words too, in small letters where nobody is called so. */
  const isJoined = (lower: string) => {
    if (lower.length > LONGEST_JOINED) return false
    if (lower.endsWith('s') && lists.levelsOf(lower.slice(0, -1)).en === 2) return true
    for (let at = ENGLISH_PART; at <= lower.length - ENGLISH_PART; at += 1) {
      const parts = [lower.slice(0, at), lower.slice(at)]
      if (parts.every((part) => lists.levelsOf(part).en === 2)) return true
    }
    return false
  }
  const isForm = ({ text, shape, opens }: Token, { first, last, place }: WordLevels) =>
    (shape === 'lower' || (opens && shape === 'title')) &&
    first + last + place === 0 &&
    languages.some((language) => isInflected(text.toLowerCase(), language, lists))
  return (token: Token, levels: WordLevels): 0 | 1 | 2 => {
    const { text, shape } = token
    if (shape === 'digits') return 2
    const level = known(levels)
    if (level > 0) return level > 1 ? 2 : 1
    const { first, last, place } = levels
    if (shape === 'lower' && languages.includes('en') && first + last + place === 0 && isJoined(text)) return 1
    return (shape === 'lower' && levels.en > 0) || isMade(text.toLowerCase(), levels) || isForm(token, levels) ? 1 : 0
  }
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
