import type { Card, CardText } from '../../../contract/knowledge/card.ts'

/** Who wrote the parts that are being edited, where it was not the user. */
export type WrittenBy = { readonly teacher: string; readonly promptVersion: string }

/** What was typed of one version of a card. */
export type Held = Pick<Card, 'version' | 'sha256'> & {
  readonly text: CardText
  readonly writtenBy: WrittenBy | null
}

/** By the card, so that no card takes the place of another. */
export type HeldTexts = Readonly<Record<string, Held>>

export type Parts = Pick<CardText, 'summary' | 'knowledge'>

/** Null where nothing was typed, or another version was saved since. */
export function heldOf(all: HeldTexts, { card, sha256 }: Card): Held | null {
  const held = all[card]
  return held?.sha256 === sha256 ? held : null
}

export function holdText(all: HeldTexts, card: Card, text: CardText): HeldTexts {
  const writtenBy = heldOf(all, card)?.writtenBy ?? null
  return put(all, card, { text, writtenBy })
}

export function forgetText(all: HeldTexts, { card }: Card): HeldTexts {
  return Object.fromEntries(Object.entries(all).filter(([held]) => held !== card))
}

/**
 * With the parts that a model wrote, minutes after it was asked to: in the place of those that stood there then (`before`), and below
 * what was typed since. Where another version is being edited by now it is left alone.
 */
export function holdParts(
  all: HeldTexts,
  card: Card,
  { before, parts, by }: { readonly before: CardText; readonly parts: Parts; readonly by: WrittenBy },
): HeldTexts {
  if ((all[card.card]?.version ?? 0) > card.version) return all
  const now = heldOf(all, card)?.text ?? before
  const isSame = JSON.stringify(now.knowledge) === JSON.stringify(before.knowledge)
  const text = {
    ...now,
    summary: now.summary === before.summary ? parts.summary : `${now.summary}\n\n${parts.summary}`.trim(),
    knowledge: isSame ? parts.knowledge : [...now.knowledge, ...parts.knowledge],
  }
  return put(all, card, { text, writtenBy: by })
}

function put(all: HeldTexts, { card, version, sha256 }: Card, held: Pick<Held, 'text' | 'writtenBy'>): HeldTexts {
  return { ...all, [card]: { version, sha256, ...held } }
}
