import type { LedgerData } from '../../contract/ledger.ts'
import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import type { LedgerEntry } from '../../store/ledger.ts'
import type { Sendings } from '../../store/app/app-store.ts'
import { sourcesForLedger } from '../answers/answer-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import {
  isFinal,
  isReadablePacket,
  mayHaveArrived,
  type PacketRecord,
  packetRecord,
  savePacketRecord,
  updatePacket,
} from './packet-record.ts'
import { refusePacket } from './consent-to-packet.ts'
import { message, type Message } from '../../wording/message.ts'

export type Sender = {
  readonly sendings: Sendings
  /** Of who agreed. */
  readonly userName: string
  /** What the packet was made with. */
  readonly detection: Pick<Detection, 'version' | 'wordListsHash'>
  readonly now: () => Date
}

export type FailedSending = {
  /** For the user; it stays out of the ledger. */
  readonly why: Message
  /** The other side may have read it all the same. */
  readonly mayHaveArrived: boolean
  /** It answered, if with a refusal or in part, so one knows what became of it. */
  readonly isAnswered: boolean
  readonly data: Omit<LedgerData<'sending-failed'>, keyof Sent | 'mayHaveArrived'>
}

type Sent = Pick<LedgerData<'sending-failed'>, 'packetId' | 'intent'>

/** What was begun; exactly one of its functions is called at the end. */
export interface SendingRecord {
  /** Returns the number of the entry. */
  completed(data: Omit<LedgerData<'sending-completed'>, keyof Sent>): number
  failed(outcome: FailedSending): number
}

/**
 * Records what is about to leave, in the matter and, as a line that outlives it, in the application; then marks the packet. To be called
 * before the first byte: if it throws, nothing may be sent.
 */
export function beginSending(matter: OpenMatter, consented: ConsentedPacket, sender: Sender): SendingRecord {
  const { packetId } = consented
  const record = packetRecord(matter.store, packetId)
  // Another window may have changed or sent it since.
  if (record.hash !== consented.hash || isFinal(record))
    throw refusePacket(matter, record, {
      code: 'NO_CONSENT',
      reason: 'state',
      said: message('failures.outgoing.changedSince'),
      state: null,
    })
  const consent = { by: sender.userName, at: sender.now().toISOString() }
  const intended = matter.store.ledger.append('sending-intended', {
    ...intention(record, consented, consent),
    detector: sender.detection.version,
    wordLists: sender.detection.wordListsHash,
  })
  sender.sendings.add({
    matter: matter.id,
    provider: consented.provider,
    model: consented.model,
    packetHash: consented.hash,
    characters: record.characters,
    masked: record.masked,
  })
  change(matter, packetId, { state: 'sending', why: null, consent, entry: intended.seq })

  const { ledger } = matter.store
  const sent: Sent = { packetId, intent: intended.seq }
  const end = ({ seq }: LedgerEntry, changed: Omit<Change, 'entry'>): number => {
    change(matter, packetId, { ...changed, entry: seq })
    return seq
  }
  return {
    completed: (data) =>
      end(ledger.append('sending-completed', { ...sent, ...data }), { state: 'sent', why: null, mayHaveArrived: true }),
    failed(outcome) {
      const data = { ...sent, ...outcome.data, mayHaveArrived: outcome.mayHaveArrived }
      return end(ledger.append('sending-failed', data), afterFailure(record, outcome))
    },
  }
}

/** What may have arrived once does not become unsent by a later sending that went nowhere. */
function afterFailure(
  before: PacketRecord,
  { why, mayHaveArrived: arrives, isAnswered }: FailedSending,
): Omit<Change, 'entry'> {
  if (arrives) return { state: isAnswered ? 'failed' : 'may-have-been-sent', why, mayHaveArrived: true }
  if (!mayHaveArrived(before)) return { state: 'failed', why, mayHaveArrived: false }
  return { state: before.state, why: message('failures.cloud.withEarlier', { what: why }), mayHaveArrived: true }
}

/** Who agreed to what, in ids, hashes and counts. */
function intention(record: PacketRecord, consented: ConsentedPacket, consent: { by: string; at: string }) {
  const { packetId, kind, consultation, dates, characters, masked, flags, unmaskings, sources, segments } = record
  const { provider, model, address, hash, body } = consented
  const decided = (decision: string) => flags.filter((flag) => flag.decision === decision).length
  return {
    packetId,
    consultation,
    kind,
    provider,
    model,
    address,
    packetHash: hash,
    characters,
    bytes: Buffer.byteLength(body),
    dates,
    masked,
    layers: countBy(segments.flatMap(({ replacements }) => replacements.map(({ by }) => by))),
    sources: sources.map(({ source }) => source),
    places: sourcesForLedger(sources),
    flags: { masked: decided('mask'), kept: decided('keep') },
    unmasked: unmaskings.length,
    by: consent.by,
    consentAt: consent.at,
  }
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

type Change = Pick<PacketRecord, 'state' | 'why' | 'mayHaveArrived'> & {
  readonly consent?: NonNullable<PacketRecord['consent']>
  readonly entry: number
}

function change({ store }: OpenMatter, packetId: string, { entry, ...changed }: Change): void {
  updatePacket(store, packetId, (now) => ({ ...now, ...changed, ledgerEntries: [...now.ledgerEntries, entry] }))
}

/** A packet that was being sent when the program was stopped may have left. To be called before anything is sent in the matter. */
export function settleInterrupted({ store }: Pick<OpenMatter, 'store'>): void {
  const why = message('failures.cloud.programStopped')
  for (const row of store.packets.inState('sending').filter(isReadablePacket))
    savePacketRecord(store, { ...row, state: 'may-have-been-sent', mayHaveArrived: true, why })
}
