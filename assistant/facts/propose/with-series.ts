import type { Candidate, Finding } from './candidate.ts'
import { findDates } from './find-dates.ts'

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
