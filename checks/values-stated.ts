import { contentWords } from './content-words.ts'
import { factsInText, type TextFact } from './facts-in-text.ts'
import { splitSentences } from './split-sentences.ts'

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
const STEM_CHARACTERS = 6
/** Words of questions that do not say what is asked for. */
const SAYS_LITTLE = new Set(
  'many much long date day time number score value amount level result get give given need take taken make still calculate compute tell show high good well'.split(
    ' ',
  ),
)

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

/** All numbers or days of a text that is about the quantity. */
function statedFor(text: string, { asks, names, values }: ComputedQuantity, question: string): readonly TextFact[] {
  if (names.some((name) => aboutness(text, [name]) < 1)) return []
  const about = aboutness(text, [...asks, question])
  return factsInText(text).filter((fact) =>
    values.some(
      ({ kind, unit }) =>
        kind === fact.kind && isFree(fact, text) && about >= (isInUnit(fact, unit, text) ? ABOUT_WITH_UNIT : ABOUT),
    ),
  )
}

/** The greatest share of the words of one of the phrases that stand in the text. */
function aboutness(text: string, phrases: readonly string[]): number {
  const words = new Set(stems(text))
  const shares = phrases.map((phrase) => {
    const wanted = [...new Set(stems(phrase))]
    return wanted.length === 0 ? 0 : wanted.filter((word) => words.has(word)).length / wanted.length
  })
  return Math.max(0, ...shares)
}

function stems(text: string): readonly string[] {
  return contentWords(text)
    .filter((word) => !SAYS_LITTLE.has(word))
    .map((word) => (/\d/.test(word) ? word : word.slice(0, STEM_CHARACTERS)))
}

/** Not part of a name such as CHA2DS2-VASc. */
function isFree({ start, end }: TextFact, text: string): boolean {
  return !/\p{L}/u.test(text.charAt(start - 1)) && !/\p{L}/u.test(text.charAt(end))
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
