import type { Packet, PacketRow, PacketState } from '../../contract/opinions/packet.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/marks.tsx'
import { formatCount, formatNumber } from '../../wording/format-quantity.ts'
import { shortHash } from '../../wording/phrases.ts'

/** Which rule found it, in words; of a later version as it is. */
const LAYER_WORDS: Readonly<Record<string, string>> = {
  pattern: 'pattern',
  checksum: 'number with a check digit',
  names: 'names list',
  places: 'places list',
  'safe-words': 'not a known word',
  language: 'read as a name',
  matter: 'your list',
  spread: 'found elsewhere in the text',
  model: 'local model',
  user: 'you',
}

export function layerWords(layer: string): string {
  return LAYER_WORDS[layer] ?? layer
}

/** `health plan`, from `health-plan`. */
export function typeWords(type: string): string {
  return type.replaceAll('-', ' ')
}

/** `company 2, person 2, date 3`; `nothing` where nothing was. */
export function maskedWords(masked: PacketRow['masked']): string {
  const parts = Object.entries(masked).map(([type, count]) => `${typeWords(type)} ${count}`)
  return parts.join(', ') || 'nothing'
}

export function maskedCount(masked: PacketRow['masked']): number {
  return Object.values(masked).reduce((sum, count) => sum + count, 0)
}

type StateLook = { readonly word: string; readonly shape: Shape; readonly tone: Tone }

export const PACKET_STATES: Readonly<Record<PacketState, StateLook>> = {
  draft: { word: 'not sent yet', shape: 'partial', tone: 'soft' },
  waiting: { word: 'needs approval again', shape: 'lock', tone: 'warn' },
  sending: { word: 'being sent', shape: 'running', tone: 'info' },
  sent: { word: 'sent', shape: 'out', tone: 'info' },
  failed: { word: 'failed', shape: 'failed', tone: 'bad' },
  refused: { word: 'refused', shape: 'lock', tone: 'soft' },
  abandoned: { word: 'abandoned', shape: 'none', tone: 'soft' },
  'may-have-been-sent': { word: 'may have been sent', shape: 'caution', tone: 'warn' },
}

/** `test`: no opinion comes of it, only what it changes is told. */
export const KIND_WORDS: Readonly<Record<PacketRow['kind'], string>> = {
  blind: 'blind',
  informed: 'informed',
  counterfactual: 'test',
}

/** Whether it can still be changed and agreed to. */
export function isOpenPacket({ state }: Pick<PacketRow, 'state'>): boolean {
  return state === 'draft' || state === 'waiting' || state === 'refused' || state === 'failed'
}

/** The entry that would be written before the first byte leaves, as far as it is settled. */
export function entryToBe(packet: Packet): {
  readonly settled: string
  readonly open: string
  readonly consent: string
} {
  const { kind, provider, model, hash, characters, masked, flags, openFlags, segments } = packet
  const all = segments.map(({ source }) => (source.startsWith('option ') ? 'options' : source))
  const sources = [...new Set(all)].filter((source) => source !== 'question')
  const kept = flags.filter(({ decision }) => decision === 'keep').length
  const decided = flags.filter(({ decision }) => decision === 'mask').length
  const settled = [
    'intent',
    kind === 'counterfactual' ? 'bias check, counterfactual' : `second opinion, ${kind}`,
    `${provider}, ${model}`,
    `packet sha256 ${shortHash(hash)}, ${formatCount(characters, 'character')}`,
    sources.join(' ') || 'no source',
    `masked ${maskedCount(masked)}: ${maskedWords(masked)}`,
    `flags ${flags.length}: ${decided} masked, ${kept} kept`,
  ].join(' · ')
  return {
    settled,
    open: openFlags > 0 ? `${formatNumber(openFlags)} open` : '',
    consent: packet.consent ? `${packet.consent.by}, ${packet.consent.at}` : 'none yet',
  }
}
