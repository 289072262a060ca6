import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import { mentionsOf } from './mentions-of.ts'
import { stanceTo } from './stance.ts'
import type { WantedRelation } from './wanted-relation.ts'

/**
 * Whether a quote bears a statement out: it holds every value that the text has to give, numbers and dates by what they are
 * worth and names by their labels, and it denies what is said not to hold and nothing else. Looks at the quote alone.
 */
export function checkProposal(
  quote: string,
  { args, holds }: Pick<FactStatement, 'args' | 'holds'>,
  { places }: WantedRelation,
): boolean {
  const stances = places.map(({ place, subject }, index) => {
    if (subject !== null) return ['yes', 'no']
    const said = mentionsOf(place, quote).filter(({ arg }) => arg === args[index])
    return said.map((mention) => stanceTo(quote, mention, ''))
  })
  return stances.every((found) => found.some((stance) => stance === holds))
}
