import { useState } from 'react'
import type { Card } from '../../../contract/card.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useShell } from '../../state/shell-context.ts'
import { type CardWork, useCardWork } from './use-card-work.ts'

/** The card that is shown, or none. */
export type ShownCard = {
  readonly card: Card | null
  readonly work: CardWork | null
  /** The record as a sheet, where the window is narrow. */
  readonly isSheet: boolean
  show(card: string | null): void
  openSheet(isOpen: boolean): void
}

export function useShownCard(cards: readonly Card[]): ShownCard {
  const { place, go } = useNavigation()
  const { settings } = useShell()
  const [isSheet, openSheet] = useState(false)
  useKeys({ Escape: () => openSheet(false) }, settings.singleKeys)
  const card = cards.find((one) => one.card === place.card) ?? null
  return {
    card,
    work: useCardWork(card),
    isSheet: isSheet && card !== null,
    show: (to) => go({ card: to }),
    openSheet,
  }
}
