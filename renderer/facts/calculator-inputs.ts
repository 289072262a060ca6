import type { Fact, FactInput } from '../../contract/fact.ts'
import type { Calculator } from '../../contract/rule.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import { type DraftValue, draftOf, readDraft } from './draft-value.ts'
import { plainName } from './plain-name.ts'

export type CalculatorInput = Calculator['inputs'][number]

/** What has been entered for one input: an answer, or a value. */
export type Entered = { readonly holds: 'yes' | 'no' | 'unknown' } | { readonly draft: DraftValue }

/** What has been entered for a calculator, by the keys of its inputs. */
export type EnteredValues = Readonly<Record<string, Entered>>

/** The place that is asked for; null where the answer is yes or no. */
export function askedPlace({ args, places }: CalculatorInput) {
  const at = args.indexOf(null)
  return at < 0 ? null : (places[at] ?? null)
}

/** "Heart failure", "Weight": the name of a closed list that the input is about, else its relation. */
export function inputLabel({ relation, args, places }: CalculatorInput): string {
  const closed = places.flatMap((place, at) => {
    if (place.kind !== 'name' || place.open) return []
    return place.choices.find(({ name }) => name === args[at])?.label ?? []
  })
  return sentenceCase(closed.length > 0 ? closed.join(', ') : plainName(relation))
}

/** What has been entered, as facts; what is empty or cannot be read yet is left out, and is not known. */
export function enteredFacts(inputs: readonly CalculatorInput[], entered: EnteredValues): readonly FactInput[] {
  return inputs.flatMap((input): readonly FactInput[] => {
    const given = entered[input.key]
    if (!given) return []
    if ('holds' in given)
      return [{ relation: input.relation, args: input.args.map((arg) => arg ?? ''), holds: given.holds }]
    const place = askedPlace(input)
    const read = place ? readDraft(place, given.draft) : null
    if (!read || 'problem' in read) return []
    return [{ relation: input.relation, args: input.args.map((arg) => arg ?? read.value) }]
  })
}

/** Why an input cannot be read; null for one that can, and for an empty one. */
export function inputProblem(input: CalculatorInput, given: Entered | undefined): string | null {
  const place = askedPlace(input)
  if (!place || !given || 'holds' in given || given.draft.text.trim() === '') return null
  const read = readDraft(place, given.draft)
  return 'problem' in read ? read.problem : null
}

/** The inputs as the matter's confirmed facts have them. */
export function enteredFromFacts(inputs: readonly CalculatorInput[], facts: readonly Fact[]): EnteredValues {
  return Object.fromEntries(
    inputs.flatMap((input): readonly (readonly [string, Entered])[] => {
      const fact = factFor(input, facts)
      if (!fact) return []
      const place = askedPlace(input)
      if (!place) return [[input.key, { holds: fact.holds }]]
      const value = fact.args[input.args.indexOf(null)] ?? null
      return fact.holds === 'yes' ? [[input.key, { draft: draftOf(place, value) }]] : []
    }),
  )
}

/**
 * The one confirmed fact that answers an input. Names of open lists (which patient) need not be the calculator's own; several
 * facts that contradict each other answer nothing.
 */
function factFor({ relation, args, places }: CalculatorInput, facts: readonly Fact[]): Fact | null {
  const found = facts.filter(
    (fact) =>
      fact.relation === relation &&
      fact.state === 'confirmed' &&
      fact.supersededBy === null &&
      fact.unusable === null &&
      args.every((arg, at) => {
        const place = places[at]
        const isWhose = place?.kind === 'name' && place.open
        return arg === null || isWhose || fact.args[at] === arg
      }),
  )
  return found.length === 1 && found[0]?.conflicts.length === 0 ? found[0] : null
}
