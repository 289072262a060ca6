import type { Atom } from '../program/rule.ts'
import type { Inference } from './inference.ts'
import { type Row, valueAt } from './row.ts'

/** `weight` is the place that the relation ranks by. Candidates with equal weights share a rank; ranks count from 1. */
export type Candidate = { readonly row: Row; readonly rank: number }

/**
 * Answers to a goal of a relation with `rankedBy`, highest weight first: by what is sure of it, then by what it may reach.
 * A candidate that is only possible stands where its weight puts it.
 */
export function rankCandidates(inference: Inference, goal: Atom): readonly Candidate[] {
  const place = inference.program.vocabulary.relations.get(goal.relation)?.rankedBy ?? null
  if (place === null) throw new Error(`the relation "${goal.relation}" does not say by which place it is ranked`)
  const sorted = inference.ask(goal).toSorted((left, right) => byWeight(left, right, place))
  return sorted.map((row) => ({ row, rank: 1 + sorted.findIndex((other) => byWeight(other, row, place) === 0) }))
}

function byWeight(left: Row, right: Row, place: number): number {
  const [one, other] = [valueAt(left.values, place), valueAt(right.values, place)]
  if (one.kind !== 'number' || other.kind !== 'number')
    throw new Error(`candidates are ranked by a number, got a ${one.kind} and a ${other.kind}`)
  return other.low.comparedTo(one.low) || other.high.comparedTo(one.high)
}
