import { ANY_MONTH } from '../../../text/calendar-words.ts'
import type { WordLists } from '../../words/open-word-lists.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { isCapital } from '../names/name-run.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { beginnersOf, everyMatch, matchesAtWords } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, type Word, wordAt } from '../tokens/word-at.ts'
import { TOWN } from './address-grammar.ts'
import { BORN_OR_LIVING } from './before-town.ts'
import { nominatives } from './polish-towns.ts'

const MONTH = inAnyCase(ANY_MONTH)
const DATE = String.raw`(?:(?:den|am|le|a|li|lì|addì|em|dnia|the|d\.d\.|op)\s)?(?:\d{1,2}(?:[./-]\d|[.º°]?\s(?:de\s|di\s|of\s)?(?:${MONTH})|\.?\s[IVX]{1,4}\s)|\p{L}{2,14}(?:\s(?:y|e)\s\p{L}{2,8})?\s(?:de\s)(?:${MONTH}))`
const LOWER_TOWN = String.raw`\p{L}[\p{L}\p{M}'’-]{2,24}(?:\s[\p{L}'’-]{1,24}){0,4}`
/** "Graz, am 30.1.2023": a town and a date at the beginning of a line. */
const DATE_LINE = new RegExp(
  String.raw`(?<=^|\n[ \t>|]{0,12}|[–—]\s|·\s)(?<id>${TOWN}|${LOWER_TOWN})(?=,\s${DATE})`,
  'dgu',
)
/** "…licenziamento. Crema, 3 aprile 2024": the same behind a sentence, where the line ends with the day. */
const DATE_END = new RegExp(String.raw`(?<=[.;]\s)(?<id>${TOWN})(?=,\s${DATE}[^\n.;]{0,16}\.?(?:\n|$))`, 'dgu')
/** "Hospital Parc Taulí – Sabadell": the town at the end of a letter's first lines. */
const HEAD_LINE = new RegExp(String.raw`(?<=\s[–·|-]\s)(?<id>${TOWN})(?=[ \t]*\n)`, 'dgu')
const HEAD = 240
const HOME = new RegExp(String.raw`(?<!\p{L})(?:${inAnyCase(BORN_OR_LIVING)})\s(?=\p{L})`, 'uy')
const mayBeHome = beginnersOf(BORN_OR_LIVING)
const LONGEST = 5

/** Towns that stand where only a town stands: before the date of a letter, behind "born in", and in Polish behind "w" in another case. */
export function findTowns(reading: Reading, lists: WordLists): readonly IdentifierSpan[] {
  return [...ofDateLines(reading, lists), ...ofHomes(reading, lists), ...ofPolish(reading, lists), ...ofGerman(reading)]
}

function ofDateLines(reading: Reading, lists: WordLists): readonly IdentifierSpan[] {
  const matches = [
    ...everyMatch(reading.text, DATE_LINE),
    ...everyMatch(reading.text, DATE_END),
    ...everyMatch(reading.text.slice(0, HEAD), HEAD_LINE),
  ]
  return matches.flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    const town = reading.text.slice(start, end).replace(/\s\(.*$|[/–-][A-Z]{2}$|,\s[A-Z]{2}$/u, '')
    const first = wordAt(reading.words, firstWordFrom(reading, start))
    const isUnknown = isCapital(first) && first.ordinary === 0
    return isUnknown || lists.levelsOf(town).place > 0 ? [asTown(start, end)] : []
  })
}

function ofHomes(reading: Reading, lists: WordLists): readonly IdentifierSpan[] {
  const { words } = reading
  return matchesAtWords(reading, HOME, mayBeHome).flatMap(({ index, 0: cue }) => {
    const at = firstWordFrom(reading, index + cue.length)
    const length = longestTown(words, at, lists)
    const [first, last] = [wordAt(words, at), wordAt(words, at + length - 1)]
    return length === 0 || first.text.length < 3 ? [] : [asTown(first.start, last.end)]
  })
}

/** How many words from here on are a town of the list; 0 where none is. */
function longestTown(words: readonly Word[], at: number, lists: WordLists): number {
  for (let length = LONGEST; length > 0; length -= 1) {
    const part = words.slice(at, at + length)
    if (part.slice(1).some(({ gap }) => !/^(?: |-|\. |['’])$/u.test(gap))) continue
    if (lists.levelsOf(joined(part)).place > 0) return length
  }
  return 0
}

function joined(words: readonly Word[]): string {
  return words.map(({ text, gap }, at) => (at === 0 ? text : `${gap}${text}`)).join('')
}

const FORM_OF_ADDRESS = /^(?:pan|państw|polsc|polsk|sąd)/iu
const POLISH_PREPOSITION = /^(?:w|we|z|ze|do|koło|pod|spod|gminie|wsi|miejscowości|powiecie)$/iu

function ofPolish({ text, words }: Reading, lists: WordLists): readonly IdentifierSpan[] {
  if (!/[łżęąśźćń]/u.test(text)) return []
  return words.flatMap((word, at) => {
    if (
      !isCapital(word) ||
      FORM_OF_ADDRESS.test(word.text) ||
      !POLISH_PREPOSITION.test(wordAt(words, at - 1).text) ||
      word.gap !== ' '
    )
      return []
    const next = wordAt(words, at + 1)
    if (/^[ -]$/u.test(next.gap) && isCapital(next)) {
      const isTown = nominatives(word.text).some((one) =>
        nominatives(next.text).some((other) => lists.levelsOf(`${one}${next.gap}${other}`).place > 0),
      )
      if (isTown) return [asTown(word.start, next.end)]
    }
    return nominatives(word.text).some((form) => lists.levelsOf(form).place > 0) ? [asTown(word.start, word.end)] : []
  })
}

/** Endings of German villages; a common noun with one has an article: "in Kloppenheim", "im Pflegeheim". */
const VILLAGE =
  /^\p{Lu}\p{Ll}{3,}(?:heim|hausen|dorf|ingen|bach|burg|felde?|furt|kirchen|leben|rode|stedt|stetten|weiler|hofen|brunn|reuth|walde|büttel|beuren|wangen)$/u

/** Villages on no list. */
function ofGerman({ words, languages }: Reading): readonly IdentifierSpan[] {
  if (!languages.includes('de')) return []
  return words
    .filter(({ text, gap, levels }, at) => {
      const isListed = levels.de > 0 || levels.first + levels.last > 0
      return (
        !isListed && gap === ' ' && VILLAGE.test(text) && /^(?:in|nach|aus|bei|von)$/u.test(wordAt(words, at - 1).text)
      )
    })
    .map(({ start, end }) => asTown(start, end))
}

function asTown(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'place', by: 'places', confidence: 0.7 }
}
