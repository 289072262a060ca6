import type { CheckedSource } from '../../../checks/find-support.ts'
import type { Lexicon } from '../../../checks/quotes/harmless-slip.ts'
import type { GenerateResult, LanguageModel, Turn } from '../../../models/language-model.ts'
import { distinctItems } from './distinct-items.ts'
import { listGrammar, readList } from './list-grammar.ts'
import { type Item, locateItem } from './locate-item.ts'
import { sayTally } from './say-tally.ts'
import type { TallyQuestion } from './tally-question.ts'

/** The model lists, code counts: told to count, it counts wrong, and nobody sees what. */
export const LISTING: Readonly<Record<TallyQuestion['kind'], string>> = {
  count: 'Do not count them. List each one once, one a line, in the words of the sources.',
  sum: 'Do not add. List each single amount with what it was for, one a line, in the words of the sources.',
}

const LIST_TOKENS = 300

export type Tally = { readonly text: string; readonly items: readonly Item[] }

export type Listing = {
  readonly model: LanguageModel
  readonly question: TallyQuestion
  /** One for each part of what is to be read, with the marks of the sources that are shown. */
  readonly parts: readonly { readonly turns: readonly Turn[]; readonly marks: readonly string[] }[]
  readonly sources: readonly CheckedSource[]
  readonly lexicon: Lexicon
  readonly seed: number
  readonly onCall: (result: GenerateResult) => void
}

/**
 * Lets the model list what is asked for, finds each thing in its source, and counts or adds what is distinct. Null where one of them
 * cannot be found there, or a document states the number itself: then it is answered like any other question.
 */
export async function tally(listing: Listing, signal: AbortSignal): Promise<Tally | null> {
  const { question, sources, lexicon } = listing
  const found: (readonly Item[])[] = []
  // The last part first: should it come to nothing, the first one, with which the draft begins, is still in the context.
  for (const part of listing.parts.toReversed()) {
    const lines = readList(await listed(part, listing, signal))
    const items = lines.flatMap((line) => locateItem(line, sources, lexicon) ?? [])
    if (items.length < lines.length) return null
    found.unshift(items)
  }
  const items = distinctItems(found.flat())
  const text = sayTally(question, items)
  return text === null ? null : { text, items }
}

async function listed(
  { turns, marks }: Listing['parts'][number],
  { model, seed, onCall }: Listing,
  signal: AbortSignal,
): Promise<string> {
  const items = model.generate({ turns, maxTokens: LIST_TOKENS, seed, grammar: listGrammar(marks) }, signal)
  let text = ''
  for (let next = await items.next(); ; next = await items.next()) {
    if (next.done) {
      onCall(next.value)
      return text
    }
    text += next.value.text
  }
}
