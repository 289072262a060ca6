import { readDates } from '../../text/dates.ts'
import { type Measure, measuresIn } from '../../text/measures.ts'
import { isNegation } from '../../text/negation.ts'
import type { Span } from '../../text/spans.ts'
import { overlaps } from '../../text/spans.ts'
import type { DraftFound } from './draft-finding.ts'
import { ENDS, OF_DAYS, OF_LIMITS, OF_PERIODS } from './time-limit-words.ts'

/** A day or a period that rules compute from the confirmed facts of a matter, with the words by which a draft may speak of it. */
export type TimeLimit = {
  /** How documents name it, by the author of the rules. */
  readonly called: readonly string[]
  /** Whose it is: a claim, a defence, a kind of claim. */
  readonly subject: string
  /** Of which places its rules are the law. */
  readonly law: string
  /** YYYY-MM-DD, or null: it is no day, or not settled. */
  readonly day: string | null
  /** "6 years", or null. */
  readonly period: string | null
  /** Whether it is a day, settled or not; else a period. */
  readonly isDay: boolean
  /** What a sentence of it may say besides: words of the facts and of the law that it rests on, and the numbers of its sections. */
  readonly own: string
  readonly rule: string
  readonly facts: string
}

/**
 * What a sentence states of a time limit that rules compute: confirmed, or contradicted with what the rule says. Only a sentence that
 * names the limit by the words of its rules, states one day or one period, and has no word that could make it one of another claim,
 * another day or another's view: it is read whole or not at all. Where two limits could be meant, nothing is reported.
 */
export function checkTimeLimits(sentence: string, limits: readonly TimeLimit[]): readonly DraftFound[] {
  const stated = limits.length > 0 && !SAID_BY_ANOTHER.test(sentence) ? statedIn(sentence) : null
  if (!stated) return []
  const named = limits.filter((limit) => nameIn(sentence, limit) !== null)
  const limit = meant(sentence, named, stated)
  if (!limit || !isAllOf(sentence, limit, stated)) return []
  const computed = stated.isDay ? limit.day : limit.period
  if (computed === null) return []
  const isSame = stated.isDay ? stated.value === computed : isSamePeriod(stated.measure, computed)
  if (isSame === null) return []
  const { start, end } = stated
  return [
    {
      kind: 'time-limit',
      start,
      end,
      verdict: isSame ? 'supported' : 'contradicted',
      words: [{ start, end }],
      said: {
        code: isSame ? 'timeLimitSame' : 'timeLimitDiffers',
        rule: limit.rule,
        limit: computed,
        facts: limit.facts,
      },
      instead: null,
      at: [],
    },
  ]
}

/** Words of somebody else, and questions. */
const SAID_BY_ANOTHER = /["“”„«»?]|(?<!\p{L})['‘]/u

type Stated = Span &
  ({ readonly isDay: true; readonly value: string } | { readonly isDay: false; readonly measure: Measure })

/** The one day or the one period of a sentence; null where it has none or more. */
function statedIn(sentence: string): Stated | null {
  const dates = readDates(sentence)
  const periods = measuresIn(sentence).filter(
    ({ unit, isPlace, whole }) => !isPlace && isTime(unit) && !dates.some((date) => overlaps(date, whole)),
  )
  const [date, measure] = [dates[0], periods[0]]
  if (dates.length + periods.length !== 1) return null
  if (date) return date.kind === 'day' ? { isDay: true, value: date.value, start: date.start, end: date.end } : null
  return measure ? { isDay: false, measure, start: measure.whole.start, end: measure.whole.end } : null
}

function isTime(unit: Measure['unit']): boolean {
  return unit !== null && (unit.dimension === 'time' || unit.dimension === 'months')
}

/** Null where the two cannot be held against each other: days and months. */
function isSamePeriod(measure: Measure, period: string): boolean | null {
  const [computed] = measuresIn(period)
  if (!computed?.unit || !measure.unit || computed.unit.dimension !== measure.unit.dimension) return null
  return measure.plain * measure.unit.times === computed.plain * computed.unit.times
}

/** Where the sentence names it; its words may have articles. */
function nameIn(sentence: string, { called }: TimeLimit): Span | null {
  for (const name of called) {
    const words = name
      .trim()
      .split(/\s+/)
      .map((word) => `(?:${ARTICLE})?${escaped(word)}`)
    const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`, 'iu').exec(
      sentence,
    )
    if (found) return { start: found.index, end: found.index + found[0].length }
  }
  return null
}

const ARTICLE = String.raw`(?:the|a|an|der|die|das|den|dem)\s+`

/** The one limit that is meant: by whose it is and by its law, where there are several. */
function meant(sentence: string, named: readonly TimeLimit[], stated: Stated): TimeLimit | null {
  const hasPeriod = ({ isDay, period, law }: TimeLimit) =>
    // What the law itself says of a kind of claim goes before any length that facts have.
    isDay ? period !== null && !named.some((one) => !one.isDay && one.law === law) : true
  const ofKind = named.filter((one) => (stated.isDay ? one.isDay : hasPeriod(one)))
  // Another place has a limit of this name too, of which nothing of the kind is known.
  const elsewhere = named.filter((one) => !ofKind.includes(one) && ofKind.every(({ law }) => law !== one.law))
  const all = [...ofKind, ...elsewhere].filter((one, _at, both) => !isInTwoLengths(one, both, stated))
  const words = wordsOf(sentence)
  const singled = all.filter((one) => distinct(one, all).some((word) => words.includes(word)))
  const [first, ...others] = singled.length > 0 ? singled : all
  const isSame = (one: TimeLimit) => valueOf(one, stated) === valueOf(first ?? one, stated) && one.law === first?.law
  return first && others.every(isSame) ? first : null
}

function valueOf({ day, period }: TimeLimit, { isDay }: Stated): string | null {
  return isDay ? day : period
}

/** Of one thing that is counted in days or in months, the way that it is not counted in. */
function isInTwoLengths(limit: TimeLimit, all: readonly TimeLimit[], stated: Stated): boolean {
  const isSettled = (one: TimeLimit) => valueOf(one, stated) !== null
  return (
    !isSettled(limit) &&
    all.some(
      (one) => isSettled(one) && one.subject === limit.subject && one.law === limit.law && one.isDay === limit.isDay,
    )
  )
}

/** The words of its subject and law that others lack. */
function distinct(limit: TimeLimit, all: readonly TimeLimit[]): readonly string[] {
  const wordsOfOne = ({ subject, law }: TimeLimit) => wordsOf(`${subject} ${law}`)
  const others = new Set(all.filter((one) => one !== limit).flatMap(wordsOfOne))
  return wordsOfOne(limit).filter((word) => !others.has(word))
}

/** Whether it is named first and nothing in the sentence could make it one of something else. */
function isAllOf(sentence: string, limit: TimeLimit, stated: Stated): boolean {
  const name = nameIn(sentence, limit)
  if (!name || name.end > stated.start || (stated.isDay && !ENDS.test(sentence))) return false
  // "Ends at the latest on", "at least 2 years": what it may be, which is another day or period. What must be done has one.
  const isBound = (stated.isDay ? AT_LATEST : AT_LEAST).test(sentence)
  if (isBound && !IS_TO_DO.test(sentence.slice(name.start, name.end))) return false
  const own = new Set(wordsOf(limit.own))
  const rest = blanked(blanked(sentence, stated), name).replace(NUMBER_OF_PARAGRAPH, ' ').replace(USUAL_PHRASES, ' ')
  if (BY_CONTRACT.test(rest)) return false
  const cited = [...rest.matchAll(SECTION)].flatMap(([, number = '']) => wordsOf(number))
  // Of no place: empty.
  const said = wordsOf((limit.law === '' ? rest : rest.replaceAll(limit.law, ' ')).replace(SECTION, ' '))
  const usual = stated.isDay ? OF_DAYS : OF_PERIODS
  const isUsual = (word: string) =>
    !NEVER.has(word) && !isNegation(word) && (own.has(word) || OF_LIMITS.has(word) || usual.has(word))
  return cited.every((number) => own.has(number)) && said.every((word) => /\p{L}/u.test(word) && isUsual(word))
}

const NUMBER_OF_PARAGRAPH = /^\s*(?:\(?(?:\d+(?:\.\d+)*|\p{L})[.)]\s*)+/u
const USUAL_PHRASES = /\b(?:no|not) (?:later|less) than\b/giu
/** "section 5", "Act 1980", "CPR 2.8", "§ 195 BGB". */
const SECTION = /(?:\b(?:sections?|ss?|rules?|CPR|FRCP|Act|Regulation)\.?|§+)\s*(\d+(?:[./]\d+)*)/giu
const AT_LATEST = /\b(?:latest|by|(?:no|not) later than)\b|spätestens/iu
/** Of a period; also one that is counted back from an end. */
const AT_LEAST =
  /\b(?:at (?:least|most)|(?:no|not) (?:less|later|more) than|latest|up to|before)\b|(?<!\p{L})(?:mindestens|höchstens|spätestens|bis zu|vor)(?!\p{L})/iu
const IS_TO_DO = /(?<!\p{L})(?:must|due|ist|muss)(?!\p{L})/iu
/** A limit that the parties have made themselves; a claim "in contract" is none. */
const BY_CONTRACT = /\b(?:in|under|by) (?:the|an?) (?:contract|agreement|lease|policy)\b/iu
/** Whatever the facts and the law say. */
const NEVER: ReadonlySet<string> = new Set(
  [
    'and or other another und oder',
    'first second third fourth fifth sixth erste ersten erster zweite zweiten zweiter dritte dritten dritter',
  ].flatMap((words) => words.split(' ')),
)

function blanked(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
