import { aboutness, isNamedIn } from './aboutness.ts'
import { factsInText } from '../text/facts.ts'
import type { TextFact } from '../text/spans.ts'
import { isOfAnotherThing } from './is-of-another-thing.ts'
import { splitSentences } from '../text/sentences.ts'

/** A number or day that a rule concluded, or its range; `unit` as it is written, null for a bare number or a day. */
export type ComputedValue = {
  readonly kind: 'number' | 'date'
  readonly low: string
  readonly high: string
  readonly unit: string | null
}

/** What a rule concluded: what it is the value of, in the words with which one asks for it, and the values. */
export type ComputedQuantity = {
  readonly asks: readonly string[]
  /** Without these, such as the drug of a dose, a sentence is about something else. */
  readonly names: readonly string[]
  readonly values: readonly ComputedValue[]
}

/** So much of the words with which one asks for something must be in a sentence about it; with its unit, less. */
const ABOUT = 0.75
const ABOUT_WITH_UNIT = 0.5

/** What a sentence states for something that a rule computed: its numbers or days, and whether the rule's is among them. */
export type ValuesStated = { readonly values: readonly string[]; readonly agrees: boolean }

export function valuesStated(sentence: string, quantity: ComputedQuantity, question: string): ValuesStated {
  const stated = statedFor(sentence, quantity, question)
  const agrees = stated.some((fact) => quantity.values.some((value) => isWithin(fact, value)))
  return { values: stated.map(({ text }) => text), agrees }
}

/** Whether some sentence or line of these texts states one of `values` for the same thing. */
export function isStatedIn(
  texts: readonly string[],
  values: readonly string[],
  quantity: ComputedQuantity,
  question: string,
): boolean {
  const wanted = new Set(values.flatMap(factsInText).map(({ value }) => value))
  return texts
    .flatMap(partsOf)
    .some((part) => statedFor(part, quantity, question).some(({ value }) => wanted.has(value)))
}

/** All numbers or days that a text about the quantity gives for it. */
function statedFor(text: string, { asks, names, values }: ComputedQuantity, question: string): readonly TextFact[] {
  if (!names.every((name) => isNamedIn(text, name))) return []
  const about = aboutness(text, [...asks, question])
  const facts = factsInText(text).filter((fact) => isFree(fact, text))
  return facts.filter((fact) =>
    values.some(
      ({ kind, unit }) =>
        kind === fact.kind &&
        about >= (isInUnit(fact, unit, text) ? ABOUT_WITH_UNIT : ABOUT) &&
        !isOfAnotherThing(fact, facts, text, { asks, unit }),
    ),
  )
}

/** Not part of a name such as CHA2DS2-VASc, or of a unit such as mL/min/1.73 m². */
function isFree({ start, end }: TextFact, text: string): boolean {
  return !/\p{L}\/?$/u.test(text.slice(0, start)) && !/\p{L}/u.test(text.charAt(end))
}

/** "52 mL/min", and not "52 mL/min/1.73 m²". */
function isInUnit({ end }: TextFact, unit: string | null, text: string): boolean {
  const after = text.slice(end).trimStart()
  return unit !== null && after.startsWith(unit) && !/^[\p{L}/]/u.test(after.slice(unit.length))
}

/** A number may be said with fewer digits, rightly rounded; a day with its month alone. */
function isWithin(fact: TextFact, { kind, low, high }: ComputedValue): boolean {
  if (fact.kind !== kind) return false
  if (kind === 'date') return low.startsWith(fact.value) || (fact.value >= low && fact.value <= high)
  const half = 0.5 / 10 ** (/\.(\d+)$/.exec(fact.text)?.[1]?.length ?? 0)
  return Number(fact.value) >= Number(low) - half && Number(fact.value) <= Number(high) + half
}

/** Lines, such as those of tables, and sentences that go over several. */
function partsOf(text: string): readonly string[] {
  return [text, text.replaceAll(/\s*\n\s*/g, ' ')].flatMap((one) =>
    splitSentences(one).map(({ start, end }) => one.slice(start, end)),
  )
}
