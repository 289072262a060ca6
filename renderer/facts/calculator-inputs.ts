import type { FactInput } from '../../contract/fact.ts'
import { askedPlace, type CalculatorInput } from '../../contract/calculator-input.ts'
import type { KnownInputs } from '../../contract/rule.ts'
import { type DraftValue, draftOf, readDraft } from './draft-value.ts'

/** What the matter knows of an input, with its dates; null: it was typed. */
type Known = KnownInputs['given'][number] | null

/** One value of an input. It stands for the fact that it was filled in from until it is changed. */
export type EnteredValue = { readonly draft: DraftValue; readonly known: Known }

/** What has been entered for one input: an answer, or its values. */
export type Entered =
  | { readonly holds: 'yes' | 'no' | 'unknown'; readonly known: Known }
  | { readonly values: readonly EnteredValue[] }

/** What has been entered for a calculator, by the keys of its inputs. */
export type EnteredValues = Readonly<Record<string, Entered>>

/** What the matter knows, as entered. */
export function knownValues(inputs: readonly CalculatorInput[], given: KnownInputs['given']): EnteredValues {
  return Object.fromEntries(
    inputs.flatMap((input): readonly (readonly [string, Entered])[] => {
      const known = given.filter(
        ({ key, input: { args } }) =>
          key === input.key && input.args.every((arg, at) => arg === null || arg === args[at]),
      )
      const [first] = known
      if (!first) return []
      const place = askedPlace(input)
      if (!place) return [[input.key, { holds: first.input.holds, known: first }]]
      const at = input.args.indexOf(null)
      return [
        [
          input.key,
          { values: known.map((one) => ({ draft: draftOf(place, one.input.args[at] ?? null), known: one })) },
        ],
      ]
    }),
  )
}

/** Of what has been entered, what was typed: without what was filled in from facts. */
export function typedValues(entered: EnteredValues): EnteredValues {
  return Object.fromEntries(
    Object.entries(entered).flatMap(([key, given]): readonly (readonly [string, Entered])[] => {
      if ('holds' in given) return given.known === null ? [[key, given]] : []
      const values = given.values.filter(({ known }) => known === null)
      return values.length === 0 ? [] : [[key, { values }]]
    }),
  )
}

/** What has been entered, as facts; what is empty or cannot be read is left out, and is not known. */
export function enteredFacts(inputs: readonly CalculatorInput[], entered: EnteredValues): readonly FactInput[] {
  return inputs.flatMap((input) => {
    const given = entered[input.key]
    const known = given ? knownIn(given).map((one) => one.input) : []
    return [...known, ...typedOf(input, given)]
  })
}

/** Of what has been entered, what no fact of the matter says already. */
export function typedFacts(inputs: readonly CalculatorInput[], entered: EnteredValues): readonly FactInput[] {
  return inputs.flatMap((input) => typedOf(input, entered[input.key]))
}

/** The ids of the facts from which it was filled in. */
export function factsFilledIn(entered: EnteredValues): ReadonlySet<string> {
  return new Set(Object.values(entered).flatMap((given) => knownIn(given).map(({ fact }) => fact)))
}

/** Why an input cannot be read; null for one that can, and for an empty one. */
export function inputProblem(input: CalculatorInput, given: Entered | undefined): string | null {
  const place = askedPlace(input)
  if (!place || !given || 'holds' in given) return null
  for (const { draft, known } of given.values) {
    const read = known === null && draft.text.trim() !== '' ? readDraft(place, draft) : null
    if (read && 'problem' in read) return read.problem
  }
  return null
}

function knownIn(given: Entered): readonly NonNullable<Known>[] {
  return ('values' in given ? given.values : [given]).flatMap(({ known }) => known ?? [])
}

function typedOf(input: CalculatorInput, given: Entered | undefined): readonly FactInput[] {
  const { relation, args } = input
  if (!given) return []
  if ('holds' in given) return given.known ? [] : [{ relation, args: args.map((arg) => arg ?? ''), holds: given.holds }]
  const place = askedPlace(input)
  if (!place) return []
  return given.values.flatMap(({ draft, known }) => {
    const read = known === null ? readDraft(place, draft) : null
    return !read || 'problem' in read ? [] : [{ relation, args: args.map((arg) => arg ?? read.value) }]
  })
}
