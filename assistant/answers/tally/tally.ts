import type { CheckedSource } from '../../../checks/find-support.ts'
import type { Lexicon } from '../../../checks/quotes/harmless-slip.ts'
import { amountsIn } from './amounts.ts'
import { distinctItems } from './distinct-items.ts'
import { inItsSentence } from './in-its-sentence.ts'
import { type Lister, listLines, type ToList } from './list-lines.ts'
import { type Item, locateItem } from './locate-item.ts'
import { sayTally } from './say-tally.ts'
import type { TallyQuestion } from './tally-question.ts'

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
  if (question.kind === 'sum' && items.some((item) => mayGoOff(inItsSentence(item, tallying.sources).quote)))
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
