import { useState } from 'react'
import type { Card, CardText } from '../../../contract/card.ts'

/** Who wrote the parts that are being edited, where it was not the user. */
export type WrittenBy = { readonly teacher: string; readonly promptVersion: string }

/** A card as it is edited; what was typed belongs to one version of one card. */
export type CardWork = {
  readonly card: Card
  readonly text: CardText
  readonly isEditing: boolean
  readonly isChanged: boolean
  readonly writtenBy: WrittenBy | null
  edit(text: CardText): void
  /** Parts that a model wrote, to be read and changed. */
  take(parts: Pick<CardText, 'summary' | 'knowledge'>, by: WrittenBy): void
  begin(): void
  forget(): void
}

type Held = { readonly of: string; readonly text: CardText; readonly writtenBy: WrittenBy | null }

/** A draft whose parts are still to be written opens in its form. */
export function useCardWork(card: Card | null): CardWork | null {
  const [held, setHeld] = useState<Held | null>(null)
  if (!card) return null
  const of = `${card.card} ${card.sha256}`
  const saved = textOf(card)
  const isBlank = card.status === 'draft' && card.summary === ''
  const mine = held?.of === of ? held : null
  const text = mine?.text ?? saved
  const hold = (changed: CardText, writtenBy = mine?.writtenBy ?? null) => setHeld({ of, text: changed, writtenBy })
  return {
    card,
    text,
    isEditing: mine !== null || isBlank,
    isChanged: mine !== null && JSON.stringify(mine.text) !== JSON.stringify(saved),
    writtenBy: mine?.writtenBy ?? null,
    edit: (changed) => hold(changed),
    take: (parts, by) => hold({ ...text, ...parts }, by),
    begin: () => hold(saved),
    forget: () => setHeld(null),
  }
}

function textOf(card: Card): CardText {
  const { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo } = card
  return { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo }
}
