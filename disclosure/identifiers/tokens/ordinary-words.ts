import type { Language, WordLevels, WordLists } from '../../words/open-word-lists.ts'
import { isInflected } from './inflections.ts'
import { CLINICAL_ENDING, hasMedicalHead, TECHNICAL_ENDING } from './medical-endings.ts'
import type { Token } from './split-tokens.ts'

/** From here on an ending alone tells a technical word. */
const LONG = 7

/** "Einweisender", "unfallbedingte": in a form or at the beginning of a line they are capitalised. */
const GERMAN_ADJECTIVE = /(?:end|iert|isch|lich|haft|mäßig|förmig|bedingt|frei|fähig)(?:e[rnms]?)$/u

/** From here on a compound is a thing: nobody has so long a name. */
export const LONG_COMPOUND = 13

/** How ordinary a word of a text in these languages is: 0 unknown, 1 known or made as their words are, 2 common. */
export function createOrdinary(lists: WordLists, languages: readonly Language[]) {
  const isCompound = createIsCompound(lists)
  const known = (levels: WordLevels) => Math.max(...languages.map((language) => levels[language]))
  /** "Abdomens", where nobody is called Abdomen. */
  const isDeclined = (lower: string) => {
    const { de, first, last } = lists.levelsOf(lower.replace(/(?:es|s|en|n|e)$/u, ''))
    return de > 0 && first + last === 0
  }
  const isTechnical = (lower: string) => CLINICAL_ENDING.test(lower) || TECHNICAL_ENDING.test(lower)
  const isGerman = (lower: string) =>
    (lower.length > LONG && GERMAN_ADJECTIVE.test(lower)) || isDeclined(lower) || isCompound(lower, 'de')
  /** By its making: "wouldn't", "thyroidectomy", "Mietvertragsparteien". */
  const isMade = (lower: string, { first, last, place }: WordLevels) => {
    const [base = '', rest] = lower.split(/['’]/)
    if (rest !== undefined && known(lists.levelsOf(base)) > 0) return true
    if (first + last > 0) return false
    if (lower.length >= LONG && place === 0 && isTechnical(lower)) return true
    return languages.includes('de') && isGerman(lower)
  }
  /** Dutch writes its compounds small; with a capital, Windroos is a boat or somebody. */
  const isDutch = ({ shape }: Token, lower: string) =>
    languages.includes('nl') && (hasMedicalHead(lower) || (shape === 'lower' && isCompound(lower, 'nl')))
  /** A form or a compound, where its capital needs no explanation. */
  const isForm = (token: Token, lower: string) =>
    ((token.shape === 'lower' || (token.opens && token.shape === 'title')) &&
      languages.some((language) => isInflected(lower, language, lists))) ||
    isDutch(token, lower)
  return (token: Token, levels: WordLevels): 0 | 1 | 2 => {
    const { text, shape } = token
    if (shape === 'digits') return 2
    const level = known(levels)
    if (level > 0) return level > 1 ? 2 : 1
    const isUncalled = levels.first + levels.last + levels.place === 0
    const isEnglish =
      shape === 'lower' && (levels.en > 0 || (languages.includes('en') && isUncalled && isJoined(text, lists)))
    const lower = text.toLowerCase()
    return isEnglish || isMade(lower, levels) || (isUncalled && isForm(token, lower)) ? 1 : 0
  }
}

const ENGLISH_PART = 3
const LONGEST_JOINED = 24

/** "bakehouse", "underletting", "lets": English joins common words too, in small letters where nobody is called so. */
function isJoined(lower: string, lists: WordLists): boolean {
  if (lower.length > LONGEST_JOINED) return false
  if (lower.endsWith('s') && lists.levelsOf(lower.slice(0, -1)).en === 2) return true
  for (let at = ENGLISH_PART; at <= lower.length - ENGLISH_PART; at += 1) {
    const parts = [lower.slice(0, at), lower.slice(at)]
    if (parts.every((part) => lists.levelsOf(part).en === 2)) return true
  }
  return false
}

/** The languages that join words without end: the fewest letters of each part. */
const SHORTEST_PART = { de: 4, nl: 3 } as const
type Joining = keyof typeof SHORTEST_PART
const MOST_PARTS = 3
const SHORTEST_COMPOUND = 8

/** "Mietvertragsparteien", "bloedgasanalyse": of known words, with or without a letter that joins them. */
function createIsCompound(lists: WordLists) {
  const isPart = (part: string, language: Joining) => {
    const levels = lists.levelsOf(part)
    return part.length >= SHORTEST_PART[language] && levels[language] + levels.safe > 0
  }
  const isFirst = (part: string, language: Joining) =>
    isPart(part, language) ||
    isPart(part.replace(/(?:es|en|s|n)$/, ''), language) ||
    isPart(`${part}en`, language) ||
    isPart(part.replace(/ss$/, 'ß'), language)
  const isJoinedOf = (word: string, language: Joining, parts: number): boolean => {
    const shortest = SHORTEST_PART[language]
    for (let at = shortest; at <= word.length - shortest; at += 1) {
      if (!isFirst(word.slice(0, at), language)) continue
      const rest = word.slice(at)
      if (isPart(rest, language) || (parts > 2 && isJoinedOf(rest, language, parts - 1))) return true
    }
    return false
  }
  return (lower: string, language: Joining) =>
    lower.length >= SHORTEST_COMPOUND && isJoinedOf(lower, language, MOST_PARTS)
}
