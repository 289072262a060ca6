import { isCondition } from '../text/conditions.ts'
import { isHedging, isReporting } from '../text/hedges.ts'
import { countModals } from '../text/modal-words.ts'
import { countExceptions, countLimits, countNegations, isRefusal } from '../text/negation.ts'
import { countQualifiers } from '../text/qualifiers.ts'

const WORD = /[\p{L}’']+/gu

/** A cell that gives what was before: "Was 40 mg once daily". */
const WAS = /(?:^|\t|\|\s?)was\b/gim

/** "Is she pregnant?" says neither. */
const QUESTION = /\?\s*$/

/**
 * Whether two texts are qualified alike: as many conditions, hedges, reports, denials, attempts and so on in each. A source that has one
 * more than the sentence does not say what the sentence says. It says no where it cannot tell.
 */
export function isQualifiedAlike(one: string, other: string): boolean {
  return (
    hasSamePolarity(one, other) &&
    countQualifiers(one).join() === countQualifiers(other).join() &&
    wordsThat(doubt, one) === wordsThat(doubt, other) &&
    (one.match(WAS)?.length ?? 0) === (other.match(WAS)?.length ?? 0) &&
    QUESTION.test(one) === QUESTION.test(other)
  )
}

function doubt(word: string): boolean {
  return isHedging(word) || isReporting(word) || isCondition(word) || isRefusal(word)
}

function wordsThat(test: (word: string) => boolean, text: string): number {
  return (text.toLowerCase().match(WORD) ?? []).filter(test).length
}

/** Whether a sentence holds in some case only, or is only supposed: it says neither yes nor no. */
const SUPPOSED = /\bdeemed\b|\bgilt als\b|\bréputée?\b/iu

export function isConditional(text: string): boolean {
  const words = text.toLowerCase().match(WORD) ?? []
  return words.some((word) => isCondition(word) || isHedging(word)) || SUPPOSED.test(text)
}

/** What says the same of a duty, a permission, advice, a denial, an exception or a limit, each by itself. */
const CLASSES: readonly ((text: string) => number)[] = [
  (text) => countModals(text, 'duty'),
  (text) => countModals(text, 'permission') + countModals(text, 'possibility'),
  (text) => countModals(text, 'advice'),
  countNegations,
  countExceptions,
  countLimits,
]

/**
 * Whether two texts oblige, permit, deny and except alike: as much of each, however it is worded ("shall" is "must", "can" is "may").
 * It says no where it cannot tell: what one of them has more of may still leave the sense as it is.
 */
export function hasSamePolarity(one: string, other: string): boolean {
  return CLASSES.every((countOf) => countOf(one) === countOf(other))
}
