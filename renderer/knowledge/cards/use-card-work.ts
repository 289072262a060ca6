import { useState } from 'react'
import type { Card, CardText } from '../../../contract/card.ts'
import { forgetText, heldOf, type HeldTexts, holdParts, holdText, type Parts, type WrittenBy } from './held-texts.ts'

/** A card as it is edited; what was typed belongs to one version of one card. */
export type CardWork = {
  readonly card: Card
  readonly text: CardText
  readonly isEditing: boolean
  readonly isChanged: boolean
  readonly writtenBy: WrittenBy | null
  edit(text: CardText): void
  /** Parts that a model wrote, to be read and changed; what was typed since it was asked stays. */
  take(parts: Parts, by: WrittenBy): void
  begin(): void
  forget(): void
}

/** A draft whose parts are still to be written opens in its form. */
export function useCardWork(card: Card | null): CardWork | null {
  const [held, setHeld] = useState<HeldTexts>({})
  if (!card) return null
  const saved = textOf(card)
  const isBlank = card.status === 'draft' && card.summary === ''
  const mine = heldOf(held, card)
  const text = mine?.text ?? saved
  return {
    card,
    text,
    isEditing: mine !== null || isBlank,
    isChanged: mine !== null && JSON.stringify(mine.text) !== JSON.stringify(saved),
    writtenBy: mine?.writtenBy ?? null,
    edit: (changed) => setHeld((all) => holdText(all, card, changed)),
    take: (parts, by) => setHeld((all) => holdParts(all, card, { before: text, parts, by })),
    begin: () => setHeld((all) => holdText(all, card, saved)),
    forget: () => setHeld((all) => forgetText(all, card)),
  }
}

function textOf(card: Card): CardText {
  const { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo } = card
  return { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo }
}
