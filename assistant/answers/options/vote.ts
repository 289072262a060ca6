/** What one look at the options gave: `order[at]` is the option that stood at `at`, `logWeights[at]` what it got there. */
export type Ballot = { readonly order: readonly number[]; readonly logWeights: readonly number[] }

export type Vote = {
  /** Which of the options. */
  readonly choice: number
  /** Of each option, its mean share over the ballots. */
  readonly probabilities: readonly number[]
  /** How far the choice's mean share is above the next one's; below 0 where the ballots outvote it. */
  readonly margin: number
  /** How many ballots put the choice first, and which share of them that is. */
  readonly votes: number
  readonly ballots: number
  readonly voteShare: number
}

/**
 * Every ballot votes for what is likeliest on it; most votes win, then the higher mean share, then the text, so that the order in
 * which options or ballots are given never decides.
 */
export function vote(options: readonly string[], ballots: readonly Ballot[]): Vote {
  if (options.length === 0 || ballots.length === 0) throw new Error('Voting takes an option and a ballot at least.')
  const shares = ballots.map((ballot) => sharesOn(ballot, options.length))
  const probabilities = options.map((_, option) => sum(shares.map((one) => one[option] ?? 0)) / ballots.length)
  const counts = options.map(() => 0)
  const byText = (one: number, other: number) => ((options[one] ?? '') < (options[other] ?? '') ? -1 : 1)
  const best = (of: readonly number[]) => (one: number, other: number) =>
    (of[other] ?? 0) - (of[one] ?? 0) || byText(one, other)
  const all = options.map((_, option) => option)
  for (const one of shares) {
    const [first = 0] = all.toSorted(best(one))
    counts[first] = (counts[first] ?? 0) + 1
  }
  const ranked = all.toSorted(
    (one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || best(probabilities)(one, other),
  )
  const [choice = 0, ...others] = ranked
  const next = Math.max(0, ...others.map((option) => probabilities[option] ?? 0))
  const margin = (probabilities[choice] ?? 0) - next
  const votes = counts[choice] ?? 0
  return { choice, probabilities, margin, votes, ballots: ballots.length, voteShare: votes / ballots.length }
}

/** By option: weights made shares of one, the highest taken off first, for they may be as low as `exp` cannot tell from 0. */
function sharesOn({ order, logWeights }: Ballot, count: number): readonly number[] {
  const highest = Math.max(...logWeights)
  const weights = logWeights.map((weight) => Math.exp(weight - highest))
  const total = sum(weights)
  const shares = Array.from({ length: count }, () => 0)
  for (const [at, option] of order.entries()) shares[option] = (weights[at] ?? 0) / total
  return shares
}

/** The same whatever the order: floating point is not. */
function sum(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other).reduce((total, value) => total + value, 0)
}
