import type { LedgerKind } from '../../contract/ledger.ts'
import type { Answer } from '../../contract/answers/answer.ts'
import { Card, CardScope, CardText } from '../../contract/knowledge/card.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { readableRow, readableRows } from '../home/readable-rows.ts'
import { sha256 } from '../home/sha256.ts'
import { message } from '../../wording/message.ts'

/** A card as it is kept; its counts are kept by the store. */
export type CardRecord = Omit<Card, 'retrieved' | 'helped' | 'hurt'>

export function cardRows(app: AppStore): readonly Card[] {
  return [...readableRows(Card, app.cards.list())]
}

/** Those that may be used. */
export function approvedCards(app: AppStore): readonly Card[] {
  return [...readableRows(Card, app.cards.approved())]
}

/** Throws `NOT_FOUND`. */
export function cardRow(app: AppStore, card: string): Card {
  return readableRow(Card, app.cards.get(card), message('failures.store.theLesson'))
}

/** Keeps it and writes the ledger, which gets its id and the hash of its text. */
export function keepCard(app: AppStore, record: CardRecord, kind: Extract<LedgerKind, `card-${string}`>): Card {
  app.cards.save(record)
  app.ledger.append(kind, { card: record.card, version: record.version, sha256: record.sha256 })
  return cardRow(app, record.card)
}

/** Of what people write of it, which alone decides what it does. */
export function textHash(text: CardText): string {
  const { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo } = text
  const items = knowledge.map((item) => [item.text, item.source])
  const parts = [title, summary, items, trigger, domain, jurisdiction, mistake, always, validFrom, validTo]
  return sha256(JSON.stringify(parts))
}

/** The part of a card that people write. */
export function textOf(card: CardText): CardText {
  return CardText.parse(card)
}

/** Counts the cards that an answer was written with. */
export function countUse({ cards }: AppStore, { knowledge }: Pick<Answer, 'knowledge'>): void {
  for (const card of knowledge.cards) cards.count(card, 'retrieved')
}

const KEY = 'cardScope'
const EVERYTHING: CardScope = { domains: null, jurisdictions: null }

/** Which cards a matter can get; all until a person narrows it. */
export function cardScope(settings: JsonSettings): CardScope {
  return CardScope.safeParse(settings.get(KEY)).data ?? EVERYTHING
}

export function keepCardScope(settings: JsonSettings, scope: CardScope): void {
  settings.set(KEY, scope)
}
