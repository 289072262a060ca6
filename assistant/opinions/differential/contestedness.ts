import type { Contestedness } from '../../../contract/opinions/differential.ts'
import { nameKey } from './name-key.ts'

/** Two of three for one candidate are .58; of an option with nine tenths among three, .36. */
const CONTESTED_FROM = 0.5

/**
 * How divided ballots or shares are: Shannon's entropy over that of the case in which each is for another. Null with fewer than two:
 * then there is nothing to be divided.
 */
export function contestedness(
  from: Contestedness['from'],
  weights: readonly { readonly name: string; readonly share: number }[],
  ballots: number,
): Contestedness | null {
  const total = weights.reduce((sum, { share }) => sum + share, 0)
  if (ballots < 2 || total <= 0) return null
  const first = weights.map(({ name, share }) => ({ name, share: share / total })).filter(({ share }) => share > 0)
  const bits = first.reduce((sum, { share }) => sum - share * Math.log2(share), 0)
  const entropy = Math.min(1, Math.max(0, bits / Math.log2(ballots)))
  const ordered = first.toSorted((one, other) => other.share - one.share)
  return { from, entropy, ballots, first: ordered, isContested: entropy >= CONTESTED_FROM }
}

/** Each ballot is a name; those of one candidate are counted together. */
export function contestedBallots(from: Contestedness['from'], ballots: readonly string[]): Contestedness | null {
  const groups = [...Map.groupBy(ballots, nameKey).values()]
  const weights = groups.map((names) => ({ name: names[0] ?? '', share: names.length }))
  return contestedness(from, weights, ballots.length)
}
