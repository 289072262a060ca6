import { identifierTypeWords } from '../../contract/opinions/packet-groups.ts'
import type { Flag, Packet, PacketRow, PacketState } from '../../contract/opinions/packet.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/marks.tsx'
import { formatNumber } from '../../wording/format-quantity.ts'
import { knownText, t } from '../../wording/translate.ts'

/** Which rule found it, in words; of a later version as it is. */
export function layerWords(layer: string): string {
  return knownText('outgoing.layers', layer) ?? layer
}

/** `company 2, person 2, date 3`; `nothing` where nothing was. */
export function maskedWords(masked: PacketRow['masked']): string {
  const parts = Object.entries(masked).map(([type, count]) => `${identifierTypeWords(type)} ${formatNumber(count)}`)
  return parts.join(', ') || t('outgoing.entry.nothing')
}

export function maskedCount(masked: PacketRow['masked']): number {
  return Object.values(masked).reduce((sum, count) => sum + count, 0)
}

type StateLook = { readonly shape: Shape; readonly tone: Tone }

/** How a state looks; its word is a message, `outgoing.states`. */
export const PACKET_STATES: Readonly<Record<PacketState, StateLook>> = {
  draft: { shape: 'partial', tone: 'soft' },
  waiting: { shape: 'lock', tone: 'warn' },
  sending: { shape: 'running', tone: 'info' },
  sent: { shape: 'out', tone: 'info' },
  failed: { shape: 'failed', tone: 'bad' },
  refused: { shape: 'lock', tone: 'soft' },
  abandoned: { shape: 'none', tone: 'soft' },
  'may-have-been-sent': { shape: 'caution', tone: 'warn' },
}

/** Whether it can still be changed and agreed to. */
export function isOpenPacket({ state }: Pick<PacketRow, 'state'>): boolean {
  return state === 'draft' || state === 'waiting' || state === 'refused' || state === 'failed'
}

/** The entry that would be written before the first byte leaves: what is settled, and how far the flagged words are decided. */
export function entryToBe({ kind, provider, model, characters, masked, flags, openFlags, segments }: Packet): {
  readonly settled: string
  readonly flags: Readonly<Record<'count' | 'replaced' | 'kept' | 'open', number>>
} {
  const all = segments.map(({ source }) => (source.startsWith('option ') ? t('outgoing.entry.options') : source))
  const sources = [...new Set(all)].filter((source) => source !== 'question')
  const settled = [
    t('outgoing.entry.intent'),
    t(`outgoing.entry.kinds.${kind}`),
    `${provider}, ${model}`,
    t('outgoing.characters', { count: characters }),
    sources.join(' ') || t('outgoing.entry.noSource'),
    t('outgoing.entry.replaced', { count: maskedCount(masked), types: maskedWords(masked) }),
  ].join(' · ')
  const decided = (wanted: Flag['decision']) => flags.filter(({ decision }) => decision === wanted).length
  return {
    settled,
    flags: { count: flags.length, replaced: decided('mask'), kept: decided('keep'), open: openFlags },
  }
}
