import type { AssistantClient } from '../contract/index.ts'
import { type PacketOptions, preparePacket } from './find-packet.ts'
import { lookAgain } from './look-again.ts'
import type { Session } from './session.ts'
import { showPacket } from './show-packet.ts'

export type Showing = PacketOptions & {
  /** Whether the local model reads it too. */
  readonly lookAgain: boolean
}

/** Prepares a packet, or makes its draft anew, and prints what would leave with its hash. Sends nothing. */
export async function showPrepared(session: Session, assistant: AssistantClient, options: Showing): Promise<void> {
  const prepared = await preparePacket(session, assistant, options)
  const packet = options.lookAgain ? await lookAgain(session, assistant, options.matter, prepared) : prepared
  const provider = (await assistant.provider.list()).find((one) => one.provider === packet.provider)
  showPacket(packet, provider ?? null, session.output)
}
