import { languageOf } from '../../../text/languages.ts'
import { overlaps, type Span } from '../../../text/spans.ts'
import type { Flag } from '../identifier.ts'
import {
  FRACTION_OF,
  isBehindEvent,
  isBehindMeasure,
  LIKELY_CUE,
  NUMBERED,
  POINTED_CUE,
  RANGE_BEFORE,
  SURE_CUE,
  UNIT_BEHIND,
} from './day-cues.ts'
import { readDayNumbers, type DayNumbers } from './day-numbers.ts'

/** Days without their year: those that what stands around them tells for sure, and those that a person decides about. */
export type DaysFound = { readonly sure: readonly Span[]; readonly doubtful: readonly Span[] }
type Verdict = 'sure' | 'doubtful' | 'none'

/** Characters in which the words before and behind a day stand. */
const NEAR = 48
/** So much of a line may stand before its first entry: a list's sign, a bracket. */
const LINE_BEGIN = /(?:^|\n)[\s>*•·–—|([-]{0,6}$/u
const SET_OFF = /(?:\s[–—-]|[|•·])\s$/u
/** Beside "08.10" at the beginning of a line, "22.40" there says that both are times. */
const TIME_BEGINS_LINE = /\n[\s>*•|-]{0,6}\d{1,2}\.(?:1[3-9]|[2-5]\d|00)(?![.\d])/u
/** "2/4" is the fourth bed of the second room. */
const MOST_BEDS = 4
const HOURS = 24
/** "Law no. 15/93 of 22-01": a statute has its day too. */
const BEHIND_LAW = /\d\/\d{2,4},?\s(?:of|vom|du|de|del|van|z dnia|z)\s$/iu
const BRACKET = /\p{L}\s?\($/u

/** "12/03", "4.3.", "15-08", "24 X", without a year, in eight languages. */
export function findDays(text: string): DaysFound {
  const all = readDayNumbers(text, () => languageOf(text))
  const series = seriesOf(text, all)
  const found: { sure: Span[]; doubtful: Span[] } = { sure: [], doubtful: [] }
  let last: Span = { start: -1, end: -1 }
  for (const day of all) {
    const before = beforeOf(text, day)
    const opensLine = LINE_BEGIN.test(before)
    const isEntry = opensLine ? series.get(day.mark) : undefined
    const context = { before, behind: text.slice(day.end, day.end + NEAR), opensLine, isEntry }
    const isBehindDay = /^\s?(?:[-–,+]|\p{L}{1,3}|tot en met|bis zum)\s?$/u.test(text.slice(last.end, day.start))
    const verdict = decide(day, context, isBehindDay)
    if (verdict === 'none') continue
    const lead = verdict === 'sure' ? (RANGE_BEFORE.exec(before)?.[0].length ?? 0) : 0
    const span = { start: day.start - lead, end: day.end }
    found[verdict].push(span)
    if (verdict === 'sure') last = span
  }
  return found
}

type Context = {
  readonly before: string
  readonly behind: string
  readonly opensLine: boolean
  /** Where several lines begin so. */
  readonly isEntry: boolean | undefined
}

function beforeOf(text: string, { start }: Span): string {
  return text.slice(Math.max(0, start - NEAR), start)
}

/** Of each mark what the lines are that begin with such numbers: in their order they are entries, else the rooms of a ward. */
function seriesOf(text: string, all: readonly DayNumbers[]): ReadonlyMap<string, boolean> {
  const series = new Map<string, boolean>()
  for (const mark of ['/', '.', '-', ' ']) {
    const begun = all.filter((day) => day.mark === mark && LINE_BEGIN.test(beforeOf(text, day)))
    if (begun.length > 1) series.set(mark, areEntries(text, begun, mark))
  }
  return series
}

/** No rooms and beds, no sections, no times of the day. */
function areEntries(text: string, begun: readonly DayNumbers[], mark: string): boolean {
  if (!begun.some(({ first }) => first > MOST_BEDS) || !isInOrder(begun)) return false
  return mark !== '.' || (!isNumbered(begun) && !TIME_BEGINS_LINE.test(text))
}

function isInOrder(days: readonly DayNumbers[]): boolean {
  const places = days.map(({ first, second }) => second * 100 + first)
  const sorted = places.toSorted((one, other) => one - other)
  return [sorted, sorted.toReversed()].some((order) => order.every((place, at) => place === places[at]))
}

/** "4.1. 4.2. 4.3." number sections. */
function isNumbered(begun: readonly DayNumbers[]): boolean {
  return begun.some(({ first, second }, at) => begun[at - 1]?.first === first && begun[at - 1]?.second === second - 1)
}

function decide(day: DayNumbers, context: Context, isBehindDay: boolean): Verdict {
  const { before, behind } = context
  if (UNIT_BEHIND.test(behind) || NUMBERED.test(before) || BEHIND_LAW.test(before)) return 'none'
  const isSure = SURE_CUE.test(before)
  if (day.shape === 'fraction' && FRACTION_OF.test(behind)) return 'none'
  const isMeasured = day.shape !== 'roman' && isBehindMeasure(before)
  if (isMeasured) return 'none'
  const isEvent = isBehindEvent(before)
  if (isSure || isEvent || context.isEntry) return needsFigures(day) ? 'none' : 'sure'
  if (isBehindDay) return needsFigures(day) ? 'none' : 'sure'
  if (context.opensLine) return context.isEntry === false ? 'none' : ofLineBegin(day)
  return isLikely(before) ? ofLikely(day, before) : alone(day)
}

function isLikely(before: string): boolean {
  return LIKELY_CUE.test(before) || SET_OFF.test(before) || BRACKET.test(before)
}

/** "17/11 tp: dzwoni" may be a room and a bed as well, and "04.10" a time of the day. */
function ofLineBegin(day: DayNumbers): Verdict {
  if (needsFigures(day)) return 'none'
  if (day.shape === 'roman') return 'sure'
  const mayBeTime = day.mark === '.' && !day.hasPoint && day.first < HOURS
  return day.isPadded && !mayBeTime ? 'sure' : 'doubtful'
}

/** "1.5" and "3-4" are days only where the month has two figures. */
function needsFigures({ mark, isPadded, hasPoint, hasLongMonth }: DayNumbers): boolean {
  return (mark === '.' && !hasPoint && !hasLongMonth) || (mark === '-' && !isPadded)
}

function ofLikely(day: DayNumbers, before: string): Verdict {
  const { mark, shape, isPadded, hasPoint, hasLongMonth } = day
  if (needsFigures(day)) return 'none'
  if (shape === 'roman') return 'sure'
  if (mark === '.' && hasPoint) return hasLongMonth || POINTED_CUE.test(before) ? 'sure' : 'doubtful'
  if (isPadded || shape === 'day') return 'sure'
  return mark === '/' ? 'doubtful' : 'none'
}

/** Nothing tells it: only "01.09." is written so by nobody who means anything else. */
function alone({ mark, isPadded, hasPoint, shape }: DayNumbers): Verdict {
  if (mark === '.' && hasPoint && isPadded) return 'sure'
  return mark === '/' && (isPadded || shape === 'day') ? 'doubtful' : 'none'
}

/** The flags with the doubtful days among them, each as one. */
export function withDays(flags: readonly Flag[], days: readonly Span[]): readonly Flag[] {
  const others = flags.filter((flag) => !days.some((day) => overlaps(day, flag)))
  return [...others, ...days].toSorted((one, other) => one.start - other.start)
}
