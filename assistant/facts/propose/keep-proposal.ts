import type { FactPlace, FactStatement, StoredFact } from '../../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../../home/open-matters.ts'

/**
 * Stores a proposal, which then waits for a person's yes; null when it is there already. A document proposes a statement
 * once, however often it repeats it; what was rejected is not proposed again at the same place.
 */
export function keepProposal(
  { store: { facts } }: OpenMatter,
  statement: FactStatement,
  place: FactPlace,
  enteredAt: string,
): StoredFact | null {
  const isThere = facts
    .sayingSame(statement, place.documentId)
    .some((fact) => fact.state !== 'rejected' || (fact.place !== null && isSamePlace(fact.place, place)))
  if (isThere) return null
  const waiting = { state: 'proposed', enteredAt, enteredBy: null, decidedBy: null, decidedAt: null } as const
  return facts.add({ ...statement, ...waiting, place })
}

/** In another reading of the same document the offsets may be others, the words are not. */
function isSamePlace(one: FactPlace, other: FactPlace): boolean {
  if (one.textVersion !== other.textVersion) return one.quote === other.quote
  return one.start < other.end && other.start < one.end
}
