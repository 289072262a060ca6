import type { Fact } from '../../contract/fact.ts'
import type { Calculator, CalculatorSuggestion } from '../../contract/rule.ts'

type Input = Calculator['inputs'][number]
type KnownInput = CalculatorSuggestion['given'][number]

/**
 * The inputs of a calculator that confirmed facts answer. Whom they are about goes by the name of the type, as in the calculator;
 * where facts of several people answer an input, or contradict each other, it stays open.
 */
export function knownInputs({ inputs }: Calculator, facts: readonly Fact[]): KnownInput[] {
  return inputs.flatMap((input): readonly KnownInput[] => {
    const [fact, ...others] = facts.filter((one) => answers(one, input))
    if (!fact || others.length > 0 || fact.conflicts.length > 0) return []
    const { relation, holds, at, validFrom, validTo, id, sentence } = fact
    const args = input.args.map((arg, place) => arg ?? fact.args[place] ?? '')
    return [{ key: input.key, input: { relation, args, holds, at, validFrom, validTo }, fact: id, sentence }]
  })
}

function answers(fact: Fact, { relation, args, places }: Input): boolean {
  if (fact.relation !== relation || fact.state !== 'confirmed') return false
  if (fact.supersededBy !== null || fact.unusable !== null) return false
  // What is asked for is the value, which only a fact that holds has.
  if (args.includes(null) && fact.holds !== 'yes') return false
  return args.every((arg, at) => {
    const place = places[at]
    const isWhose = place?.kind === 'name' && place.open
    return arg === null || isWhose || fact.args[at] === arg
  })
}
