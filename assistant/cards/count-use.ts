import type { Answer } from '../../contract/answer.ts'
import type { AppStore } from '../../store/app/app-store.ts'

/** Counts the cards that an answer was written with. */
export function countUse({ cards }: AppStore, { knowledge }: Pick<Answer, 'knowledge'>): void {
  for (const card of knowledge.cards) cards.count(card, 'retrieved')
}
