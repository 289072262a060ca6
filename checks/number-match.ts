import { isSameMeasure, isSameNumber, type Measure } from '../text/measures.ts'

/** A number of a source, with its line. */
export type Held = Measure & { readonly line: string }
/** A number of a sentence. */
export type Stated = Measure & { readonly sentence: string }

/** What a number without a unit needs on its line to be a time: "Term (years): 10". */
const TIMES: Readonly<Record<string, RegExp>> = {
  time: /second|minute|hour|day|week/i,
  months: /month|year|\bage/i,
}
/** With these "-2.5" may be said as 2.5, and the other way about. */
const LESS =
  /\b(?:los[st]|loss|fell|fall|drop|decreas|reduc|declin|lower|below|less|minus|negative|deficit|debit|overdr)/i

/**
 * Whether a number of a source bears one of a sentence out. Where the one in the source has no unit beside it, as in a table, the
 * figure alone is compared; so it is where the sentence gives no unit.
 */
export function matchesNumber(one: Stated, other: Held): boolean {
  const isSigned = one.plain < 0 === other.plain < 0 || (!LESS.test(one.sentence) && !LESS.test(other.line))
  return isSame(isSigned ? one : unsigned(one), isSigned ? other : unsigned(other))
}

function isSame(one: Measure, other: Held): boolean {
  if (!one.unit && one.times === 1) return isSameFigure(one, other)
  if (other.unit || other.times !== 1) return isSameMeasure(one, other)
  const time = TIMES[one.unit?.dimension ?? '']
  return !other.isPlace && isSameFigure(one, other) && (!time || time.test(other.line))
}

function isSameFigure(one: Measure, other: Measure): boolean {
  return one.figure === other.figure || (other.figure !== '' && isSameNumber(one.plain, other.plain))
}

function unsigned<T extends Measure>(one: T): T {
  return { ...one, figure: one.figure.replace(/^-/, ''), plain: Math.abs(one.plain) }
}
