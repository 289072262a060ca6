import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { CloudFailure, type CloudFailureKind } from '../../models/cloud/cloud-failure.ts'
import type { CloudModel, CloudReply } from '../../models/cloud/cloud-model.ts'
import type { PacketRecord } from '../packets/packet-record.ts'
import type { SendingRecord } from '../packets/record-sending.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'
import { saidOf } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

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

const TODO = {
  unreachable: 'failures.cloud.checkConnection',
  key: 'failures.cloud.enterKey',
  busy: 'failures.cloud.wait',
  server: 'failures.cloud.wait',
  rejected: 'failures.cloud.checkModel',
  redirect: 'failures.cloud.enterAddress',
  'too-large': 'failures.cloud.checkAddress',
  changed: 'failures.cloud.readAgain',
  lost: 'failures.cloud.approveAgain',
  timeout: 'failures.cloud.approveAgain',
  cut: 'failures.cloud.approveAgain',
  reply: 'failures.cloud.approveAgain',
  stopped: 'failures.cloud.approveAgain',
} as const satisfies Readonly<Record<CloudFailureKind, string>>

/** For the user: what happened, whether it may have arrived, what was kept, what to do. */
export function sayFailure(failure: CloudFailure, { attempts, text, mayHaveArrived }: SendingProgress): Message {
  const told = {
    what: failure.said,
    arrival: message(arrival(failure, mayHaveArrived)),
    kept: message(text === '' ? 'failures.cloud.textKept' : 'failures.cloud.replyKept'),
    todo: message(TODO[failure.kind]),
  }
  return attempts > 1
    ? message('failures.cloud.toldAgain', { ...told, count: attempts })
    : message('failures.cloud.told', told)
}

/** The switch or the ban came on between two attempts, or the program is at fault. */
export function sayUnforeseen(error: unknown, { mayHaveArrived, text }: SendingProgress): Message {
  const isThere = mayHaveArrived || text !== ''
  return message('failures.cloud.unforeseen', {
    what: saidOf(error),
    arrival: message(isThere ? 'failures.cloud.earlierMayHaveArrived' : 'failures.cloud.nothingSent'),
  })
}

function arrival({ mayHaveArrived, kind, status }: CloudFailure, isEarlierThere: boolean) {
  if (!mayHaveArrived) return isEarlierThere ? 'failures.cloud.earlierMayHaveArrived' : 'failures.cloud.nothingSent'
  return status === null && kind !== 'cut' && kind !== 'too-large' && kind !== 'reply'
    ? 'failures.cloud.mayHaveArrived'
    : 'failures.cloud.arrived'
}
