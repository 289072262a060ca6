import type { Consultation, Opinion } from '../../contract/opinion.ts'
import { formatCount, formatNumber } from '../wording/format-quantity.ts'
import { sentenceCase } from '../wording/phrases.ts'
import { formatTime } from '../wording/format-time.ts'

/** Who was asked and when, how much left, and how many names were put back. */
export function askedWords({ blind, informed, packets }: Consultation): string {
  const opinions = [blind, informed].filter((one) => one !== null)
  const last = opinions.at(-1)
  if (!last) return 'Nothing has come back.'
  const when = opinions.map(({ kind, finishedAt }) => `${kind} ${formatTime(finishedAt)}`).join(', ')
  const sent = packets.filter(({ packetId }) => opinions.some((one) => one.packetId === packetId))
  const sizes = sent.map(({ characters }) => formatNumber(characters)).join(' and ')
  const by = sent.find(({ consent }) => consent)?.consent?.by
  const restored = opinions.reduce((sum, one) => sum + one.restored, 0)
  return [
    `${last.provider}, ${last.model}`,
    sentenceCase(when),
    `${sizes} characters${by ? `, agreed by ${by}` : ''}`,
    `${formatCount(restored, 'name')} put back here; ${unknownWords(opinions)}`,
  ]
    .join('. ')
    .concat('.')
}

function unknownWords(opinions: readonly Opinion[]): string {
  const unknown = opinions.flatMap(({ unknownTokens }) => unknownTokens)
  return unknown.length === 0 ? 'none unknown' : `unknown: ${[...new Set(unknown)].join(', ')}`
}

/** The entries of the ledger about it, each named once. */
export function ledgerWords({ blind, informed, packets }: Consultation): readonly { entry: number; words: string }[] {
  const entries = [...packets, blind, informed].flatMap((one) => one?.ledgerEntries ?? [])
  return [...new Set(entries)]
    .toSorted((one, other) => one - other)
    .map((entry) => ({ entry, words: `ledger entry ${formatNumber(entry)}` }))
}
