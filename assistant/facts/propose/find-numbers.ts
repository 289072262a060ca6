import { factsInText } from '../../../text/text-facts.ts'
import type { FormPlace } from '../../../contract/fact.ts'
import { type Unit, unitNamed } from '../../../kb/units/unit.ts'
import type { Mention } from './mention.ts'

type NumberPlace = Extract<FormPlace, { kind: 'number' }>

/** A bound or a change says no value: "over 100 kg", "a loss of 5 kg", "reduced by 2 kg". */
const NO_VALUE =
  /(?:[<>≤≥±]|\b(?:less|more|greater|fewer|lower|higher) than|\b(?:over|under|above|below|at least|at most|up to|exceeding|within|every|last|past|lost|gained|by|(?:loss|gain|increase|decrease|reduction|fall|rise|change)(?: in \p{L}+)?(?: of)?))[\s(]*(?:about|around|approximately|approx\.?|nearly|almost|roughly)?[\s~]*$/iu
/** "0.7 kg above dry weight", "2 mg higher than before" are differences; "2.5 under warfarin", "150 over 90" are values. */
const DIFFERENCE =
  /^\s*(?:(?:more|less|heavier|lighter|higher|lower|fewer)\b|(?:above|below|over|under)\s+(?:(?:the|his|her|their|its|my|your)\s+)?(?:\p{L}+\s+){0,2}?(?:weight|baseline|normal|average|target|usual|limit|level|range|value)\b)/iu
const RANGE = /(?:between\s+)?(?<from>\d+(?:\.\d+)?)\s*(?:-|–|to)\s*$|between\s+(?<low>\d+(?:\.\d+)?)\s+and\s*$/i
/** Ages stand without their unit ("Age: 83"); nothing else is read so. */
const UNIT_LEFT_OUT = 'years'
const LONGEST_UNIT = 40
const SEEN_BEFORE = 40
/** A point in time, counted from another one. */
const MOMENT = /^\s*(?:ago|earlier|later|before|after|prior|previously)\b/i

/** Numbers with a unit that measures what the place does; bare ones where the place has no unit. */
export function findNumbers(text: string, place: NumberPlace): readonly Mention[] {
  const wanted = place.unit === null ? null : unitNamed(place.unit)
  const dimensions = new Set([wanted, ...place.units.map(unitNamed)].map((unit) => unit?.dimension))
  return writtenNumbers(text).flatMap(({ start, end, value }): readonly Mention[] => {
    const unit = unitAfter(text, end)
    if (isNoValue(text.slice(unit?.end ?? end))) return []
    const isBare = !unit && !isFollowedByNumber(text, end)
    // "NX3 8DT" is a code.
    if (wanted === null) return isBare && !/^\p{L}/u.test(text.slice(end)) ? [{ start, end, arg: value }] : []
    if (unit && dimensions.has(unit.unit.dimension))
      return [{ start, end: unit.end, arg: `${value} ${unit.unit.name}` }]
    return isBare && wanted.name === UNIT_LEFT_OUT
      ? [{ start, end, arg: `${value} ${UNIT_LEFT_OUT}`, isBare: true }]
      : []
  })
}

function isNoValue(behind: string): boolean {
  return MOMENT.test(behind) || DIFFERENCE.test(behind)
}

/** Numbers and ranges ("58-60") that are values of something, not bounds, changes or parts of a word. */
function writtenNumbers(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly value: string }[] {
  return factsInText(text).flatMap((fact) => {
    if (fact.kind !== 'number' || !/^-?\d+(\.\d+)?$/.test(fact.value) || isPartOfWord(text, fact.start)) return []
    const range = RANGE.exec(text.slice(Math.max(0, fact.start - SEEN_BEFORE), fact.start))
    const start = range ? fact.start - range[0].length : fact.start
    if (NO_VALUE.test(text.slice(Math.max(0, start - SEEN_BEFORE), start))) return []
    return [
      { start, end: fact.end, value: range ? `${range.groups?.from ?? range.groups?.low}..${fact.value}` : fact.value },
    ]
  })
}

function isPartOfWord(text: string, start: number): boolean {
  return /[\p{L}\p{N}.,/^_:]$/u.test(text.slice(Math.max(0, start - 1), start))
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
}
