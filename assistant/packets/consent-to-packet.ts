import { type ErrorCode, failedWith, Failure } from '../../wording/failure.ts'
import type { LedgerData } from '../../contract/ledger.ts'
import type { PacketState } from '../../contract/opinions/packet.ts'
import { type ConsentedPacket, ConsentRefusedError, consentTo } from '../../disclosure/packet/consented-packet.ts'
import { termsToFind } from '../../disclosure/packet/mask-segments.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { buildRecord } from './make-packet.ts'
import { matterPseudonyms } from './matter-pseudonyms.ts'
import { draftOf, type PacketTools } from './packet-parts.ts'
import {
  findPacketRecord,
  isFinal,
  mayHaveArrived,
  type PacketRecord,
  savePacketRecord,
  updatePacket,
} from './packet-record.ts'
import { message, type Message } from '../../wording/message.ts'

type ConsentTools = PacketTools & { readonly isNetworkOn: () => boolean }

/**
 * Takes a person's yes to the hash of a packet. Everything that speaks against it is looked at here, the privacy switch and the ban
 * of the matter before anything else, and every refusal is recorded. The packet is made anew as the matter, its list and the program
 * are now: if it comes out otherwise, that is kept in its place, to be read. Throws `OFFLINE`, `NO_CONSENT`.
 */
export async function consentToPacket(
  matter: OpenMatter,
  packetId: string,
  hash: string,
  tools: ConsentTools,
): Promise<ConsentedPacket> {
  const record = findPacketRecord(matter.store, packetId)
  const refusal = refusalBefore(matter, record, tools)
  if (refusal) throw refusePacket(matter, record, refusal)
  const sure = record as PacketRecord
  const isMoved = isElsewhere(sure, tools)
  const anew = await buildRecord(draftOf(sure, tools.now()), matter, tools)
  const { input, detection } = anew.parts
  const terms = termsToFind(matterPseudonyms(matter), input, detection.isOrdinaryWord)
  try {
    if (isMoved) throw new ConsentRefusedError('provider', message('failures.outgoing.providerChanged'))
    return consentTo(sure, hash, { sha256, terms, anew: anew.record })
  } catch (error) {
    if (!(error instanceof ConsentRefusedError)) throw error
    const { reason, said } = error
    const refused = refusePacket(matter, sure, { code: 'NO_CONSENT', reason, said, state: null })
    // Of a packet of an older version the hash that was shown is another one.
    const isOutdated = reason === 'hash' && hash === sure.hash
    if (reason === 'changed' || reason === 'provider' || isOutdated) keepAnew(matter, sure, anew.record)
    throw refused
  }
}

/** In the place of what was agreed to, unless that was changed or sent meanwhile; beside it where it may have arrived. */
function keepAnew({ store }: OpenMatter, { packetId, hash }: PacketRecord, anew: PacketRecord): void {
  // Deleted meanwhile, with its consultation.
  if (findPacketRecord(store, packetId) === null) return
  if (anew.packetId !== packetId) return savePacketRecord(store, anew)
  updatePacket(store, packetId, (now) => {
    if (now.hash !== hash || isFinal(now)) return now
    return { ...anew, why: now.why, ledgerEntries: now.ledgerEntries }
  })
}

function refusalBefore(matter: OpenMatter, record: PacketRecord | null, tools: ConsentTools): Refusal | null {
  const isOver = record !== null && isFinal(record)
  const refusal = (code: Refusal['code'], reason: Refusal['reason'], said: Message, state: Refusal['state'] = null) =>
    ({ code, reason, said, state: isOver ? null : state }) as const
  if (!tools.isNetworkOn()) return refusal('OFFLINE', 'network-off', message('failures.outgoing.networkOff'), 'waiting')
  if (!isSendingAllowed(matter))
    return refusal('NO_CONSENT', 'forbidden', message('failures.outgoing.forbidden'), 'refused')
  if (!record) return refusal('NO_CONSENT', 'unknown-packet', message('failures.outgoing.unknown'))
  if (isOver) return refusal('NO_CONSENT', 'state', message('failures.outgoing.over'))
  if (!isThere(record, tools)) return refusal('NO_CONSENT', 'provider', message('failures.outgoing.providerGone'))
  return null
}

function isThere({ provider }: PacketRecord, { providers }: PacketTools): boolean {
  try {
    providers.model(provider)
    return true
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return false
    throw error
  }
}

/** Whether the provider of that name is at another address now, or has another model. */
function isElsewhere({ provider, address, model }: PacketRecord, { providers }: PacketTools): boolean {
  const { info } = providers.model(provider)
  return info.address !== address || info.model !== model
}

type Refusal = {
  readonly code: Extract<ErrorCode, 'OFFLINE' | 'NO_CONSENT'>
  /** For the ledger. */
  readonly reason: LedgerData<'packet-refused'>['reason']
  /** For the user: that nothing was sent, why, and what to do. */
  readonly said: Message
  /** What becomes of the packet; null: it stays as it is. */
  readonly state: PacketState | null
}

/** Records that something was not sent, and gives the error to throw. Nothing that the caller made up gets into the ledger. */
export function refusePacket({ store }: OpenMatter, record: PacketRecord | null, refusal: Refusal): Failure {
  const { code, reason, said, state } = refusal
  const known = record ? { packetId: record.packetId, packetHash: record.hash } : {}
  const { seq } = store.ledger.append('packet-refused', { reason, ...known })
  if (record && findPacketRecord(store, record.packetId))
    updatePacket(store, record.packetId, (now) => ({
      ...now,
      // What is on its way, or may have arrived once, stays as it is.
      ...(isFinal(now) || mayHaveArrived(now) ? {} : { state: state ?? now.state, why: said, consent: null }),
      ledgerEntries: [...now.ledgerEntries, seq],
    }))
  return new Failure(code, said, { tellsAll: true })
}

export const FORBIDDEN_KEY = 'sendingForbidden'

/** Whether anything of a matter may leave; a yes wins over no other rule, a no over all. What is damaged may have been a no. */
export function isSendingAllowed({ store: { settings } }: Pick<OpenMatter, 'store'>): boolean {
  return !settings.has(FORBIDDEN_KEY) || settings.get(FORBIDDEN_KEY) === false
}

/** Recorded where it changes anything. */
export function allowSending(matter: Pick<OpenMatter, 'store'>, allowed: boolean): void {
  if (isSendingAllowed(matter) === allowed) return
  matter.store.settings.set(FORBIDDEN_KEY, !allowed)
  matter.store.ledger.append('sending-allowed', { allowed })
}
