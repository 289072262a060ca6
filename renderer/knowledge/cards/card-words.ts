import type { Card, MistakeKind } from '../../../contract/knowledge/card.ts'
import { formatDate } from '../../../wording/format-time.ts'

export const MISTAKES: Readonly<Record<MistakeKind, string>> = {
  comprehension: 'misread',
  'missing-fact': 'a fact was missing',
  'wrong-rule': 'wrong rule',
  arithmetic: 'wrong sum',
  citation: 'wrong source',
  omission: 'something left out',
  overconfidence: 'too sure',
}

/** `notices, England`; empty for a card of every domain. */
export function scopeWords({ domain, jurisdiction }: Pick<Card, 'domain' | 'jurisdiction'>): string {
  return [domain, jurisdiction].filter(Boolean).join(', ')
}

/** What a card has done, as short as in the list. */
export function recordWords({ retrieved, helped, hurt }: Pick<Card, 'retrieved' | 'helped' | 'hurt'>): string {
  return retrieved + helped + hurt === 0 ? 'not used yet' : `+${helped} −${hurt}`
}

export function validWords({ validFrom, validTo }: Pick<Card, 'validFrom' | 'validTo'>): string {
  if (validFrom && validTo) return `Valid from ${formatDate(validFrom)} to ${formatDate(validTo)}.`
  if (validFrom) return `Valid from ${formatDate(validFrom)}.`
  return validTo ? `Valid to ${formatDate(validTo)}.` : ''
}

const ORIGINS: Readonly<Record<Card['origin']['kind'], string>> = {
  user: 'written by hand',
  correction: 'from a correction',
  evaluation: 'from an evaluation',
  opinion: 'from a second opinion',
  pack: 'from a file',
}

export function originWords({ origin: { kind, pack } }: Pick<Card, 'origin'>): string {
  return pack === null ? ORIGINS[kind] : `from the pack ${pack}`
}

/** The cards whose title, trigger or domain holds every word. */
export function findCards(cards: readonly Card[], words: string): readonly Card[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return cards.filter(({ title, trigger, domain, jurisdiction }) => {
    const text = [title, trigger, domain, jurisdiction].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
