import type { Packet, PacketChange } from '../../contract/packet.ts'
import { type Decisions, wordKey } from '../../disclosure/packet/decisions.ts'
import { AssistantError } from '../assistant-error.ts'
import type { OpenMatter } from '../open-matters.ts'
import { listWord } from './listed-words.ts'
import { makePacket } from './make-packet.ts'
import { identifierType } from './matter-terms.ts'
import { draftOf, type PacketDraft } from './packet-parts.ts'
import { type PacketRecord, packetRecord, refuseFinal, toPacket } from './packet-record.ts'
import type { PacketTools } from './packet-tools.ts'

export type Changer = PacketTools & { /** Of who changes it. */ readonly userName: string }

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
  const draft = changed(draftOf(record, changer.now()), change, changer)
  remember(change, record, matter, changer)
  const made = await makePacket(recordUnmasking(draft, change, matter), matter, changer, record)
  return toPacket(made)
}

/** A test packet that asks something else would test nothing. */
function refuseOtherTest({ kind }: PacketRecord, change: PacketChange): void {
  if (kind === 'counterfactual' && ('question' in change || 'sources' in change || 'provider' in change))
    throw new AssistantError(
      'WRONG_USE',
      'The test packet asks the same provider the same question from the same sources. For another one abandon it.',
    )
}

function changed(draft: PacketDraft, change: PacketChange, { userName, now }: Changer): PacketDraft {
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
  return { ...draft, decisions: deciding(draft as PacketDraft & PacketRecord, change.decide) }
}

type Decide = Extract<PacketChange, { decide: unknown }>['decide']

function deciding({ flags, decisions }: PacketDraft & PacketRecord, { flag, decision, type }: Decide): Decisions {
  const { term, suggestedType } = flagged(flags, flag)
  if (decision === 'mask') return masking(decisions, term, type ?? suggestedType)
  const others = without(decisions, term)
  return { ...others, kept: [...others.kept, term] }
}

function flagged(flags: PacketRecord['flags'], wanted: number) {
  const found = flags.find(({ flag }) => flag === wanted)
  if (!found) throw new AssistantError('NOT_FOUND', `There is no marked word ${wanted} in this packet.`)
  return found
}

function masking(decisions: Decisions, term: string, type: string): Decisions {
  const others = without(decisions, term)
  return { ...others, masked: [...others.masked, { text: term, type: identifierType(type) }] }
}

/** The last decision about a word counts. */
function without(decisions: Decisions, term: string): Decisions {
  const { masked, kept, unmasked } = decisions
  const isOther = (text: string) => wordKey(text) !== wordKey(term)
  return {
    ...decisions,
    masked: masked.filter(({ text }) => isOther(text)),
    kept: kept.filter(isOther),
    unmasked: unmasked.filter(isOther),
  }
}

/** A word that is to be replaced from now on in the whole matter. */
function remember(change: PacketChange, { flags }: PacketRecord, { store }: OpenMatter, { now }: Changer): void {
  const addedAt = now().toISOString()
  if ('mask' in change && change.mask.remember)
    listWord(store, { term: change.mask.term, type: identifierType(change.mask.type), addedAt })
  if (!('decide' in change) || change.decide.decision !== 'mask' || !change.decide.remember) return
  const { term, suggestedType } = flagged(flags, change.decide.flag)
  listWord(store, { term, type: identifierType(change.decide.type ?? suggestedType), addedAt })
}

/** Before it is done. The ledger has no words, not even their hashes, for names can be guessed; the packet keeps them. */
function recordUnmasking(draft: PacketDraft, change: PacketChange, { store }: OpenMatter): PacketDraft {
  if (!('unmask' in change)) return draft
  const { packetId, unmaskings, ledgerEntries } = draft
  const { seq } = store.ledger.append('term-unmasked', { packetId, unmasked: unmaskings.length })
  return { ...draft, ledgerEntries: [...ledgerEntries, seq] }
}
