import { isFunctionWord } from '../text/function-words.ts'
import { areAlike, type Preposition, prepositionsIn } from '../text/prepositions.ts'
import type { Span } from '../text/spans.ts'
import { isSameState } from '../text/states.ts'
import { isSameValue, occurrences, type Statement } from './claim-statement.ts'

/**
 * Whether each thing and value of a sentence is related as it is in the place: "improved with ramipril" is not "improved after ramipril".
 * Of a thing that the place has several times one that is related so is enough.
 */
export function areRelatedAlike(claim: Statement, place: Statement): boolean {
  const [mine, yours] = [relationsIn(claim), relationsIn(place)]
  const isAlike = (item: Span, others: readonly Span[]) =>
    others.length === 0 ||
    others.some((other) => areAlike(mine.get(item.start) ?? null, yours.get(other.start) ?? null))
  return (
    claim.terms.every((term) => isAlike(term, occurrences(term, place.terms))) &&
    claim.values.every((value) =>
      isAlike(
        value,
        place.values.filter((other) => isSameValue(value, claim, other, place)),
      ),
    ) &&
    claim.states.every((state) =>
      isAlike(
        state,
        place.states.filter((other) => isSameState(state, other)),
      ),
    )
  )
}

/** Small words between a preposition and its thing: "after all of the", "because she". */
const BETWEEN_AT_MOST = 3

/** By where each thing or value begins, the preposition that it stands behind; of several side by side all have that of the first. */
function relationsIn({ text, terms, values, states }: Statement): ReadonlyMap<number, Preposition> {
  const prepositions = prepositionsIn(text)
  const related = new Map<number, Preposition>()
  let before: Span | null = null
  for (const item of [...terms, ...values, ...states].toSorted((one, other) => one.start - other.start)) {
    const own = prepositions.findLast(({ end }) => end <= item.start)
    const inherited = before && isBeside(text.slice(before.end, item.start)) ? related.get(before.start) : undefined
    const relation = own && isLeadingTo(text.slice(own.end, item.start)) ? own : inherited
    if (relation) related.set(item.start, relation)
    before = item
  }
  return related
}

function isBeside(between: string): boolean {
  return /^[\s-]*$/u.test(between)
}

function isLeadingTo(between: string): boolean {
  if (/[.;:,()\n\t|]/u.test(between)) return false
  const words = between.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []
  return words.length <= BETWEEN_AT_MOST && words.every(isFunctionWord)
}
