import type { DecisionSubject } from './decision.ts'

/** Whether they are about the same: a line may be put together otherwise once a model has judged, but keeps a sentence. */
export function isSameSubject(one: DecisionSubject, other: DecisionSubject): boolean {
  if (one.of === 'first' || other.of === 'first') return one.of === other.of
  return (['local', 'blind', 'informed'] as const).some((voice) => one[voice] !== null && one[voice] === other[voice])
}
