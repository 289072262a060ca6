import type { CandidateRow } from '../../../contract/opinions/differential.ts'
import { asksForDifferential } from './asks-for-differential.ts'
import { type Candidates, type CandidatesOn, candidatesOf } from './candidates-of.ts'
import { nameKey } from './name-key.ts'

/** A list that is too long is confirmed or rejected without thought. */
const LISTED = 8

export type PacketCandidates = { readonly names: readonly string[] | null; readonly why: Candidates['why'] }

/**
 * The names that go into a packet, as the same side here is given them; null where the question asks for no list and nobody else does.
 * In the order of the alphabet and without weights: the other side is to weigh them itself.
 */
export async function packetCandidates(
  question: string,
  asked: boolean | null,
  on: CandidatesOn,
  signal: AbortSignal,
): Promise<PacketCandidates> {
  if (!(asked ?? asksForDifferential(question))) return { names: null, why: null }
  const { rows, why } = await candidatesOf(on, signal)
  const names = listedCandidates(rows).map(({ name }) => name)
  return { names: names.toSorted(), why }
}

/** The likeliest, and what cannot be missed in any case; each name once, with what any of its packs says of it. */
export function listedCandidates(all: readonly CandidateRow[]): readonly CandidateRow[] {
  const once = [...Map.groupBy(all, ({ name }) => nameKey(name)).values()].flatMap(ofOneName)
  const likely = once.filter(({ applies }) => applies !== 'no').slice(0, LISTED)
  return once.filter((row) => likely.includes(row) || row.cannotMiss)
}

/** Weighed as the first that is to be considered at all. */
function ofOneName(rows: readonly CandidateRow[]): readonly CandidateRow[] {
  const base = rows.find(({ applies }) => applies !== 'no') ?? rows[0]
  if (!base || rows.length === 1) return rows
  const findings = [base, ...rows].flatMap((row) => row.findings)
  return [
    {
      ...base,
      cannotMiss: rows.some(({ cannotMiss }) => cannotMiss),
      decides: [...new Set(rows.flatMap(({ decides }) => decides))],
      findings: [...new Map(findings.map((finding) => [finding.sentence, finding])).values()],
    },
  ]
}
