import type { CardSource } from '../../../contract/card.ts'
import type { Turn } from '../../../models/language-model.ts'
import type { Drafted, KnowledgeUse } from '../answer-progress.ts'
import { type DraftOptions, draftAnswer, draftTurns } from '../draft-answer.ts'
import { measureMargin } from '../../confidence/measure-margin.ts'
import { cardBlock } from '../../cards/card-block.ts'

/** Cards that fit a question; `isGated`: only for a model that is unsure of its answer. */
export type OfferedCard = { readonly source: CardSource; readonly isGated: boolean }
export type OfferedCards = { readonly cards: readonly OfferedCard[]; readonly threshold: number }

/**
 * Streams the draft of an answer, after a first step that says which cards it is written with. The margin is measured before, as
 * it is for every answer, so that a threshold that was set on answers means the same here; under the grammar of the draft the same
 * sixteen tokens cost six times as much. Fails open: where nothing can be measured, the card is used.
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
  const margin = await measureMargin(draft.model, plain.turns, signal)
  if (margin !== null && margin >= threshold) {
    yield { gate: 'skipped', margin, sources: always }
    return { ...(yield* draftAnswer(plain.draft, plain.turns, signal)), calls: 1 }
  }
  yield { gate: 'used', margin, sources: all }
  const anew = await withCards(draft, all)
  const result = yield* draftAnswer(anew.draft, anew.turns, signal)
  // What the margin was measured on has been read beside it; where there is no card it is the beginning of the draft itself.
  const promptTokens = await draft.model.countTokens(plain.turns)
  return { ...result, promptTokens: result.promptTokens + promptTokens, calls: 2 }
}

async function withCards(draft: DraftOptions, cards: readonly CardSource[]) {
  const anew = { ...draft, knowledge: cardBlock(cards) }
  return { draft: anew, turns: await draftTurns(anew) }
}
