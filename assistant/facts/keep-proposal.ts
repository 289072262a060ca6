import type { FactPlace, FactStatement, StoredFact } from '../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { type Candidate, type Finding, valuesIn } from './find-candidates.ts'
import { findDates } from './mentions.ts'
import { stanceTo } from './stance.ts'
import type { WantedRelation } from './wanted-relations.ts'

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

/**
 * Whether a quote bears a statement out: it holds every value that the text has to give, numbers and dates by what they are
 * worth and names by their labels, and it denies what is said not to hold and nothing else. Looks at the quote alone.
 */
export function checkProposal(
  quote: string,
  { args, holds }: Pick<FactStatement, 'args' | 'holds'>,
  relation: WantedRelation,
): boolean {
  const { places, isTaken } = relation
  const stances = places.map(({ place, subject }, index) => {
    if (subject !== null) return ['yes', 'no']
    const said = valuesIn(quote, place, relation).filter(({ arg }) => arg === args[index])
    return said.map((mention) => stanceTo(quote, mention, '', isTaken))
  })
  return stances.every((found) => found.some((stance) => stance === holds))
}

/** What may stand between two values of one thing: no words of another one. */
const CONNECTING = /^(?:[\s,;()]|\b(?:and|then|on|at|to|but|later|now)\b)*$/i

/**
 * With what was taken of a segment the values that go on from it, each of another day: "98 µmol/L on 3 March 2025 and 131
 * µmol/L on 17 June 2025". The model is asked for one value, and would choose one of two that are both right.
 */
export function withSeries({ relation, text, candidates }: Finding, taken: readonly Candidate[]): readonly Candidate[] {
  if (!relation.isSeries || taken.length === 0) return taken
  const ordered = candidates.toSorted((one, other) => startOf(one) - startOf(other))
  const series = new Set(taken)
  const goOn = (all: readonly Candidate[]) => {
    for (const [at, candidate] of all.entries()) {
      const before = all[at - 1]
      if (before && series.has(before) && isNext(text, before, candidate)) series.add(candidate)
    }
  }
  goOn(ordered)
  goOn(ordered.toReversed())
  return ordered.filter((candidate) => series.has(candidate))
}

function isNext(text: string, one: Candidate, other: Candidate): boolean {
  if (one.at === null || other.at === null || one.at === other.at || one.holds !== other.holds) return false
  const [first, second] = [one, other].toSorted((left, right) => startOf(left) - startOf(right))
  const between = text.slice(first?.mentions[0]?.end, second?.mentions[0]?.start)
  return CONNECTING.test(withoutDates(between))
}

function withoutDates(text: string): string {
  return findDates(text).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

function startOf({ mentions }: Candidate): number {
  return mentions[0]?.start ?? 0
}
