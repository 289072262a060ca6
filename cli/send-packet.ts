import type { AssistantClient } from '../contract/index.ts'
import type { PacketRow } from '../contract/packet.ts'
import { type PacketOptions, preparePacket } from './find-packet.ts'
import type { Session } from './session.ts'

export type SentPacket = Pick<PacketRow, 'consultation' | 'kind'> & {
  /** False where the answer broke off. */
  readonly isWhole: boolean
}

/** Sends the packet with a hash by the yes that the hash is, and waits for the answer. Throws `NO_CONSENT`, `FETCH_FAILED`. */
export async function sendPacket(
  session: Session,
  assistant: AssistantClient,
  options: PacketOptions,
  hash: string,
): Promise<SentPacket> {
  const { output, signal } = session
  const { matter } = options
  const row = await packetToSend(session, assistant, options, hash)
  const events = await assistant.opinion.send({ matter, packetId: row.packetId, hash }, { signal })
  let isWhole = false
  for await (const event of events) {
    if (event.type === 'opinion-start') output.progress(`Sent to ${row.provider}; waiting for its first word …`)
    else if (event.type === 'waiting-to-retry')
      output.note(`${event.why} Trying again in ${event.seconds} s, with the same bytes.`)
    else if (event.type === 'opinion-delta') output.progress(`${event.characters} characters came …`)
    else if (event.type === 'opinion-end') isWhole = event.state !== 'failed'
  }
  output.progress(null)
  return { consultation: row.consultation, kind: row.kind, isWhole }
}

/** With a hash that nobody was shown, the newest packet on the question is named: the refusal is then recorded beside it. */
async function packetToSend(
  session: Session,
  assistant: AssistantClient,
  options: PacketOptions,
  hash: string,
): Promise<Pick<PacketRow, 'packetId' | 'consultation' | 'provider' | 'kind'>> {
  const { matter, question, provider } = options
  const rows = (await assistant.packet.list({ matter })).filter(
    (row) => row.question === question && row.provider === provider,
  )
  const withHash = rows.filter((row) => row.hash === hash)
  const open = withHash.find(({ state }) => !['sending', 'sent', 'abandoned'].includes(state))
  return open ?? withHash[0] ?? rows[0] ?? (await preparePacket(session, assistant, options))
}
