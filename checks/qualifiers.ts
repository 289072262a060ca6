import { isCondition } from '../text/conditions.ts'
import { isHedging, isReporting } from '../text/hedges.ts'
import { isRefusal } from '../text/negation.ts'
import { countQualifiers } from '../text/qualifiers.ts'
import { turnsAlike } from './turns-alike.ts'

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
    turnsAlike(one, other) &&
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
