import { buildPacket, type BuiltPacket } from '../../disclosure/packet/build-packet.ts'
import { INSTRUCTIONS } from '../../disclosure/packet/cloud-prompt.ts'
import { EMPTY_MESSAGE } from '../../disclosure/packet/last-check.ts'
import { termsToFind } from '../../disclosure/packet/mask-segments.ts'
import { packetHash } from '../../disclosure/packet/consented-packet.ts'
import { hasSwaps, swapPacket } from '../../disclosure/swap/swap-packet.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { matterPseudonyms, saveMatterPseudonyms } from './matter-pseudonyms.ts'
import { draftOf, type PacketDraft, type PacketParts, packetParts, type PacketTools } from './packet-parts.ts'
import { type PacketRecord, packetRecord, refuseFinal, savePacketRecord } from './packet-record.ts'
import { sourceWhere } from './packet-segments.ts'
import { Failure } from '../../wording/failure.ts'
import { message, sentences } from '../../wording/message.ts'

/**
 * Makes a packet and keeps it, with the map, before anybody sees it. Any earlier consent is void: the record has none. `basis` is what
 * the draft was made from. Throws as `packetParts`, and `WRONG_USE` for a basis that is no longer as it was read.
 */
export async function makePacket(
  draft: PacketDraft,
  matter: OpenMatter,
  tools: PacketTools,
  basis: PacketRecord | null = null,
): Promise<PacketRecord> {
  const { record } = await buildRecord(draft, matter, tools)
  // What was deleted meanwhile must not come back as another packet.
  if (basis) packetRecord(matter.store, basis.packetId)
  if (basis?.packetId === draft.packetId) refuseChanged(matter, basis)
  savePacketRecord(matter.store, record)
  return record
}

/** The packet as it is made now, with what it was made from. Of it only the map is kept. Throws as `packetParts`. */
export async function buildRecord(
  draft: PacketDraft,
  matter: OpenMatter,
  tools: PacketTools,
): Promise<{ readonly record: PacketRecord; readonly parts: PacketParts }> {
  const parts = await packetParts(draft, matter, tools)
  const built = buildPacket({ ...parts.input, map: matterPseudonyms(matter) }, parts.detection)
  // In the same turn: a packet that is made at the same time would give the same pseudonyms to others.
  saveMatterPseudonyms(matter, built.map)
  if (draft.kind !== 'counterfactual') return { record: await toRecord(draft, built, parts), parts }
  const terms = termsToFind(built.map, parts.input, parts.detection.isOrdinaryWord)
  const { built: other, swapped } = swapPacket(built, terms)
  const record = {
    ...(await toRecord(draft, other, parts)),
    swapped: { ...swapped, notes: [...swapped.notes] },
  }
  return { record, parts }
}

async function toRecord(
  { chosen, ...kept }: PacketDraft,
  built: BuiltPacket,
  { model, sources, decided }: PacketParts,
): Promise<PacketRecord> {
  const { address, model: modelName } = model.info
  const { text, marks, asks } = built
  const body = await model.bodyOf({ text, marks, asks })
  return {
    ...kept,
    ...decided,
    ...stored(built),
    cautions: [...(kept.candidatesWhy ? [kept.candidatesWhy] : []), ...built.cautions],
    model: modelName,
    address,
    state: 'draft',
    mayHaveArrived: false,
    consent: null,
    why: null,
    instructions: INSTRUCTIONS,
    body,
    emptyBody: await model.bodyOf({ text: EMPTY_MESSAGE, marks, asks }),
    hash: packetHash({ provider: kept.provider, address, model: modelName, body }, sha256),
    sources,
    candidates: kept.candidateSources.map((source) => ({
      source: source.source,
      where: sourceWhere(source),
      documentId: source.kind === 'passage' ? source.documentId : null,
      chosen: chosen.includes(source.source),
    })),
  }
}

/** It may have been sent, refused or changed while this one was made. */
function refuseChanged({ store }: OpenMatter, { packetId, hash, ledgerEntries }: PacketRecord): void {
  const now = packetRecord(store, packetId)
  refuseFinal(now)
  if (now.hash !== hash || now.ledgerEntries.join() !== ledgerEntries.join())
    throw new Failure('WRONG_USE', message('failures.outgoing.changedMeanwhile'))
}

/** What the record has of a built packet. */
function stored({ text, marks, openFlags, masked, terms, flags, segments }: BuiltPacket) {
  return {
    text,
    marks,
    characters: text.length,
    openFlags,
    masked: { ...masked },
    terms: [...terms],
    flags: [...flags],
    segments: segments.map(({ swaps, ...segment }) => ({
      ...segment,
      replacements: [...segment.replacements],
      kept: [...segment.kept],
      flags: [...segment.flags],
      ...(swaps ? { swaps: [...swaps] } : {}),
    })),
  }
}

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
    throw new Failure(
      'WRONG_USE',
      sentences(message('failures.outgoing.nothingToSwap'), ...(record.swapped?.notes ?? [])),
    )
  return record
}
