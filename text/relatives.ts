import { qualifiersIn } from './qualifiers.ts'
import type { Span } from './spans.ts'

/** Behind one of these, with a capital, comes the name of a nurse: "Sister Monk", "Schwester Monika". */
const OF_NURSES = /^(?:Sister|Schwester)$/u
const BEFORE_A_NAME = /^\s+\p{Lu}\p{Ll}/u
const OF_SOMEBODY = /(?<!\p{L})(?:meine|deine|ihre|seine|unsere|die|eine|der)\s+$/iu
const OF_FAMILY =
  /(?<!\p{L})(?:family|familien?\p{L}*|famille|familial\p{L}*|familia\p{L}*|famiglia|família|rodzin\p{L}*)(?!\p{L})/iu

/** Where a text names relatives: "her mother", "Bruder". */
export function relativesNamed(text: string): readonly Span[] {
  return qualifiersIn(text, 'relative').filter(
    ({ start, end }) =>
      !OF_NURSES.test(text.slice(start, end)) ||
      !BEFORE_A_NAME.test(text.slice(end)) ||
      OF_SOMEBODY.test(text.slice(0, start)),
  )
}

/** Whether a text speaks of a family as such: "Family history", "Familienanamnese". */
export function speaksOfFamily(text: string): boolean {
  return OF_FAMILY.test(text)
}
