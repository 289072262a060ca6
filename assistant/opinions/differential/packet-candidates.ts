import type { CandidateRow } from '../../../contract/differential.ts'
import { asksForDifferential } from './asks-for-differential.ts'
import { type CandidatesOn, candidatesOf } from './candidates-of.ts'

/** A list that is too long is confirmed or rejected without thought. */
const LISTED = 8

/**
 * The names that go into a packet, as the same side here is given them; null where the question asks for no list and nobody else does.
 * In the order of the alphabet and without weights: the other side is to weigh them itself.
 */
export async function packetCandidates(
  question: string,
  asked: boolean | null,
  on: CandidatesOn,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  if (!(asked ?? asksForDifferential(question))) return null
  return listedCandidates(await candidatesOf(on, signal))
    .map(({ name }) => name)
    .toSorted()
}

/** The likeliest, and what cannot be missed in any case; each name once. */
export function listedCandidates(all: readonly CandidateRow[]): readonly CandidateRow[] {
  const once = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index)
  const likely = once.filter(({ applies }) => applies !== 'no').slice(0, LISTED)
  return once.filter((row) => likely.includes(row) || row.cannotMiss)
}
