import * as z from 'zod'
import { Source } from '../../contract/answers/answer.ts'
import { Packet, PacketRow } from '../../contract/opinions/packet.ts'
import { IDENTIFIER_TYPES } from '../../disclosure/identifiers/identifier.ts'
import type { Decisions } from '../../disclosure/packet/decisions.ts'
import { damagedError } from '../../store/stored-json.ts'
import type { AnswerStore } from '../home/home-session.ts'
import { Failure, failedWith } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import { messageSchema } from '../../contract/message.ts'

type MatterStore = Awaited<ReturnType<AnswerStore['matter']>>

/** A packet as it is kept: with all that it was made from, so that it can be made again after any change, or a kill. */
export type PacketRecord = Omit<Packet, 'mayHaveArrived'> & {
  /** Older packets do not say. */
  readonly mayHaveArrived?: boolean
  /** The evidence that goes with the question, under the marks of the packet. */
  readonly sources: readonly Source[]
  /** The evidence that could. */
  readonly candidateSources: readonly Source[]
  readonly decisions: Decisions
  /** What the local model noted, for an informed opinion. */
  readonly analysis: string | null
  /** The candidates that are to be considered, where a ranked list is asked for; null, and absent in older packets: none is. */
  readonly differential?: readonly string[] | null
  /** Why candidates of the packs are not among them; for the user. */
  readonly candidatesWhy?: Message | null
  /** What is to be chosen from; empty, and absent in older packets: nothing. */
  readonly options?: readonly string[]
  /** The bytes around the message: the body that the provider's client makes of an empty one. */
  readonly emptyBody: string
  readonly marks: readonly string[]
  /** For each word that is let through, the lines of the matter's list on it when that was decided. Older packets have none. */
  readonly listedThen?: Readonly<Record<string, readonly string[]>>
}

/** Throws `NOT_FOUND`. */
export function packetRecord({ packets }: Pick<MatterStore, 'packets'>, packetId: string): PacketRecord {
  const stored = packets.get(packetId)
  if (!isWholePacket(stored)) throw damagedError(message('failures.store.theOutgoingText'))
  return withMessages(stored)
}

const SAID = z.array(messageSchema).catch([])

/** As it is stored, with what was said of it as messages: older versions kept sentences. */
function withMessages(stored: PacketRecord): PacketRecord {
  const { why, candidatesWhy = null, cautions, swapped } = stored
  return {
    ...stored,
    why: messageSchema.nullable().parse(why),
    candidatesWhy: messageSchema.nullable().parse(candidatesWhy),
    cautions: SAID.parse(cautions),
    ...(swapped ? { swapped: { ...swapped, notes: SAID.parse(swapped.notes) } } : {}),
  }
}

export function findPacketRecord(store: Pick<MatterStore, 'packets'>, packetId: string): PacketRecord | null {
  try {
    return packetRecord(store, packetId)
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}

/** On the disk when it returns. */
export function savePacketRecord({ packets }: Pick<MatterStore, 'packets'>, record: PacketRecord): void {
  packets.save(record)
}

/** Changes a packet as it is stored now, in one turn, so that nothing comes between. Returns it as it is then. Throws `NOT_FOUND`. */
export function updatePacket(
  store: Pick<MatterStore, 'packets'>,
  packetId: string,
  next: (now: PacketRecord) => PacketRecord,
): PacketRecord {
  const changed = next(packetRecord(store, packetId))
  savePacketRecord(store, changed)
  return changed
}

/** Of one consultation, or (null) all; newest first. */
export function packetRecords(
  { packets }: Pick<MatterStore, 'packets'>,
  consultation: string | null = null,
): readonly PacketRecord[] {
  return (consultation === null ? packets.list() : packets.of(consultation)).filter(isReadablePacket).map(withMessages)
}

/** Whether it can be listed, which needs its row and nothing else. */
export function isReadablePacket(stored: unknown): stored is PacketRecord {
  if (typeof stored !== 'object' || stored === null) return false
  return PacketRow.safeParse(toPacketRow(stored as PacketRecord)).success
}

const Term = z.looseObject({ text: z.string(), type: z.enum(IDENTIFIER_TYPES) })
/** What it is made again from. */
const MadeFrom = z.object({
  sources: z.array(Source),
  candidateSources: z.array(Source),
  decisions: z.object({ masked: z.array(Term), kept: z.array(z.string()), unmasked: z.array(z.string()) }),
  emptyBody: z.string(),
  marks: z.array(z.string()),
})

/** Whether it can be opened, and made again. */
export function isWholePacket(stored: unknown): stored is PacketRecord {
  if (!isReadablePacket(stored)) return false
  return Packet.safeParse(toPacket(stored)).success && MadeFrom.safeParse(stored).success
}

/** Sent or given up: it stays as it is. */
export function isFinal({ state }: Pick<PacketRecord, 'state'>): boolean {
  return state === 'sending' || state === 'sent' || state === 'abandoned'
}

/** Sent, or failed after the other side may have got it: state, consent and bytes stay as they are recorded. */
export function mayHaveArrived(record: Pick<PacketRecord, 'state' | 'mayHaveArrived'>): boolean {
  return record.mayHaveArrived ?? ['sent', 'failed', 'may-have-been-sent'].includes(record.state)
}

/** Throws `WRONG_USE`. */
export function refuseFinal(record: Pick<PacketRecord, 'state'>): void {
  if (isFinal(record)) throw new Failure('WRONG_USE', message('failures.outgoing.final'))
}

/** What a user interface sees of it. */
export function toPacket(record: PacketRecord): Packet {
  const { segments, flags, unmaskings, candidates, instructions, text, body, cautions, terms, swapped } = record
  const swap = swapped ? { swapped } : {}
  return {
    ...toPacketRow(record),
    ...swap,
    segments,
    flags,
    unmaskings,
    candidates,
    instructions,
    text,
    body,
    cautions,
    terms,
  }
}

export function toPacketRow(record: PacketRecord): PacketRow {
  const { packetId, consultation, kind, question, answerId, provider, model, address, state, createdAt, dates } = record
  const { characters, hash, masked, openFlags, consent, why, ledgerEntries } = record
  const sent = { state, createdAt, dates, characters, hash, masked, openFlags, consent, why, ledgerEntries }
  const about = { packetId, consultation, kind, question, answerId, provider, model, address }
  return { ...about, ...sent, mayHaveArrived: mayHaveArrived(record) }
}
