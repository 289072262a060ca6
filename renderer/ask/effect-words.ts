import type { CardStatus } from '../../contract/card.ts'

/** What was counted of a card; `status`: how the card stands after it, null where that was not asked. */
export function effectWords(effect: 'helped' | 'hurt', status: CardStatus | null): string {
  if (effect === 'helped') return 'Counted: it helped.'
  if (status === 'draft') return 'Counted: it hurt. The card is a draft and not used.'
  if (status === 'retired') return 'Counted: it hurt. The card was retired before.'
  if (status === null) return 'Counted: it hurt.'
  return 'Counted: it hurt. The card was written anew since and stays as it is.'
}
