import { useState } from 'react'
import type { Card, CardText, Correction, TestingEvent } from '../../../contract/knowledge/card.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useShell } from '../../state/shell-context.ts'
import { type Action, useAction } from '../../state/use-action.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'

/** The card that is shown, or none. */
export type ShownCard = {
  /** Null: none. */
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
    work: useCardWork(card, useCorrectionOf(card)),
    isSheet: isSheet && card !== null,
    show: (to) => go({ card: to }),
    openSheet,
  }
}

/** A card as it is edited; what was typed belongs to one version of one card. */
export type CardWork = {
  readonly card: Card
  readonly text: CardText
  /** What it came of; null where it came of none that is still there. */
  readonly correction: Correction | null
  readonly isEditing: boolean
  readonly isChanged: boolean
  readonly writtenBy: WrittenBy | null
  edit(text: CardText): void
  /** Parts that a model wrote, to be read and changed; what was typed since it was asked stays. */
  take(parts: Parts, by: WrittenBy): void
  begin(): void
  forget(): void
}

/** The correction that a card came of, from its matter, where both are still there. */
function useCorrectionOf(card: Card | null): Correction | null {
  const { matters } = useShell()
  const { matter: from = null, correction = null } = card?.origin ?? {}
  const matter = correction !== null && matters.some(({ id }) => id === from) ? from : null
  const { value } = useLoaded((of) => of.card.corrections, matter === null ? null : { matter })
  return value?.find(({ correctionId }) => correctionId === correction) ?? null
}

/** A draft whose parts are still to be written opens in its form, with what a person wrote in the correction. */
function useCardWork(card: Card | null, correction: Correction | null): CardWork | null {
  const [held, setHeld] = useState<HeldTexts>({})
  if (!card) return null
  const saved = textOf(card)
  const isBlank = card.status === 'draft' && card.summary === ''
  const mine = heldOf(held, card)
  const begun = isBlank && correction?.from === 'user' ? { ...saved, summary: correction.expected } : saved
  const text = mine?.text ?? begun
  return {
    card,
    text,
    correction,
    isEditing: mine !== null || isBlank,
    isChanged: JSON.stringify(text) !== JSON.stringify(saved),
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

type TestedAnswer = Extract<TestingEvent, { type: 'testing-answer' }>

/** A test of a card under way, and what the model wrote in it. */
export type Testing = {
  readonly card: string | null
  readonly action: Action
  readonly done: number
  readonly of: number
  readonly answers: readonly TestedAnswer[]
  run(card: string): void
}

const NOTHING = { card: null, done: 0, of: 0, answers: [] } as const

export function useTesting(): Testing {
  const client = useClient()
  const action = useAction()
  const [state, setState] = useState<Pick<Testing, 'card' | 'done' | 'of' | 'answers'>>(NOTHING)
  const follow = async (card: string) => {
    setState({ ...NOTHING, card })
    for await (const event of await client.card.test({ card })) {
      if (event.type === 'testing-progress') setState((now) => ({ ...now, done: event.done, of: event.of }))
      if (event.type === 'testing-answer') setState((now) => ({ ...now, answers: [...now.answers, event] }))
    }
  }
  return {
    ...state,
    action,
    run: (card) => void action.run(() => follow(card), t('knowledge.steps.testKept')),
  }
}

/** All cards, newest first. */
export function useCards(): Loaded<readonly Card[]> {
  return useLoaded((of) => of.card.list, undefined)
}

/** Who wrote the parts that are being edited, where it was not the user. */
type WrittenBy = { readonly teacher: string; readonly promptVersion: string }

/** What was typed of one version of a card. */
type Held = Pick<Card, 'version' | 'sha256'> & {
  readonly text: CardText
  readonly writtenBy: WrittenBy | null
}

/** By the card, so that no card takes the place of another. */
type HeldTexts = Readonly<Record<string, Held>>

type Parts = Pick<CardText, 'summary' | 'knowledge'>

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
