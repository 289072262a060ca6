import type { Card, CardStatus } from '../../../contract/card.ts'
import type { Shape } from '../../parts/glyph.tsx'
import { StateMark, type Tone } from '../../parts/state-mark.tsx'

const MARKS: Readonly<Record<CardStatus, { readonly shape: Shape; readonly tone: Tone }>> = {
  draft: { shape: 'queued', tone: 'idle' },
  tested: { shape: 'partial', tone: 'info' },
  approved: { shape: 'ready', tone: 'ok' },
  retired: { shape: 'none', tone: 'idle' },
}

/** Where a card is in its life: only an approved one is used. */
export function CardStatusMark({ card: { status, sentBack } }: { readonly card: Pick<Card, 'status' | 'sentBack'> }) {
  if (sentBack)
    return (
      <StateMark shape="caution" tone="warn">
        hurt, back to draft
      </StateMark>
    )
  return <StateMark {...MARKS[status]}>{status}</StateMark>
}
