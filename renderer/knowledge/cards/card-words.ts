import type { Card } from '../../../contract/knowledge/card.ts'
import { formatDate } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'

/** `notices, England`; empty for a card of every domain. */
export function scopeWords({ domain, jurisdiction }: Pick<Card, 'domain' | 'jurisdiction'>): string {
  return [domain, jurisdiction].filter(Boolean).join(', ')
}

/** What a card has done, as short as in the list. */
export function recordWords({ retrieved, helped, hurt }: Pick<Card, 'retrieved' | 'helped' | 'hurt'>): string {
  if (retrieved + helped + hurt === 0) return t('knowledge.lessons.notUsed')
  return t('knowledge.lessons.counts', { helped, hurt })
}

export function validWords({ validFrom, validTo }: Pick<Card, 'validFrom' | 'validTo'>): string {
  const [from, to] = [formatDate(validFrom ?? ''), formatDate(validTo ?? '')]
  if (from && to) return t('knowledge.lessons.valid.between', { from, to })
  if (from) return t('knowledge.lessons.valid.from', { from })
  return to ? t('knowledge.lessons.valid.to', { to }) : ''
}

/** Who wrote a card, and of what: `E. Vale, from a correction`. */
export function writtenWords({ teacher: who, origin: { kind, pack } }: Pick<Card, 'teacher' | 'origin'>): string {
  return pack === null
    ? t(`knowledge.lessons.origins.${kind}`, { who })
    : t('knowledge.lessons.fromPack', { who, pack })
}

/** The cards whose title, trigger or domain holds every word. */
export function findCards(cards: readonly Card[], words: string): readonly Card[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return cards.filter(({ title, trigger, domain, jurisdiction }) => {
    const text = [title, trigger, domain, jurisdiction].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
