import { clocksIn } from '../text/clocks.ts'
import { datesIn, datesMeant, daysWithoutYear } from '../text/dates.ts'
import { isInUnit, type Measure, measuresIn } from '../text/measures.ts'
import { isFunctionWord } from '../text/function-words.ts'
import { endsSentence } from '../text/sentences.ts'
import { overlaps, type Span } from '../text/spans.ts'
import { type State, statesIn } from '../text/states.ts'
import { isSameWord } from '../text/word-forms.ts'
import { matchesNumber } from './number-match.ts'

/**
 * A word that says something: no small word, number, date or state. In lower case; `isName`: with a capital that no sentence begins
 * with.
 */
export type Term = Span & { readonly word: string; readonly isName: boolean; readonly isCapital: boolean }

/** A number, date or time of the day. `kind`: values of one kind answer one question, such as two dates, or two masses. */
export type Value = Span & {
  readonly kind: string
  /** Of a date or time: what it may mean, most exact first. */
  readonly meanings: readonly string[]
  readonly measure: Measure | null
}

/** With its year or without. */
const DAY = /^(?:\d{4}-)?\d{2}-\d{2}$/

/** Whether a value is one day, and no month, year or time. */
export function isDay({ meanings }: Value): boolean {
  return meanings.some((meant) => DAY.test(meant))
}

/** What a sentence, or a place of a source, says; offsets into `text`. */
export type Statement = {
  readonly text: string
  readonly terms: readonly Term[]
  readonly values: readonly Value[]
  readonly states: readonly State[]
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu
/** Behind these a sentence begins, and behind a full stop that ends one. */
const BEGINS = /(?:^|[!?:;”"“(\n•\t|-])[\s*_]*$/u
const STOP = /\.[\s*_]*$/u
/** Characters behind a full stop that tell whether it ends a sentence. */
const AHEAD = 40

/** Reads a text once for all that it is compared with. */
export function statementOf(text: string): Statement {
  const values = valuesIn(text)
  const states = statesIn(text)
  // The figure of "HbA1c" is no number of its own.
  const isInWord = ({ kind, start }: Value) => kind === 'place' && /\p{L}/u.test(text.charAt(start - 1))
  const taken = [...values.filter((value) => !isInWord(value)), ...states]
  const terms = [...text.matchAll(WORD)]
    .map(({ 0: written, index }): Term => {
      const word = written.toLowerCase().replace('’', "'").replace(/'s$/, '')
      const isCapital = /^\p{Lu}/u.test(written)
      const isName = isCapital && !beginsSentence(text, index)
      return { word, isName, isCapital, start: index, end: index + written.length }
    })
    .filter((term) => !isFunctionWord(term.word) || isNoun(term, text))
    .filter((term) => !taken.some((one) => overlaps(one, term)))
  return { text, terms, values, states }
}

/** "Was the will revoked?" speaks of a testament. */
const WILL = /(?<!\p{L})(?:the|an?|my|his|her|their|your|our|last|former|new|said)\s+$/iu

function isNoun({ word, start }: Pick<Term, 'word' | 'start'>, text: string): boolean {
  return word === 'will' && WILL.test(text.slice(0, start))
}

/** The stop of an initial or a title begins no sentence: "M. Young". */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at)
  if (!STOP.test(before)) return BEGINS.test(before)
  const written = before.trimEnd()
  return endsSentence(written, text.slice(written.length, at + AHEAD))
}

/** Days, with their year or without, months and years. */
export function datesSaid(text: string): readonly Value[] {
  return [
    ...datesIn(text).map(({ start, end, value }) => ({
      start,
      end,
      kind: 'date',
      meanings: datesMeant(value),
      measure: null,
    })),
    ...daysWithoutYear(text).map(({ start, end, values }) => ({
      start,
      end,
      kind: 'date',
      meanings: values,
      measure: null,
    })),
  ]
}

/** Dates, times of the day, then every number that is part of neither. */
export function valuesIn(text: string): readonly Value[] {
  const dates = datesSaid(text)
  const clocks: Value[] = clocksIn(text)
    .filter((clock) => !dates.some((date) => overlaps(date, clock)))
    .map(({ start, end, values }) => ({ start, end, kind: 'clock', meanings: values, measure: null }))
  const moments = [...dates, ...clocks]
  const measures = measuresIn(text)
  const numbers = measures
    .filter(({ at }) => !moments.some((one) => overlaps(one, at)) && !measures.some((other) => isInUnit(at, other)))
    .map((measure): Value => ({ ...measure.whole, kind: kindOf(measure, text), meanings: [], measure }))
  return [...moments, ...numbers].toSorted((one, other) => one.start - other.start)
}

function kindOf({ unit, isPlace, at, plain, figure }: Measure, text: string): string {
  // "2.5 Millionen Euro" is more than its figure.
  const isBare = unit === null && plain === Number(figure)
  if (isPlace || (isBare && isOfClause(at, text))) return 'place'
  return unit?.dimension ?? 'number'
}

/** "12.1 The Tenant may end …": the number of the clause that a line is. */
function isOfClause({ start, end }: Span, text: string): boolean {
  const isFirst = start === 0 || /(?:^|\n)[\s#*]*$/u.test(text.slice(Math.max(0, start - NUMBERED), start))
  return (
    isFirst &&
    CLAUSE.test(text.slice(start, end)) &&
    GOES_ON.test(text.slice(end, text.indexOf('\n', end) < 0 ? undefined : text.indexOf('\n', end)))
  )
}

/** A heading or a sentence, and no unit: "12.1 The Tenant", not "37.5 C". */
const GOES_ON = /^\s+["“‘(]?\p{Lu}[\p{L}’'-]*\s+\p{L}/u
const CLAUSE = /^\d{1,2}(?:\.\d{1,3}){1,4}$/u
const NUMBERED = 8

/**
 * Whether a value of one statement is that of another, however it is written: 24 months are two years, "3 June" is 3 June 2025. A
 * month or year is that of any of its days, not the other way round.
 */
export function isSameValue(value: Value, said: Statement, other: Value, stated: Statement): boolean {
  if (value.measure && other.measure)
    return matchesNumber({ ...value.measure, sentence: said.text }, { ...other.measure, line: stated.text })
  if (value.kind !== other.kind) return false
  return value.meanings.some((one) => other.meanings.some((held) => isWithin(held, one)))
}

/** "06-03" and "2025-06-03" are one day where one of them lacks its year; "2025-06" holds "2025-06-03". */
function isWithin(day: string, wanted: string): boolean {
  return day === wanted || day.startsWith(`${wanted}-`) || day.endsWith(`-${wanted}`) || wanted.endsWith(`-${day}`)
}

/** Values that answer the same question: of one dimension, or of which one has no unit. */
export function isSameKind(one: Value, other: Value): boolean {
  if (one.kind === other.kind) return true
  return one.measure !== null && other.measure !== null && (one.kind === 'number' || other.kind === 'number')
}

/** The words that tell its states, in lower case. */
export function stateWords({ text, states }: Pick<Statement, 'text' | 'states'>): readonly string[] {
  return states.map(({ start, end }) => text.slice(start, end).toLowerCase())
}

/** Where a term occurs among others, in any form. */
export function occurrences(term: Term, among: readonly Term[]): readonly Term[] {
  return among.filter(({ word }) => isSameWord(term.word, word))
}
