import { CURRENCY_SIGN, CURRENCY_WORD } from '../../../text/money.ts'
import type { Span } from '../../../text/spans.ts'
import type { Language } from '../../words/open-word-lists.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { aroundOf, LOOKED_AT } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { isNobodys } from './age-of-thing.ts'
import { ABOUT, AGE_UNITS, BEFORE_WHEN, HAS_YEARS, IS_NOW, LASTS_BEHIND, SHORT_YEARS } from './age-words.ts'
import { NO_RANGE } from './ages-by-language.ts'
import { END, IN_WORDS, judgeTold } from './told-age.ts'

/** Behind a name: ", 78,", " (78)", ", 81: slept well", ", 74 jr", " ist 74.", " ha 74 anni", " wordt volgende week 90."; "22.00" is a time, "78,5" a weight. */
const BEHIND_NAME = new RegExp(
  String.raw`(?<lead>\.?, ?${ABOUT}| \(|\s${IS_NOW}|\s${HAS_YEARS}\s(?=\d{1,3}\s\p{L}))(?<age>(?:\d{1,2}|1[01]\d)(?:\s(?:${AGE_UNITS}|${SHORT_YEARS}))?)(?=\s?[,.;:\n)](?!\d)|$|\s(?:and|und|en|e|ed|i|y|et|geworden)\s|\sgeworden|(?<=\d\s?${SHORT_YEARS})\s|${BEFORE_WHEN})(?!${LASTS_BEHIND})`,
  'diuy',
)

/** " is 81 after surgery", ", vierenzeventig,": told as of somebody who is not named. */
const TOLD_BEHIND_NAME = new RegExp(
  String.raw`(?:\s${IS_NOW}(?<figures>1[01]\d|\d{1,2})${END}|(?:\.?, ?${ABOUT}| \(|\s${IS_NOW})(?<words>${IN_WORDS})${END})${NO_RANGE}`,
  'diuy',
)

/** "Calloway 78M", "Okafor, 61F, cough": a letter that stands apart may be a unit. */
const SEX_BEHIND_NAME = /,?\s(?<age>[1-9]\d)(?:(?<sex>[MFWVKH])|[mfwvkh](?=[,;.)]|$))(?=[\s,;.)]|$)/duy

const STOP_BEHIND = /^.\s?[,;)]/u
const HOURS = /^(?:12|24|36|48|72)$/u
/** "61M shares a room" is what somebody does. */
const SHARES = '(?:shares|bonds)(?!\\s(?:an?|the|his|her|their|its|my|our|your|this|with|well|in)(?!\\p{L}))'
const MONEY = new RegExp(
  `(?:${CURRENCY_SIGN}|(?<!\\p{L})(?:${CURRENCY_WORD}|fund|loan|facility|share|bond|${SHARES})(?!\\p{L}))`,
  'iu',
)

type Lettered = {
  readonly figures: string
  readonly line: string
  readonly isStopped: boolean
  /** Of the text, where enough of it tells them. */
  readonly languages: readonly Language[] | null
}

const isOf = (languages: readonly Language[], of: readonly Language[]) => languages.some((one) => of.includes(one))

/**
 * When a number with a letter behind a name may be a quantity: "Marlowe 50M fund", "Okafor 58K paid", "Okafor 24H urine". K is a woman in
 * Dutch and Polish, H a man in Spanish, Portuguese and French; where nothing tells the language, a stop behind it tells a person.
 */
const QUANTITIES: Readonly<Record<string, (lettered: Lettered) => boolean>> = {
  M: ({ line, isStopped }) => !isStopped && MONEY.test(line),
  K: ({ languages, isStopped }) => (languages === null ? !isStopped : !isOf(languages, ['nl', 'pl'])),
  H: ({ figures, languages, isStopped }) =>
    HOURS.test(figures) && !(isStopped && (languages === null || isOf(languages, ['es', 'pt', 'fr']))),
}

/** From one cell to the next; a tab is white space too. */
const NEXT_CELL = String.raw`[^\S\t]*(?:\t\s*(?:\|\s*)?|\|\s*)`
/** In the cells behind a name an age is beside a sex: "Calloway | 74 | M", "Calloway | F | 74". */
const IN_CELLS_BEHIND_NAME = new RegExp(
  String.raw`${NEXT_CELL}(?:(?<age>[1-9]\d|1[01]\d)${NEXT_CELL}[mfwvk]|[mfwvk]${NEXT_CELL}(?<last>[1-9]\d|1[01]\d))\s*(?=[\t|\n]|$)`,
  'diuy',
)

/** How old those are whose names were found, as it is told behind the name. */
export function agesBehindNames(reading: Reading, found: readonly IdentifierSpan[]): readonly Span[] {
  const { text } = reading
  return found.flatMap(({ type, end }) =>
    type === 'person' ? (besideName(text, end) ?? toldBehind(text, end) ?? besideSex(reading, end)) : [],
  )
}

function besideName(text: string, nameEnd: number): readonly Span[] | null {
  BEHIND_NAME.lastIndex = nameEnd
  const match = BEHIND_NAME.exec(text)
  const [start, end] = match?.indices?.groups?.age ?? [0, 0]
  if (start === end) return null
  // Najem is somebody too.
  if (isNobodys(text.slice(start, end), aroundOf(text, start, end)) === true) return []
  // An open bracket is closed behind it.
  return match?.groups?.lead === ' (' && text[end] !== ')' ? [] : [{ start, end }]
}

function toldBehind(text: string, nameEnd: number): readonly Span[] | null {
  TOLD_BEHIND_NAME.lastIndex = nameEnd
  const groups = TOLD_BEHIND_NAME.exec(text)?.indices?.groups
  const [start, end] = groups?.figures ?? groups?.words ?? [0, 0]
  if (start === end) return null
  const told = judgeTold(text.slice(start, end), { before: '', after: text.slice(end, end + LOOKED_AT) })
  return told && [{ start, end: start + (told.length ?? 0) }]
}

function besideSex(reading: Reading, nameEnd: number): readonly Span[] {
  return letteredAges(reading, nameEnd).flatMap(({ age, isDoubtful }) => (isDoubtful ? [] : [age]))
}

/** The numbers with a letter behind names of which a person decides whether they are an age: "Mrs Calloway 45K was seen". */
export function findDoubtfulAges(reading: Reading, found: readonly IdentifierSpan[]): readonly Span[] {
  const behind = found.flatMap(({ type, end }) => (type === 'person' ? letteredAges(reading, end) : []))
  return behind.flatMap(({ age, isDoubtful }) => (isDoubtful ? [{ start: age.start, end: age.end + 1 }] : []))
}

function letteredAges(
  reading: Reading,
  nameEnd: number,
): readonly { readonly age: Span; readonly isDoubtful: boolean }[] {
  return [SEX_BEHIND_NAME, IN_CELLS_BEHIND_NAME].flatMap((expression) => {
    expression.lastIndex = nameEnd
    const match = expression.exec(reading.text)
    const groups = match?.indices?.groups
    const [start, end] = groups?.age ?? groups?.last ?? [0, 0]
    const age = { start, end }
    return start === end ? [] : [{ age, isDoubtful: mayBeQuantity(reading, age, match?.groups?.sex ?? '') }]
  })
}

function mayBeQuantity({ text, areTold, languages }: Reading, { start, end }: Span, letter: string): boolean {
  const [line = ''] = text.slice(end, end + LOOKED_AT).split('\n', 1)
  const lettered: Lettered = {
    figures: text.slice(start, end),
    line,
    isStopped: STOP_BEHIND.test(line),
    languages: areTold ? languages : null,
  }
  return QUANTITIES[letter]?.(lettered) ?? false
}
