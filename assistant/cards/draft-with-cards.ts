import type { CardSource } from '../../contract/card.ts'
import type { GenerateResult, Turn } from '../../models/language-model.ts'
import { type DraftOptions, draftAnswer, draftTurns } from '../answers/draft-answer.ts'
import { cardBlock } from './card-block.ts'
import { measureDraft } from './measure-draft.ts'

/** Cards that fit a question; `isGated`: only for a model that is unsure of its answer. */
export type OfferedCard = { readonly source: CardSource; readonly isGated: boolean }
export type OfferedCards = { readonly cards: readonly OfferedCard[]; readonly threshold: number }

/** What became of them. */
export type KnowledgeUse = {
  readonly gate: 'off' | 'used' | 'skipped'
  readonly margin: number | null
  readonly sources: readonly CardSource[]
}

export const NO_KNOWLEDGE: KnowledgeUse = { gate: 'off', margin: null, sources: [] }

/** With all calls of the model counted. */
export type Drafted = GenerateResult & { readonly calls: number }

/**
 * Streams the draft of an answer, after a first step that says which cards it is written with. The margin is that of the draft's
 * own first tokens, which are withheld until it is decided: a model that is sure loses nothing, and one that is not begins anew
 * with the card. Fails open: where nothing can be measured, the card is used.
 */
export async function* draftWithCards(
  draft: DraftOptions,
  turns: readonly Turn[],
  { cards, threshold }: OfferedCards,
  signal: AbortSignal,
): AsyncGenerator<string | KnowledgeUse, Drafted, void> {
  const always = cards.filter(({ isGated }) => !isGated).map(({ source }) => source)
  const all = cards.map(({ source }) => source)
  const plain = always.length === 0 ? { draft, turns } : await withCards(draft, always)
  // What rules have settled already is only added to, and there nothing is to be measured.
  if (always.length === all.length || draft.begun !== '') {
    if (all.length > 0) yield { gate: 'off', margin: null, sources: always }
    return { ...(yield* draftAnswer(plain.draft, plain.turns, signal)), calls: 1 }
  }
  const measured = measureDraft(draft.model)
  const texts = draftAnswer({ ...plain.draft, model: measured.model }, plain.turns, signal)
  const { withheld, end } = await begin(texts, measured.isComplete)
  const margin = measured.margin()
  if (margin !== null && margin >= threshold) {
    yield { gate: 'skipped', margin, sources: always }
    yield* withheld
    return { ...(end ?? (yield* texts)), calls: 1 }
  }
  await measured.stop()
  yield { gate: 'used', margin, sources: all }
  const promptTokens = end?.promptTokens ?? (await draft.model.countTokens(plain.turns))
  const anew = await withCards(draft, all)
  const result = yield* draftAnswer(anew.draft, anew.turns, signal)
  return {
    ...result,
    promptTokens: result.promptTokens + promptTokens,
    generatedTokens: result.generatedTokens + measured.tokens(),
    calls: 2,
  }
}

async function begin(texts: AsyncGenerator<string, GenerateResult, void>, isComplete: () => boolean) {
  const withheld: string[] = []
  while (!isComplete()) {
    const next = await texts.next()
    if (next.done) return { withheld, end: next.value }
    withheld.push(next.value)
  }
  return { withheld, end: null }
}

async function withCards(draft: DraftOptions, cards: readonly CardSource[]) {
  const anew = { ...draft, knowledge: cardBlock(cards) }
  return { draft: anew, turns: await draftTurns(anew) }
}
