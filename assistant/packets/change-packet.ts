import type { Packet, PacketChange } from '../../contract/opinions/packet.ts'
import { wordKey } from '../../disclosure/packet/decisions.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { decided, flagged, masking, remember, without } from './decide-flags.ts'
import { makePacket } from './make-packet.ts'
import { draftOf, type PacketDraft, type PacketTools } from './packet-parts.ts'
import {
  mayHaveArrived,
  type PacketRecord,
  packetRecord,
  refuseFinal,
  toPacket,
  updatePacket,
} from './packet-record.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type Changer = PacketTools & { /** Of who changes it. */ readonly userName: string }

/**
 * Makes the packet anew with one thing changed: from the detection on, under another hash. One that may have arrived stays, and another
 * one is made. Throws `WRONG_USE`, `NOT_FOUND`.
 */
export async function changePacket(
  packetId: string,
  change: PacketChange,
  matter: OpenMatter,
  changer: Changer,
): Promise<Packet> {
  const record = packetRecord(matter.store, packetId)
  refuseFinal(record)
  refuseOtherTest(record, change)
  const draft = changed(draftOf(record, changer.now()), record.flags, change, changer)
  remember(change, record.flags, matter, { by: changer.userName, at: changer.now().toISOString() })
  const made = await makePacket(recordUnmasking(draft, change, matter), matter, changer, record)
  return toPacket(made)
}

/** A test packet that asks something else would test nothing. */
function refuseOtherTest({ kind }: PacketRecord, change: PacketChange): void {
  if (kind === 'counterfactual' && ('question' in change || 'sources' in change || 'provider' in change))
    throw new Failure('WRONG_USE', message('failures.outgoing.swappedIsFixed'))
}

function changed(
  draft: PacketDraft,
  flags: PacketRecord['flags'],
  change: PacketChange,
  { userName, now }: Changer,
): PacketDraft {
  if ('dates' in change) return { ...draft, dates: change.dates }
  if ('sources' in change) return { ...draft, chosen: change.sources }
  if ('question' in change) return { ...draft, question: change.question }
  if ('provider' in change) return { ...draft, provider: change.provider }
  if ('mask' in change) return { ...draft, decisions: masking(draft.decisions, change.mask.term, change.mask.type) }
  if ('unmask' in change) {
    const { term, reason } = change.unmask
    const unmasking = { term, reason, at: now().toISOString(), by: userName }
    const unmaskings = [...draft.unmaskings.filter((one) => wordKey(one.term) !== wordKey(term)), unmasking]
    const decisions = without(draft.decisions, term)
    return { ...draft, unmaskings, decisions: { ...decisions, unmasked: [...decisions.unmasked, term] } }
  }
  if ('askAgain' in change)
    return { ...draft, decisions: without(draft.decisions, flagged(flags, change.askAgain.flag).term) }
  return { ...draft, decisions: decided(draft.decisions, flags, change) }
}

/** Before it is done. The ledger has no words, not even their hashes, for names can be guessed; the packet keeps them. */
function recordUnmasking(draft: PacketDraft, change: PacketChange, { store }: OpenMatter): PacketDraft {
  if (!('unmask' in change)) return draft
  const { packetId, unmaskings, ledgerEntries } = draft
  const { seq } = store.ledger.append('term-unmasked', { packetId, unmasked: unmaskings.length })
  return { ...draft, ledgerEntries: [...ledgerEntries, seq] }
}

/** Gives a packet up for good, and records that it was. Throws `WRONG_USE` for one that was or may have been sent, `NOT_FOUND`. */
export function abandonPacket({ store }: OpenMatter, packetId: string): void {
  updatePacket(store, packetId, (record) => {
    refuseFinal(record)
    if (mayHaveArrived(record)) throw new Failure('WRONG_USE', message('failures.outgoing.mayHaveArrived'))
    const { seq } = store.ledger.append('packet-abandoned', { packetId, packetHash: record.hash })
    return { ...record, state: 'abandoned', consent: null, ledgerEntries: [...record.ledgerEntries, seq] }
  })
}
