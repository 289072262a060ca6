import type { Fact, FactInput } from '../../contract/fact.ts'

/** Which fact an answer takes the place of: that the same was said not to be known. */
export function replacedByAnswer(input: FactInput, facts: readonly Fact[]): string | null {
  const { relation, args } = input
  const same = facts.find(
    (fact) =>
      fact.state === 'confirmed' &&
      fact.holds === 'unknown' &&
      fact.relation === relation &&
      fact.args.length === args.length &&
      fact.args.every((arg, at) => arg === args[at]),
  )
  return same?.id ?? null
}
