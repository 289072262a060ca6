import { contentWords } from '../../../text/words.ts'
import { factsInText } from '../../../text/text-facts.ts'
import { addAmounts, amountsIn, sayAmount } from './amounts.ts'
import type { Item } from './locate-item.ts'
import type { TallyQuestion } from './tally-question.ts'

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
