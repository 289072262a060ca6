import { countModals } from '../text/modal-words.ts'
import { countExceptions, countLimits, countNegations } from '../text/negation.ts'

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
export function turnsAlike(one: string, other: string): boolean {
  return CLASSES.every((countOf) => countOf(one) === countOf(other))
}
