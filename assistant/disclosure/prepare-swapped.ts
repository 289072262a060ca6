import { hasSwaps } from '../../disclosure/swap/swap-packet.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { buildRecord } from './make-packet.ts'
import { type PacketRecord, savePacketRecord } from './packet-record.ts'
import { draftOf } from './packet-parts.ts'
import type { PacketTools } from './packet-tools.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** The blind packet that was sent once more, sex and origin swapped. Throws as `buildSwapped`. */
export async function prepareSwapped(
  blind: PacketRecord,
  matter: OpenMatter,
  tools: PacketTools,
): Promise<PacketRecord> {
  const record = await buildSwapped(blind, matter, tools)
  savePacketRecord(matter.store, record)
  return record
}

/** The same without keeping it. Throws `WRONG_USE` where the packet names neither. */
export async function buildSwapped(blind: PacketRecord, matter: OpenMatter, tools: PacketTools): Promise<PacketRecord> {
  const draft = { ...draftOf(blind, tools.now()), kind: 'counterfactual' as const }
  const { record } = await buildRecord(draft, matter, tools)
  if (!hasSwaps(record.segments, blind.segments))
    throw new AssistantError(
      'WRONG_USE',
      [
        'There is nothing to swap: the packet names no sex and no origin that can be.',
        ...(record.swapped?.notes ?? []),
      ].join(' '),
    )
  return record
}
