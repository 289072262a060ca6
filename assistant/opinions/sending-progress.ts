import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { CloudFailure, type CloudFailureKind } from '../../models/cloud/cloud-failure.ts'
import type { CloudModel, CloudReply } from '../../models/cloud/cloud-model.ts'
import type { PacketRecord } from '../packets/packet-record.ts'
import type { SendingRecord } from '../packets/record-sending.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'

export type SendOpinionOptions = {
  readonly matter: OpenMatter
  readonly packet: PacketRecord
  readonly consented: ConsentedPacket
  readonly model: CloudModel
  /** The intention is in the ledger already. */
  readonly record: SendingRecord
  readonly lists: WordLists
  /** The documents that its question names. */
  readonly named: readonly NamedIn[]
  /** Where the authorities of the reply are looked up. */
  readonly search: () => Promise<readonly EvidenceSource[]>
  readonly now: () => Date
}

/** What of a sending is known so far. */
export type SendingProgress = {
  readonly opinionId: string
  readonly sentAt: string
  text: string
  attempts: number
  /** An attempt was followed by another one, which only happens where the bytes may be there. */
  mayHaveArrived: boolean
  reply: CloudReply | null
}

const TODO: Readonly<Partial<Record<CloudFailureKind, string>>> = {
  unreachable: 'Check the address and the connection, then agree to the packet again.',
  key: 'Set the key of the provider, then agree to the packet again.',
  busy: 'Wait, then agree to the packet again.',
  server: 'Wait, then agree to the packet again.',
  rejected: 'Check the name of the model, then prepare the packet again.',
  redirect: 'Set the address of the provider to the one that it has now.',
  'too-large': 'Check what answers at this address.',
  changed: 'Read the packet and agree to it again.',
}

export const EARLIER = 'An earlier attempt may have arrived.'

/** For the user: what happened, whether it may have arrived, what was kept, what to do. */
export function sayFailure(failure: CloudFailure, { attempts, text, mayHaveArrived }: SendingProgress): string {
  const again = attempts > 1 ? ` It was tried ${attempts} times, with the same bytes.` : ''
  const kept = text !== '' ? 'What came is kept, and the packet too.' : 'The packet is kept.'
  const todo = TODO[failure.kind] ?? 'To ask once more, agree to the packet again.'
  return `${failure.message}${again} ${arrival(failure, mayHaveArrived)} ${kept} It is not sent again without your approval. ${todo}`
}

function arrival({ mayHaveArrived, kind, status }: CloudFailure, isEarlierThere: boolean): string {
  if (!mayHaveArrived && isEarlierThere) return EARLIER
  if (!mayHaveArrived) return 'Nothing was sent.'
  return status === null && kind !== 'cut' && kind !== 'too-large' && kind !== 'reply'
    ? 'The packet may have arrived.'
    : 'The packet arrived.'
}
