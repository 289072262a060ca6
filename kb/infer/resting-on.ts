import type { Program } from '../program/program.ts'
import type { Condition, Rule } from '../program/rule.ts'

const resting = new WeakMap<Program, ReadonlyMap<string, ReadonlySet<string>>>()

/** The relations, and all that rules conclude from them, directly or through others. */
export function restingOn(program: Program, relations: Iterable<string>): ReadonlySet<string> {
  const concluded = concludedFrom(program)
  const found = new Set(relations)
  // Also walks what is added on the way.
  for (const relation of found) for (const next of concluded.get(relation) ?? []) found.add(next)
  return found
}

/** By a relation, those whose rules have it among their conditions; worked out once for a program. */
function concludedFrom(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  const known = resting.get(program)
  if (known !== undefined) return known
  const found = new Map<string, Set<string>>()
  for (const rule of program.rules)
    for (const relation of relationsIn(rule)) {
      const concluded = found.get(relation) ?? new Set()
      found.set(relation, concluded.add(rule.then.relation))
    }
  resting.set(program, found)
  return found
}

function relationsIn({ conditions, exceptions, sum, aggregates }: Rule): readonly string[] {
  const all: readonly Condition[] = [
    ...conditions,
    ...exceptions,
    ...(sum?.items ?? []).flatMap(({ oneOf }) => oneOf.flatMap(({ when }) => when)),
    ...aggregates.flatMap(({ of }) => of),
  ]
  return all.flatMap((condition) => (condition.kind === 'atom' ? condition.relation : []))
}
