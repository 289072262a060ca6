import type { Language } from '../../words/word-fields.ts'
import type { WordLevels, WordLists } from '../../words/open-word-lists.ts'
import { detectLanguages } from './detect-languages.ts'
import {
  CLINICAL_ENDING,
  COMMON_CAPITALS,
  COMMON_EPONYMS,
  EPONYMS,
  LEGAL_WORDS,
  NAMED_THINGS,
} from './harmless-words.ts'
import { SAFE_WORDS } from './safe-words.ts'
import { splitTokens, type Token } from './split-tokens.ts'

/** A token with what the lists say of it. */
export type Word = Token & {
  readonly levels: WordLevels
  /** How ordinary the word is in the languages of the text: 0 unknown, 1 known, 2 common. */
  readonly ordinary: 0 | 1 | 2
  /** How much of a name: 0 none, 1 some, 2 common. */
  readonly name: number
  /** Part of a line in which ordinary words are capitalised as well: a heading, a form. */
  readonly inHeading: boolean
}

export type Reading = {
  readonly text: string
  readonly words: readonly Word[]
  readonly languages: readonly Language[]
  /** No name is capitalised here, nor anything else. */
  readonly isSmall: boolean
}

/** So large a share of a heading's longer words is capitalised. */
const HEADING = 0.85
/** From here on an ending alone tells a technical word. */
const LONG = 7
/** German joins words: each part has at least so many letters. */
const PART = 4

export function readWords(text: string, lists: WordLists): Reading {
  const tokens = splitTokens(text)
  const languages = detectLanguages(tokens)
  const ordinaryOf = createOrdinary(lists, languages)
  const words = tokens.map((token, at) => {
    const levels = lists.levelsOf(token.text)
    const ordinary = ordinaryOf(token, levels)
    if (namesThing(tokens, at) || isHarmless(token.text.toLowerCase(), levels, ordinary))
      return { ...token, levels, ordinary: 2 as const, name: firstNameAt(tokens, at, lists), inHeading: false }
    return {
      ...token,
      levels,
      ordinary,
      name: Math.max(levels.first, levels.last),
      inHeading: false,
    }
  })
  const capitals = tokens.filter(({ shape }) => shape === 'title' || shape === 'upper').length
  return { text, words: markHeadings(words), languages, isSmall: capitals * 25 < tokens.length && words.length > 0 }
}

/** Capitalised and yet nobody's name. What people are called as well, and is no common word, has to say so (`namesThing`). */
function isHarmless(lower: string, { first, last }: WordLevels, ordinary: number): boolean {
  if (COMMON_CAPITALS.has(lower)) return true
  if (SAFE_WORDS.has(lower)) return first + last === 0
  return (LEGAL_WORDS.has(lower) || EPONYMS.has(lower)) && (first + last === 0 || ordinary > 0)
}

/** "June Hollis": a month, but a given name where a word follows that is nothing but a family name. */
function firstNameAt(tokens: readonly Token[], at: number, lists: WordLists): number {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || next?.shape !== 'title' || next.gap !== ' ' || !COMMON_CAPITALS.has(token.text.toLowerCase())) return 0
  const { en, de, fr, es, last } = lists.levelsOf(next.text)
  return last > 0 && en + de + fr + es === 0 ? lists.levelsOf(token.text).first : 0
}

/** "Bell's palsy", "Brown-Séquard syndrome", "Robinson-Patman Act"; "a Foley", "Crohn's" at the end of what is said. */
function namesThing(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.text.toLowerCase() ?? ''
  if (!isEponym(lower) && !LEGAL_WORDS.has(lower)) return false
  if (EPONYMS.has(lower) && standsForThing(tokens, at)) return true
  for (let next = at + 1; next <= at + 3; next += 1) {
    const token = tokens[next]
    if (!token || !/^(?:['’]s)?[ -–]$/u.test(token.gap)) return false
    if (NAMED_THINGS.has(token.text.toLowerCase())) return true
    if (!isEponym(token.text.toLowerCase())) return false
  }
  return false
}

function isEponym(lower: string): boolean {
  return COMMON_EPONYMS.has(lower) || EPONYMS.has(lower)
}

function standsForThing(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (/^an?$/iu.test(before?.text ?? '') && next?.shape !== 'title') return true
  const gap = next?.gap ?? ''
  return (
    /^['’]s/u.test(gap) && (/[.,;)]/u.test(gap) || /^(?:and|or|with|was|is|since|in|for|on)$/u.test(next?.text ?? ''))
  )
}

function createOrdinary(lists: WordLists, languages: readonly Language[]) {
  const known = (levels: WordLevels) => Math.max(...languages.map((language) => levels[language]))
  const isPart = (part: string) => part.length >= PART && lists.levelsOf(part).de > 0
  const isHead = (head: string) => isPart(head) || isPart(head.replace(/(?:es|en|s|n)$/, ''))
  const isCompound = (word: string) => {
    for (let at = PART; at <= word.length - PART; at += 1)
      if (isPart(word.slice(at)) && isHead(word.slice(0, at))) return true
    return false
  }
  /** By its making: "wouldn't", "thyroidectomy", "Mietvertragsparteien". */
  const isMade = (lower: string, { first, last, place }: WordLevels) => {
    const [base = '', rest] = lower.split(/['’]/)
    if (rest !== undefined && known(lists.levelsOf(base)) > 0) return true
    if (first + last > 0) return false
    if (lower.length >= LONG && place === 0 && CLINICAL_ENDING.test(lower)) return true
    return languages.includes('de') && lower.length >= 2 * PART && isCompound(lower)
  }
  return ({ text, shape }: Token, levels: WordLevels): 0 | 1 | 2 => {
    if (shape === 'digits') return 2
    const level = known(levels)
    if (level > 0) return level > 1 ? 2 : 1
    return (shape === 'lower' && levels.en > 0) || isMade(text.toLowerCase(), levels) ? 1 : 0
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
