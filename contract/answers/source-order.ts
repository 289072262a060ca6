import type { Source } from './answer.ts'

const KINDS: readonly Source['kind'][] = ['conclusion', 'passage', 'card']

/**
 * The sources of an answer as they are shown: R1, R2, S1, S2 … however near each is to the question. Their own order is that in which the
 * model reads them, which settles after their marks were given, and would move what is being read.
 */
export function inOrderOfMarks<S extends Source>(sources: readonly S[]): readonly S[] {
  return sources.toSorted(
    (one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || numberOf(one) - numberOf(other),
  )
}

function numberOf({ source }: Source): number {
  return Number(/\d+$/.exec(source)?.[0] ?? 0)
}
