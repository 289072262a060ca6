import { sentenceCase } from '../../../../wording/phrases.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import { widenToSentence, type Item, listLines, locateItem, type ToList } from './list-items.ts'
import { hasUnsureFigure, type StatedValue, statedValue } from './stated-value.ts'
import type { Tally, Tallying } from './tally.ts'

const MEASURES: Readonly<Record<ComparisonQuestion['measure'], string>> = {
  day: 'whole date',
  length: 'length of time',
  amount: 'number with its unit',
}

/** Asked which is more, small models name one without looking at both. */
export function valueNote({ measure }: ComparisonQuestion, name: string): string {
  return `Do not compare. For ${name} alone, copy the ${MEASURES[measure]} that is asked for from the sources, and nothing else.`
}

type Named = { readonly name: string; readonly value: StatedValue; readonly item: Item }

/**
 * Lets the model copy the value of each of two, finds it in a document that speaks of the one and not of the other, and compares by
 * code. Null where one has no such value there, or they are in units that cannot be compared.
 */
export async function compareTwo(
  question: ComparisonQuestion,
  toList: (name: string) => Promise<ToList>,
  passages: readonly PassageSource[],
  tallying: Tallying,
  signal: AbortSignal,
): Promise<Tally | null> {
  const named: Named[] = []
  for (const name of [question.one, question.other]) {
    const [line] = (await listLines(await toList(name), tallying, 1, signal)) ?? []
    const item = line ? locateItem(line, tallying.sources, tallying.lexicon) : null
    const value = line ? statedValue(line.text, question.measure) : null
    if (!item || !value || !speaksOf(name, item, question, passages)) return null
    const around = widenToSentence(item, passages)
    // What was copied may lack the sign before it.
    if (hasUnsureFigure(around.quote, question.measure)) return null
    named.push({ name, value, item: around })
  }
  const [one, other] = named
  if (!one || !other || one.value.unit !== other.value.unit) return null
  return { text: sayComparison(question, one, other), items: [one.item, other.item] }
}

function sayComparison({ word, wanted }: ComparisonQuestion, one: Named, other: Named): string {
  const said = ({ name, value, item }: Named) => `${name}, ${value.said} [${item.source}]`
  if (one.value.rank === other.value.rank) return `The same for both: ${said(one)}; ${said(other)}.`
  const isLess = one.value.rank < other.value.rank
  const [first, last] = isLess === (wanted === 'least') ? [one, other] : [other, one]
  return `${sentenceCase(word)}: ${said(first)}; the other: ${said(last)}.`
}

/** The document names this one; where it names the other too, the very sentence must name this one alone. */
function speaksOf(
  name: string,
  item: Item,
  { one, other }: ComparisonQuestion,
  passages: readonly PassageSource[],
): boolean {
  const rival = name === one ? other : one
  const { documentId } = passages.find(({ source }) => source === item.source) ?? {}
  const own = passages.filter((passage) => passage.documentId === documentId)
  const text = own.map((passage) => `${passage.document} ${passage.text}`).join('\n')
  if (!hasName(text, name)) return false
  const { quote } = widenToSentence(item, passages)
  return !hasName(text, rival) || (hasName(quote, name) && !hasName(quote, rival))
}

/** As words of its own: "Ann" is not in "annual". */
export function hasName(text: string, name: string): boolean {
  const [all, wanted] = [text, name].map(
    (one) =>
      ` ${
        one
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(' ') ?? ''
      } `,
  )
  return all?.includes(wanted ?? '') ?? false
}
