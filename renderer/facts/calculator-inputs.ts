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

/** "Heart failure", "Weight", "Starts on (the Civil Procedure Rules)": what is asked, with the name of a closed list that it is about. */
export function inputLabel({ relation, args, places }: CalculatorInput): string {
  const closed = places.flatMap((place, at) => {
    if (place.kind !== 'name' || place.open) return []
    return place.choices.find(({ name }) => name === args[at])?.label ?? []
  })
  if (closed.length === 0) return sentenceCase(plainName(relation))
  // Two inputs about one name would otherwise read alike.
  return sentenceCase(args.includes(null) ? `${plainName(relation)} (${closed.join(', ')})` : closed.join(', '))
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

export type InputAsFact = {
  readonly input: FactInput
  /** The line of the form that it belongs to. */
  readonly line: { readonly relation: CalculatorInput; readonly args: readonly (string | null)[] }
}

/** What was entered and is not recorded yet, about whom the matter's facts are; where these name several or nobody it goes by its type. */
export function inputsAsFacts(
  inputs: readonly CalculatorInput[],
  entered: readonly FactInput[],
  facts: readonly Fact[],
): readonly InputAsFact[] {
  const whom = (relation: CalculatorInput, at: number) => onlyIndividual(relation, at, inputs, facts)
  return entered.flatMap((input): readonly InputAsFact[] => {
    const relation = inputs.find(
      (one) => one.relation === input.relation && one.args.every((arg, at) => arg === null || arg === input.args[at]),
    )
    if (!relation) return []
    const args = input.args.map((arg, at) => whom(relation, at) ?? arg)
    if (facts.some((fact) => isRecorded(fact, { ...input, args }))) return []
    const line = { relation, args: args.map((arg, at) => (relation.args[at] === null ? null : arg)) }
    return [{ input: { ...input, args }, line }]
  })
}

/** What stands there already keeps its source. */
function isRecorded({ state, supersededBy, relation, args, holds }: Fact, input: FactInput): boolean {
  const isNow = state === 'confirmed' && supersededBy === null && relation === input.relation
  return isNow && holds === (input.holds ?? 'yes') && args.every((arg, at) => arg === input.args[at])
}

/** Of the confirmed facts that the calculator could rest on. */
function onlyIndividual(
  { places }: CalculatorInput,
  at: number,
  inputs: readonly CalculatorInput[],
  facts: readonly Fact[],
): string | null {
  const wanted = places[at]
  if (wanted?.kind !== 'name' || !wanted.open) return null
  const names = facts
    .filter(({ state }) => state === 'confirmed')
    .flatMap(({ relation, args }) => {
      const of = inputs.find((one) => one.relation === relation)?.places ?? []
      return args.filter((_, index) => {
        const place = of[index]
        return place?.kind === 'name' && place.type === wanted.type
      })
    })
  const [only, second] = new Set(names)
  return only !== undefined && second === undefined ? only : null
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
