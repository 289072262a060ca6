import type { FormPlace } from '../../contract/knowledge/fact.ts'
import { type Unit, unitNamed } from '../../kb/units/unit.ts'
import { readDates } from '../../text/dates.ts'
import { isDegree } from '../../text/degrees.ts'
import { isFunctionWord } from '../../text/function-words.ts'
import { factsInText } from '../../text/text-facts.ts'

/** A value that stands in a text: where, and as facts are written (`58 kg`, `2026-06-01`, `diabetes`). */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly arg: string
  /** A number whose unit is left out. */
  readonly isBare?: boolean
  /** One word that stands for a longer name, such as "treatment" for "treatment of deep vein thrombosis": it may be of anything else. */
  readonly isShort?: boolean
}

/** The whole dates of a text, in its order. A month without its day, or a day without its year, is none. */
export function findDates(text: string): readonly Mention[] {
  return readDates(text).flatMap(({ kind, value, start, end }) => (kind === 'day' ? [{ start, end, arg: value }] : []))
}

type NumberPlace = Extract<FormPlace, { kind: 'number' }>

/** A bound or a change says no value: "over 100 kg", "a loss of 5 kg", "reduced by 2 kg". */
const NO_VALUE =
  /(?:[<>≤≥±]|(?<!\p{L})(?:less|more|greater|fewer|lower|higher) than|(?<!\p{L})(?:über|unter|mindestens|höchstens|weniger als|mehr als|bis zu|innerhalb von|over|under|above|below|at least|at most|up to|exceeding|within|every|last|past|lost|gained|by|(?:loss|gain|increase|decrease|reduction|fall|rise|change)(?: in \p{L}+)?(?: of)?))[\s(]*(?:(?:about|around|approximately|approx\.?|nearly|almost|roughly|~)[\s~]*)?$/iu

/** "0.7 kg above dry weight", "2 mg higher than before" are differences; "2.5 under warfarin", "150 over 90" are values. */
const DIFFERENCE =
  /^\s*(?:(?:more|less|heavier|lighter|higher|lower|fewer)\b|(?:above|below|over|under)\s+(?:(?:the|his|her|their|its|my|your)\s+)?(?:\p{L}+\s+){0,2}?(?:weight|baseline|normal|average|target|usual|limit|level|range|value)\b)/iu
const RANGE =
  /(?:(?:between|zwischen)\s+)?(?<![\d.,])(?<from>\d+(?:[.,]\d+)?)\s*(?:-|–|to|bis)\s*$|(?:between|zwischen)\s+(?<low>\d+(?:[.,]\d+)?)\s+(?:and|und)\s*$/i

/** Ages stand without their unit ("Age: 83"); nothing else is read so. */
const UNIT_LEFT_OUT = 'years'
const LONGEST_UNIT = 40
/** "30 days’ notice" is no age. */
const ONE_MORE_UNIT = /^[\s-]?(?:seconds?|minutes?|hours?|days?|weeks?|months?|per|times|%|€|£|\$)/i
const SEEN_BEFORE = 40

/** A point in time, counted from another one. */
const MOMENT = /^\s*(?:ago|earlier|later|before|after|prior|previously)\b/i

/** Numbers with a unit that measures what the place does; bare ones where the place has no unit. */
export function findNumbers(text: string, place: NumberPlace, hasComma = false): readonly Mention[] {
  const wanted = place.unit === null ? null : unitNamed(place.unit)
  const dimensions = new Set([wanted, ...place.units.map(unitNamed)].map((unit) => unit?.dimension))
  return writtenNumbers(text, hasComma).flatMap(({ start, end, value }): readonly Mention[] => {
    const unit = unitAfter(text, end)
    if (isNoValue(text.slice(unit?.end ?? end))) return []
    const isBare = !unit && isAlone(text, end)
    // "NX3 8DT" is a code.
    if (wanted === null) return isBare && !/^\p{L}/u.test(text.slice(end)) ? [{ start, end, arg: value }] : []
    if (unit && dimensions.has(unit.unit.dimension))
      return [{ start, end: unit.end, arg: `${value} ${unit.unit.name}` }]
    return isBare && wanted.name === UNIT_LEFT_OUT
      ? [{ start, end, arg: `${value} ${UNIT_LEFT_OUT}`, isBare: true }]
      : []
  })
}

const PRESSURES = /(?<![\d.,/])(?<first>\d{2,3})\s?\/\s?(?<second>\d{2,3})(?![\d.,/])(?:\s*mm\s?Hg)?/gu

/** In mmHg: a day of a month, "28/02", is no pressure. */
const [LOWEST_SYSTOLIC, LOWEST, HIGHEST] = [60, 20, 300]
const NOT_OF_BLOOD = /(?<!\p{L})(?:akte|aktenzeichen|az|case|file|no|nr|vision|visus)\.?:?\s*$/iu

/** A blood pressure as it is written, "146/82": which of the two, counted from 0. */
export function findPressures(text: string, which: number): readonly Mention[] {
  return [...text.matchAll(PRESSURES)].flatMap(({ index, 0: written, groups }) => {
    const both = [Number(groups?.first), Number(groups?.second)]
    const [systolic = 0, diastolic = 0] = both
    const isPressure = systolic > diastolic && systolic >= LOWEST_SYSTOLIC && systolic <= HIGHEST && diastolic >= LOWEST
    if (!isPressure || NOT_OF_BLOOD.test(text.slice(Math.max(0, index - SEEN_BEFORE), index))) return []
    return [{ start: index, end: index + written.length, arg: `${both[which]} mmHg` }]
  })
}

function isNoValue(behind: string): boolean {
  return MOMENT.test(behind) || DIFFERENCE.test(behind)
}

/** Numbers and ranges ("58-60") that are values of something, not bounds, changes or parts of a word. */
function writtenNumbers(
  text: string,
  hasComma: boolean,
): readonly { readonly start: number; readonly end: number; readonly value: string }[] {
  return factsInText(text).flatMap((fact) => {
    const value = hasComma ? withPoint(fact.text) : fact.value
    if (fact.kind !== 'number' || !/^-?\d+(\.\d+)?$/.test(value) || isPartOfWord(text, fact.start)) return []
    const range = RANGE.exec(text.slice(Math.max(0, fact.start - SEEN_BEFORE), fact.start))
    const start = range ? fact.start - range[0].length : fact.start
    if (NO_VALUE.test(text.slice(Math.max(0, start - SEEN_BEFORE), start))) return []
    return [{ start, end: fact.end, value: range ? `${lower(range)}..${value}` : value }]
  })
}

function lower({ groups }: RegExpExecArray): string {
  return (groups?.from ?? groups?.low ?? '').replace(',', '.')
}

/** "1.200,5" as rules write it; "0.125" has decimals in every language. */
function withPoint(written: string): string {
  const whole = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?=,|$)/.test(written) ? written.replaceAll('.', '') : written
  return whole.replace(',', '.')
}

function isPartOfWord(text: string, start: number): boolean {
  return /[\p{L}\p{N}.,/^_:]$/u.test(text.slice(Math.max(0, start - 1), start))
}

/** Neither part of a greater number nor with a unit that measures something else. */
function isAlone(text: string, end: number): boolean {
  return !isFollowedByNumber(text, end) && !ONE_MORE_UNIT.test(text.slice(end))
}

function isFollowedByNumber(text: string, end: number): boolean {
  return /^\s*(?:[-–/:.^]|to\s)\s*\d/.test(text.slice(end, end + LONGEST_UNIT))
}

/** The longest unit of the closed list that follows: `mg/dL`, `breaths per minute`, `-year-old`, ` x 10^9/L`. */
function unitAfter(text: string, end: number): { readonly unit: Unit; readonly end: number } | null {
  const after = /^[\s\u00a0-]{0,2}([^\s,;()]+(?:\s+(?:per\s+)?[^\s,;()]+)?)/.exec(text.slice(end, end + LONGEST_UNIT))
  const words = after?.[1]
  if (!after || words === undefined) return null
  const first = /^\S+/.exec(words)?.[0] ?? ''
  for (const written of [words, first, first.replace(/[.:*]+$/, ''), first.replace(/-old[.:]?$/, '')]) {
    const unit = unitNamed(spelling(written))
    if (unit) return { unit, end: end + after[0].length - words.length + written.length }
  }
  return null
}

function spelling(written: string): string {
  return written
    .replace(/[.:*]+$/, '')
    .replace(/\s+per\s+/, '/')
    .replace(/\bminutes?\b/, 'min')
    .replace(/^[x×]\s*10/, '10')
    .replace(/^C$/, '°C')
}

type Choice = { readonly name: string; readonly label: string }

/** "stroke, TIA or thromboembolism" names three things; a longer part is no name of its own. */
const MOST_WORDS_OF_A_PART = 3

/** A short name such as `af` is a word of its own only in capitals. */
const LONGEST_ABBREVIATION = 4

/** Where names of a closed list stand, by their labels; of two that overlap the longer one. */
export function findLabels(text: string, choices: readonly Choice[]): readonly Mention[] {
  const found = choices.flatMap(({ name, label }) =>
    patternsOf(name, label).flatMap(({ pattern, isShort }) =>
      [...text.matchAll(pattern)].map(({ index, 0: written }) => ({
        start: index,
        end: index + written.length,
        arg: name,
        ...(isShort ? { isShort } : {}),
      })),
    ),
  )
  const longestFirst = found.toSorted((one, other) => other.end - other.start - (one.end - one.start))
  const kept: Mention[] = []
  for (const mention of longestFirst)
    if (!kept.some(({ start, end }) => mention.start < end && start < mention.end)) kept.push(mention)
  return kept.toSorted((one, other) => one.start - other.start)
}

type Pattern = { readonly pattern: RegExp; readonly isShort: boolean }

function patternsOf(name: string, label: string): readonly Pattern[] {
  const parts = label.split(/,\s*|\s+(?:or|oder)\s+/)
  const isList = parts.length > 1 && parts.every(isName)
  const words = [
    label,
    ...(isList ? parts : []),
    ...(name.length > LONGEST_ABBREVIATION ? [name.replaceAll('_', ' ')] : []),
  ]
  const abbreviation = name.length <= LONGEST_ABBREVIATION && !words.includes(name) ? [name.toUpperCase()] : []
  const isOfOne = OF_ONE.test(label)
  return [...new Set(words.filter(Boolean)), ...abbreviation].map((written) => ({
    pattern: wholeWord(written, isOfOne),
    isShort: written === name && written !== label && !(isList && parts.includes(written)),
  }))
}

/** "One swollen leg" is not what "swollen legs" are. */
const OF_ONE = /\bone\b/i

/** "treated or not", "grade 1 or 2" name nothing by themselves. */
function isName(part: string): boolean {
  const words = part.split(/\s+/)
  return words.length <= MOST_WORDS_OF_A_PART && words.some((word) => isThing(word.toLowerCase()))
}

function isThing(word: string): boolean {
  return /\p{L}{3}/u.test(word) && !isFunctionWord(word) && !isDegree(word)
}

/** Whether it only says how much of something, or that there is other: "slight", "grade 1 or 2", "other". */
export function isOfDegree(label: string): boolean {
  return !(label.match(/\p{L}+/gu) ?? []).some((word) => isThing(word.toLowerCase()))
}

function wholeWord(written: string, isOfOne: boolean): RegExp {
  const isAbbreviation = written === written.toUpperCase() && written.length <= LONGEST_ABBREVIATION
  const body = written.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/[\s-]+/g, String.raw`[\s-]+`)
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${body}${isAbbreviation || isOfOne ? '' : 's?'}(?![\\p{L}\\p{N}_])`,
    isAbbreviation ? 'gu' : 'giu',
  )
}

const NAME =
  /\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|van|von|der|la)\s+)?\p{Lu}(?:\.|[\p{L}'’-]+))+|\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+/gu

/** Names of two words or more, and an initial with a surname; a single capitalised word is too often none. */
export function findProperNames(text: string): readonly Mention[] {
  return [...text.matchAll(NAME)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    arg: JSON.stringify(name.replace(/\s+/g, ' ')),
  }))
}

/**
 * `hasComma`: decimals stand behind a comma there, thousands behind a point. What of a text could fill a place: a label of its closed list, a proper name, a number with a unit that fits, a whole date.
 */
export function mentionsOf(place: FormPlace, text: string, hasComma = false): readonly Mention[] {
  if (place.kind === 'date') return findDates(text)
  if (place.kind === 'number') return findNumbers(text, place, hasComma)
  return place.open ? findProperNames(text) : findLabels(text, place.choices)
}
