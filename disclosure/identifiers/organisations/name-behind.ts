import { monthNumber } from '../../../text/calendar-words.ts'
import { TITLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import {
  FAMILY_WORDS,
  isGeneric,
  kindAt,
  NAMED_DIRECTLY,
  NUMBERED_KINDS,
  REGION_KINDS,
  withoutArticle,
} from './organisation-kinds.ts'
import { asWritten, isTelling } from './telling-word.ts'

/** Small words in names, of eight languages. */
const INSIDE =
  /^(?:de|del|della|dello|dei|degli|delle|di|da|do|dos|das|du|des|d|la|le|les|las|los|el|lo|il|l|am|an|im|in|der|dem|den|zum|zur|zu|vom|von|für|van|het|ten|ter|te|aan|bij|of|the|for|at|pod|na|nad|przy|św|w|we|z|ze|dla|o|a|à|au|aux|sur|sous|em|en|per|i|e|y|et|und|and|&)$/u
/** They join to a name only where something follows that an "and" may join: "e Instrucción", "et Fils". */
const JOINS = /^(?:i|e|y|et|und|and)$/u
/** Only a town follows these: "in Leeds". */
const LOCATES = /^(?:in|w|we|te|at|à|em|en|a)$/u
const OPENS_QUOTE = /^ ?["“„«‘'][ ]?$/u
const CLOSES_QUOTE = /["”“»’']/u

const SPACE = /^(?:[ \u00a0]{1,2}|-| ?['’]| & | ?\p{L}{1,4}['’])$/u
const BEHIND_QUOTE = /^["”“»’'] $/u
const ABBREVIATED =
  /^(?:avv|dott|dra|drs|mr|lic|st|ste|sta|sto|s|ss|im|św|ks|prof|dr|hnos|sr|sra|ntra|nª|n|no|nr|núm|num|d|av|pl|gen|bl|o|ul|reg|univ|hosp|soc|fil|kreis)$/iu
const NUMBER_MARK = /^ ?(?:n\.?[ºo°]|n\.º|nº|nr\.?|#)? ?$/iu

/** Whether the name of an organisation may go on over what stands between two words. */
function joins({ gap }: Word, before: Word, isOpen: boolean): boolean {
  if (gap === '') return false
  if (SPACE.test(gap) || NUMBER_MARK.test(gap) || OPENS_QUOTE.test(gap) || (isOpen && BEHIND_QUOTE.test(gap)))
    return true
  return /^\.[ºª]?[ ]?$/u.test(gap) && (ABBREVIATED.test(before.text) || before.text.length === 1)
}

/** The name of an organisation has at most so many words. */
const LONGEST = 14
/** So many small words stand in a row at most: "de lo Social número dos de". */
const MOST_SMALL = 5
const POLISH_SCHOOL = /^(?:szk[oó][łl]|przedszkol|żłob|lice|technik|zesp[oó][łl])\p{L}{0,4}$/iu
const COMPASS = /^(?:nord|sud|est|ovest|ouest|norte|sur|sul|süd|ost|noord|zuid|oost|północ|południe)$/u
const NAMING_TITLE = /^(?:dr|dra|prof|avv|dott|lic|ks|father|fr|sister|san|don|doña|sr|sra|señora)$/iu

export type Behind = { readonly to: number; readonly isTelling: boolean }
type State = Behind & {
  /** Small words since the last one that was taken. */
  readonly small: number
  /** Inside of quotation marks. */
  readonly isOpen: boolean
}

/** What follows a kind of organisation: behind its last word, and whether a word of it tells which one is meant. */
export function nameBehind(reading: Reading, kind: number): Behind {
  const { words } = reading
  const numbered = numberedEnd(words, kind)
  if (numbered > kind) return { to: numbered, isTelling: true }
  const isSmallKind = !isCapital(asWritten(wordAt(words, kind)))
  let state: State = { to: kind + 1, isTelling: false, small: 0, isOpen: false }
  for (let at = kind + 1; at < kind + LONGEST; at += 1) {
    const next = isJudge(words, kind, at) ? null : step(reading, at, state, isSmallKind)
    if (next === null) break
    state = next
  }
  const compass = wordAt(words, state.to)
  const hasCompass = state.isTelling && compass.gap === ' ' && COMPASS.test(compass.text)
  return { to: hasCompass ? state.to + 1 : state.to, isTelling: state.isTelling }
}

const COURT = /gericht|court|tribunal|juzgado|cour$|rechtbank|sąd/iu

/** "der Richter am Amtsgericht Dr. Engel": no court is called after somebody. */
function isJudge(words: readonly Word[], kind: number, at: number): boolean {
  return has(TITLES, words[at]) && COURT.test(wordAt(words, kind).text)
}

/** With one word more; null where the name ends. */
function step(reading: Reading, at: number, state: State, isSmallKind: boolean): State | null {
  const { words } = reading
  const word = wordAt(words, at)
  if (!joins(word, wordAt(words, at - 1), state.isOpen)) return null
  const isOpen = OPENS_QUOTE.test(word.gap) || (state.isOpen && !CLOSES_QUOTE.test(word.gap))
  const isNameless = isSmallKind && !state.isTelling && !isOpen
  if (isCapital(asWritten(word)) && (mayFollow(word, isNameless) || isNamedDirectly(reading, at)))
    return named(reading, at, { ...state, isOpen }, isNameless)
  return state.small < MOST_SMALL && isInside(words, at) ? { ...state, isOpen, small: state.small + 1 } : null
}

function named(reading: Reading, at: number, state: State, isNameless: boolean): State | null {
  const tells =
    isTelling(reading, at) ||
    isNamedDirectly(reading, at) ||
    (state.isOpen && isNameInQuotes(wordAt(reading.words, at)))
  if (!tells && isEnd(reading, at, isNameless, state)) return null
  return { to: at + 1, isTelling: state.isTelling || tells, small: 0, isOpen: state.isOpen }
}

/** "crèche Les Lutins"; in English the kind stands behind the name. */
function isNamedDirectly({ words, languages }: Reading, at: number): boolean {
  const word = wordAt(words, at)
  if (languages[0] === 'en' || word.gap !== ' ' || !NAMED_DIRECTLY.test(wordAt(words, at - 1).text)) return false
  return !isGeneric(word.text) || (word.text.length === 1 && isCapital(wordAt(words, at + 1)))
}

function isNameInQuotes({ text }: Word): boolean {
  return !isGeneric(text) || text.length === 1
}

/** Whether a capitalised word that tells nothing ends a name. */
function isEnd(reading: Reading, at: number, isNameless: boolean, { small }: State): boolean {
  return isNameless ? !isGeneric(wordAt(reading.words, at).text) : small > 0 && isOfSentence(reading, at)
}

/** "Amtsgericht Lüneburg vom Mai", "Klinik Rosenau in Behandlung": a capitalised word behind a small one that is no part of a name. */
function isOfSentence({ words, languages }: Reading, at: number): boolean {
  const { text } = wordAt(words, at)
  if (!/^mar$/iu.test(text) && monthNumber(text) > 0) return wordAt(words, at - 2).shape !== 'digits'
  if (languages[0] !== 'de' || isGeneric(text) || has(REGION_KINDS, wordAt(words, at))) return false
  return kindAt(words, at) === null
}

/** A person's title does not name an organisation, and a kind in small letters takes a name directly. */
function mayFollow(word: Word, isNameless: boolean): boolean {
  if (has(TITLES, word) && !NAMING_TITLE.test(word.text)) return false
  return !isNameless || word.text.length > 2
}

/** Behind "SP 12" and "Szkole Podstawowej nr 12"; the kind itself where no number follows. */
function numberedEnd(words: readonly Word[], kind: number): number {
  if (POLISH_SCHOOL.test(wordAt(words, kind).text)) {
    const at = [1, 2, 3].map((after) => kind + after).find((next) => wordAt(words, next).text === 'nr')
    const number = wordAt(words, (at ?? kind) + 1)
    return at !== undefined && number.shape === 'digits' && number.text.length < 4 ? at + 2 : kind
  }
  if (!NUMBERED_KINDS.has(withoutArticle(wordAt(words, kind).text))) return kind
  const at = /^nr$/iu.test(wordAt(words, kind + 1).text) ? kind + 2 : kind + 1
  const { shape, text } = wordAt(words, at)
  return shape === 'digits' && text.length < 4 ? at + 1 : kind
}

/** Whether a small word or a number stands inside of a name. */
function isInside(words: readonly Word[], at: number): boolean {
  const [word, next] = [wordAt(words, at), wordAt(words, at + 1)]
  const lower = word.text.toLowerCase()
  // "huta szkła „Irena”": what a firm makes, before its name in quotes.
  if (OPENS_QUOTE.test(next.gap) && isCapital(next) && word.gap === ' ') return true
  if (word.shape === 'digits') return word.text.length < 4 && goesWith(next)
  if (JOINS.test(lower)) return mayBeJoined(words, at + 1)
  if (LOCATES.test(lower)) return isCapital(next) && (next.levels.place > 0 || /^(?:w|we)$/u.test(lower))
  return INSIDE.test(lower) || (word.shape === 'lower' && isGeneric(word.text))
}

/** "e Instrucción", "und Amtsgericht", "et Fils". */
function mayBeJoined(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  return isGeneric(word.text) || kindAt(words, at) !== null || has(FAMILY_WORDS, word)
}

/** Behind a number: "5 de", "17 Civil". */
function goesWith({ text }: Word): boolean {
  return INSIDE.test(text.toLowerCase()) || isGeneric(text)
}
