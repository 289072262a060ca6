import type { Source } from '../../contract/answer.ts'
import { type BuiltPacket, buildPacket } from '../../disclosure/packet/build-packet.ts'
import { INSTRUCTIONS } from '../../disclosure/packet/instructions.ts'
import { EMPTY_MESSAGE } from '../../disclosure/packet/last-check.ts'
import { packetHash } from '../../disclosure/packet/packet-hash.ts'
import { AssistantError } from '../assistant-error.ts'
import type { OpenMatter } from '../open-matters.ts'
import { matterPseudonyms, saveMatterPseudonyms } from './matter-pseudonyms.ts'
import { matterTerms, toKnownTerms } from './matter-terms.ts'
import { type PacketRecord, packetRecord, refuseFinal, savePacketRecord } from './packet-record.ts'
import { packetSegments, sourceWhere } from './packet-segments.ts'
import type { PacketTools } from './packet-tools.ts'
import { sha256 } from './sha256.ts'

/** All that a packet is made from; the rest of its record follows from it, the map and the matter's list. */
export type PacketDraft = Pick<
  PacketRecord,
  | 'packetId'
  | 'consultation'
  | 'kind'
  | 'question'
  | 'answerId'
  | 'provider'
  | 'createdAt'
  | 'dates'
  | 'candidateSources'
  | 'decisions'
  | 'unmaskings'
  | 'analysis'
  | 'ledgerEntries'
> & { readonly chosen: readonly string[] }

/**
 * Makes a packet and keeps it, with the map, before anybody sees it. Any earlier consent is void: the record has none. `basis` is what
 * the draft was made from. Throws `NOT_FOUND` without the provider, `WRONG_USE` for a source that is none of the candidates, and for a
 * basis that is no longer as it was read.
 */
export async function makePacket(
  draft: PacketDraft,
  matter: OpenMatter,
  tools: PacketTools,
  basis: PacketRecord | null = null,
): Promise<PacketRecord> {
  const { chosen, ...kept } = draft
  const model = tools.providers.model(draft.provider)
  const detection = await tools.detection()
  const sources = chosenSources(draft.candidateSources, chosen)
  const built = buildPacket(
    {
      segments: packetSegments({ ...draft, sources }, matter),
      known: toKnownTerms(await matterTerms(matter, tools.knowledge, detection.isOrdinaryWord)),
      map: matterPseudonyms(matter),
      decisions: draft.decisions,
      dates: draft.dates,
    },
    detection,
  )
  const { address, model: modelName } = model.info
  const { text, marks } = built
  const body = await model.bodyOf({ text, marks })
  const record: PacketRecord = {
    ...kept,
    ...stored(built),
    model: modelName,
    address,
    state: 'draft',
    consent: null,
    why: null,
    instructions: INSTRUCTIONS,
    body,
    emptyBody: await model.bodyOf({ text: EMPTY_MESSAGE, marks }),
    hash: packetHash({ address, model: modelName, body }, sha256),
    sources,
    candidates: draft.candidateSources.map((source) => ({
      source: source.source,
      where: sourceWhere(source, matter),
      documentId: source.kind === 'passage' ? source.documentId : null,
      chosen: chosen.includes(source.source),
    })),
  }
  if (basis) refuseChanged(matter, basis)
  saveMatterPseudonyms(matter, built.map)
  savePacketRecord(matter.store, record)
  return record
}

/** It may have been sent, refused or changed while this one was made. */
function refuseChanged({ store }: OpenMatter, { packetId, hash, ledgerEntries }: PacketRecord): void {
  const now = packetRecord(store, packetId)
  refuseFinal(now)
  if (now.hash !== hash || now.ledgerEntries.join() !== ledgerEntries.join())
    throw new AssistantError(
      'WRONG_USE',
      'The packet was changed meanwhile, so this change was not made. Read it anew.',
    )
}

/** What the record has of a built packet. */
function stored({ text, marks, openFlags, masked, cautions, terms, flags, segments }: BuiltPacket) {
  return {
    text,
    marks,
    characters: text.length,
    openFlags,
    masked: { ...masked },
    cautions: [...cautions],
    terms: [...terms],
    flags: [...flags],
    segments: segments.map((segment) => ({
      ...segment,
      replacements: [...segment.replacements],
      kept: [...segment.kept],
      flags: [...segment.flags],
    })),
  }
}

function chosenSources(candidates: readonly Source[], chosen: readonly string[]): readonly Source[] {
  const strange = chosen.find((mark) => candidates.every(({ source }) => source !== mark))
  if (strange !== undefined)
    throw new AssistantError(
      'WRONG_USE',
      `There is no source ${strange}. There are: ${candidates.map(({ source }) => source).join(', ') || 'none'}.`,
    )
  return candidates.filter(({ source }) => chosen.includes(source))
}
