import type { CheckedSource } from '../../../../checks/find-support.ts'
import { hasSamePolarity } from '../../../../checks/qualified-alike.ts'
import type { Lexicon } from '../../../../checks/quotes/harmless-slip.ts'
import { factsInText } from '../../../../text/text-facts.ts'
import { contentWords } from '../../../../text/words.ts'
import { addAmounts, amountsIn, sayAmount } from './stated-value.ts'
import { widenToSentence, type Item, type Lister, listLines, locateItem, type ToList } from './list-items.ts'

/** The model lists, code counts: told to count, it counts wrong, and nobody sees what. */
export const LISTING: Readonly<Record<TallyQuestion['kind'], string>> = {
  count: 'Do not count them. List each of them once, one a line, copied from the sources.',
  sum: 'Do not add. List each single amount with what it was for, one a line, copied from the sources.',
}

/** A list longer than that is not read through by a small model; it begins to repeat itself. */
const LINES_AT_MOST = 20

/** What code made of what the model listed: a sentence with its marks, and what it rests on. */
export type Tally = { readonly text: string; readonly items: readonly Item[] }

export type Tallying = Lister & { readonly sources: readonly CheckedSource[]; readonly lexicon: Lexicon }

/**
 * Lets the model list what is asked for, finds each thing in its source, and counts or adds what is distinct. Null where one of them
 * cannot be found there, the list may not be whole, an amount may have been paid twice, or a document states the number itself: then it is answered like any
 * other question.
 */
export async function tally(
  question: TallyQuestion,
  parts: readonly ToList[],
  tallying: Tallying,
  signal: AbortSignal,
): Promise<Tally | null> {
  const found: (readonly Item[])[] = []
  // The last part first: should it come to nothing, the first one, with which the draft begins, is still in the context.
  for (const part of parts.toReversed()) {
    const lines = await listLines(part, tallying, LINES_AT_MOST, signal)
    if (!lines || lines.length >= LINES_AT_MOST) return null
    const items = lines.flatMap((line) => locateItem(line, tallying.sources, tallying.lexicon) ?? [])
    if (items.length < lines.length) return null
    found.unshift(items)
  }
  const listed = found.flat()
  const items = distinctItems(listed)
  if (question.kind === 'sum' && listed.some((one) => !isOneOf(one, items, tallying.sources))) return null
  if (question.kind === 'sum' && items.some((item) => mayGoOff(widenToSentence(item, tallying.sources).quote)))
    return null
  const text = sayTally(question, items)
  return text === null ? null : { text, items }
}

const DEDUCTED =
  /\b(?:refund|reimburse|repay|repaid|rebate|discount|deduct|waive)\p{L}*|\bcredit(?! cards?\b)\p{L}*|\b(?:less|minus|CR)\b/iu

/** Whether an amount of a sentence may have to be taken off instead of added. */
function mayGoOff(sentence: string): boolean {
  return DEDUCTED.test(sentence) || amountsIn(sentence).some(({ isSure }) => !isSure)
}

/** Whether what was listed is surely one of these: it stands where that one does, and its words stand there once. */
function isOneOf(one: Item, items: readonly Item[], sources: readonly CheckedSource[]): boolean {
  if (items.includes(one)) return true
  const { text = '' } = sources.find(({ source }) => source === one.source) ?? {}
  return (
    text.indexOf(one.quote) === text.lastIndexOf(one.quote) &&
    items.some(({ source, start, end }) => source === one.source && start < one.end && one.start < end)
  )
}

/** What is to be counted, or added: `of` in the words of the question. */
type TallyQuestion = { readonly kind: 'count' | 'sum'; readonly of: string }

const COUNT =
  /\bhow many\s+(?<of>\S.*?)(?=(?<=\S)\s+(?:did|do|does|was|were|is|are|has|have|had|can|may|must|shall|will|in all)\b|[?,.]|$)/i

/** "The telephone number of the landlord" is no count. */
const NUMBER_OF =
  /\b(?:the|total|what) number of\s+(?!(?:the|this|that|an?|his|her|its|their)\b)(?<of>\S.*?)(?=(?<=\S)\s+(?:that|who|which|did|was|were|is|are|has|have|taken|made)\b|[?,.]|$)/i
const SUM =
  /\b(?:total|overall|combined) (?:amount|sum|cost|value|price|payments?|damages?)\b|\bsum of\b|\bhow much\b.*\b(?:in total|altogether|in all)\b/i

/** What is measured is stated, not counted. */
const MEASURED =
  /^(?:more |full |whole |working |business |calendar )*(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|times|per ?cent|percent|pounds?|dollars?|euros?|points?|units?|pages?|words?|people|persons?|kilo\w*|grams?|milli\w*|m[gl]|litres?|liters?|met(?:re|er)s?|miles?|tablets?)\b/i

/** Whether a question asks to count or to add, by its words. Null for one that asks for a number which is stated somewhere. */
export function tallyQuestion(question: string): TallyQuestion | null {
  if (SUM.test(question)) return { kind: 'sum', of: '' }
  const of = (COUNT.exec(question) ?? NUMBER_OF.exec(question))?.groups?.of?.trim() ?? ''
  return of === '' || MEASURED.test(of) ? null : { kind: 'count', of }
}

/** Fewer are not counted: of one thing a document says it itself. */
const FEWEST = 2
const IS_TOTAL = /\b(?:total(?:l?ing|s|led)?|altogether|in all|sum of|aggregate|combined)\b/i

/** A tally in one sentence with its marks, for people, and the same without; null where it cannot be trusted. */
export function sayTally({ kind, of }: TallyQuestion, items: readonly Item[]): string | null {
  if (items.length < FEWEST) return null
  return kind === 'count' ? sayCount(of, items) : saySum(items)
}

/** What was counted over is said with it: other passages may hold more. */
function sayCount(of: string, items: readonly Item[]): string | null {
  if (items.some(({ quote }) => statesNumber(quote, of))) return null
  return `${items.length} ${of} in the passages read: ${items.map((item) => `${item.text} [${item.source}]`).join('; ')}.`
}

function saySum(items: readonly Item[]): string | null {
  const parts = items.map((item) => ({ item, amounts: amountsIn(item.text) }))
  const amounts = parts.flatMap((part) => part.amounts)
  if (parts.some((part) => part.amounts.length !== 1 || IS_TOTAL.test(part.item.quote))) return null
  const named = parts.map(({ item }) => `${item.text} [${item.source}]`).join('; ')
  const sum = addAmounts(amounts)
  if (!sum) return `Not added, for the amounts in the passages read are in several currencies: ${named}.`
  return `${amounts.map(sayAmount).join(' + ')} = ${sayAmount(sum)} in the passages read: ${named}.`
}

/** "48 stakes": the document says how many there are, and the lines about them are something else. */
function statesNumber(quote: string, of: string): boolean {
  const wanted = new Set(contentWords(of))
  return factsInText(quote).some(({ kind, end }) => {
    const next = contentWords(quote.slice(end)).slice(0, 3)
    return kind === 'number' && next.some((word) => wanted.has(word))
  })
}

/**
 * Each thing once, in their order: what says no more than another one is the same thing, and the one that says more stays. What was
 * done and what was not are two.
 */
export function distinctItems(items: readonly Item[]): readonly Item[] {
  const all = items.map((item) => ({ item, words: new Set(contentWords(item.text)) }))
  return all
    .filter(({ item, words }, at) =>
      all.every(
        (other, place) =>
          place === at ||
          ![...words].every((word) => other.words.has(word)) ||
          !hasSamePolarity(item.text, other.item.text) ||
          (words.size === other.words.size && at < place),
      ),
    )
    .map(({ item }) => item)
}
