import type { DecisionRow } from '../contract/decision.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Opinion } from '../contract/opinion.ts'
import type { PacketOptions } from './find-packet.ts'
import { sendPacket } from './send-packet.ts'
import type { Session } from './session.ts'
import { showPrepared } from './show-prepared.ts'
import { wrongUse } from './usage-error.ts'

export type LessonOptions = Pick<PacketOptions, 'matter' | 'provider' | 'dates' | 'mask' | 'keep'> & {
  readonly lookAgain: boolean
  /** Null: only show what would leave. */
  readonly hash: string | null
}

/**
 * Asks for the general lesson of a decision against this computer in a packet of its own, without sources: shows its bytes and hash, and
 * sends it by the yes to that hash alone. Null where nothing was sent, or nothing came whole.
 */
export async function askLesson(
  session: Session,
  assistant: AssistantClient,
  { lesson }: Pick<DecisionRow, 'lesson'>,
  { hash, lookAgain, ...asked }: LessonOptions,
): Promise<Opinion | null> {
  if (lesson === null) throw wrongUse('A lesson is asked of a mistake of this computer: --decide second, or neither.')
  const { question, consultation, hasCome } = lesson
  const options = { ...asked, question, consultation, kind: 'blind', sources: [], differential: false } as const
  if (hash === null) {
    if (hasCome) throw wrongUse('Its lesson has come already. To begin a card with it: --card, without --lesson.')
    await showPrepared(session, assistant, { ...options, lookAgain })
    return null
  }
  const { isWhole } = await sendPacket(session, assistant, options, hash)
  return isWhole ? (await assistant.opinion.get({ matter: asked.matter, consultation })).blind : null
}
