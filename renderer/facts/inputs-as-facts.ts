import { type CalculatorInput, holdsSeveral } from '../../contract/calculator-input.ts'
import type { Fact, FactInput } from '../../contract/fact.ts'

export type InputAsFact = {
  readonly input: FactInput
  /** The line of the form that it belongs to. */
  readonly line: { readonly relation: CalculatorInput; readonly args: readonly (string | null)[] }
}

/**
 * What was typed and is not recorded yet, about whom the facts are from which the rest was filled in, else those of the matter;
 * where these name several or nobody it goes by its type.
 */
export function inputsAsFacts(
  inputs: readonly CalculatorInput[],
  typed: readonly FactInput[],
  facts: readonly Fact[],
  filledIn: ReadonlySet<string>,
): readonly InputAsFact[] {
  const used = facts.filter(({ id }) => filledIn.has(id))
  const confirmed = facts.filter(({ state }) => state === 'confirmed')
  const whom = (relation: CalculatorInput, at: number) =>
    onlyIndividual(relation, at, inputs, used) ?? onlyIndividual(relation, at, inputs, confirmed)
  return typed.flatMap((input): readonly InputAsFact[] => {
    const relation = inputs.find(
      (one) => one.relation === input.relation && one.args.every((arg, at) => arg === null || arg === input.args[at]),
    )
    if (!relation) return []
    const args = input.args.map((arg, at) => whom(relation, at) ?? arg)
    if (facts.some((fact) => isRecorded(fact, { ...input, args }))) return []
    // Of several values one takes the place of none of the others.
    const isValue = (at: number) => relation.args[at] === null && !holdsSeveral(relation)
    const line = { relation, args: args.map((arg, at) => (isValue(at) ? null : arg)) }
    return [{ input: { ...input, args }, line }]
  })
}

/** What stands there already, and not for a time that ends, keeps its source. */
function isRecorded({ state, supersededBy, validTo, relation, args, holds }: Fact, input: FactInput): boolean {
  const isNow = state === 'confirmed' && supersededBy === null && validTo === null && relation === input.relation
  return isNow && holds === (input.holds ?? 'yes') && args.every((arg, at) => arg === input.args[at])
}

/** Of the facts that the calculator could rest on. */
function onlyIndividual(
  { places }: CalculatorInput,
  at: number,
  inputs: readonly CalculatorInput[],
  facts: readonly Fact[],
): string | null {
  const wanted = places[at]
  if (wanted?.kind !== 'name' || !wanted.open) return null
  const names = facts.flatMap(({ relation, args }) => {
    const of = inputs.find((one) => one.relation === relation)?.places ?? []
    return args.filter((_, index) => {
      const place = of[index]
      return place?.kind === 'name' && place.type === wanted.type
    })
  })
  const [only, second] = new Set(names)
  return only !== undefined && second === undefined ? only : null
}
