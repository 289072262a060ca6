import { type ConsentedPacket, ConsentRefusedError, consentTo } from '../../disclosure/packet/consented-packet.ts'
import { termsToFind } from '../../disclosure/packet/mask-segments.ts'
import type { SearchTerm } from '../../disclosure/pseudonyms/search-terms.ts'
import { NotFoundError } from '../../store/store-errors.ts'
import type { OpenMatter } from '../open-matters.ts'
import { matterPseudonyms } from './matter-pseudonyms.ts'
import { matterTerms, toKnownTerms } from './matter-terms.ts'
import { findPacketRecord, isFinal, type PacketRecord } from './packet-record.ts'
import type { PacketTools } from './packet-tools.ts'
import { type Refusal, refusePacket } from './refuse-packet.ts'
import { isSendingAllowed } from './sending-ban.ts'
import { sha256 } from './sha256.ts'

export type ConsentTools = PacketTools & { readonly isNetworkOn: () => boolean }

/**
 * Takes a person's yes to the hash of a packet. Everything that speaks against it is looked at here, the privacy switch and the ban
 * of the matter before anything else, and every refusal is recorded. Throws `OFFLINE`, `NO_CONSENT`.
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
  const terms = await termsNow(matter, sure, tools)
  try {
    return consentTo(sure, hash, { sha256, terms })
  } catch (error) {
    if (!(error instanceof ConsentRefusedError)) throw error
    const { reason, message } = error
    throw refusePacket(matter, sure, { code: 'NO_CONSENT', reason, message, state: null })
  }
}

const OFFLINE_MESSAGE =
  'Nothing was sent: the network is switched off. The packet waits; when the network is on again, agree to it anew.'
const FORBIDDEN_MESSAGE = 'Nothing was sent: sending is forbidden for this matter. The packet is kept.'

function refusalBefore(matter: OpenMatter, record: PacketRecord | null, tools: ConsentTools): Refusal | null {
  const isOver = record !== null && isFinal(record)
  const refusal = (code: Refusal['code'], reason: Refusal['reason'], message: string, state: Refusal['state'] = null) =>
    ({ code, reason, message, state: isOver ? null : state }) as const
  if (!tools.isNetworkOn()) return refusal('OFFLINE', 'network-off', OFFLINE_MESSAGE, 'waiting')
  if (!isSendingAllowed(matter)) return refusal('NO_CONSENT', 'forbidden', FORBIDDEN_MESSAGE, 'refused')
  if (!record) return refusal('NO_CONSENT', 'unknown-packet', 'Nothing was sent: there is no such packet.')
  if (isOver)
    return refusal('NO_CONSENT', 'state', `Nothing was sent: this packet is ${record.state}. Prepare another one.`)
  if (!isSameProvider(record, tools))
    return refusal('NO_CONSENT', 'provider', 'Nothing was sent: the provider was changed. Read the packet anew.')
  return null
}

function isSameProvider({ provider, address, model }: PacketRecord, { providers }: PacketTools): boolean {
  try {
    const { info } = providers.model(provider)
    return info.address === address && info.model === model
  } catch (error) {
    if (error instanceof NotFoundError) return false
    throw error
  }
}

/** What must not be in the bytes as of now: the map and the list of the matter may have grown since the packet was made. */
async function termsNow(
  matter: OpenMatter,
  { decisions, dates }: PacketRecord,
  { detection, knowledge }: PacketTools,
): Promise<readonly SearchTerm[]> {
  const { isOrdinaryWord } = await detection()
  const known = toKnownTerms(await matterTerms(matter, knowledge, isOrdinaryWord))
  return termsToFind(matterPseudonyms(matter), { known, decisions, dates }, isOrdinaryWord)
}
