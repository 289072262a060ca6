import { ORPCError } from '@orpc/server'
import type { ErrorCode } from '../../wording/failure.ts'
import { type Message, verbatim } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'

/** A failure as the window gets it from the engine: its code, what it says, and that in English. `tellsAll`: nothing is missing of it. */
export function refused(code: ErrorCode, words: Message | string, { tellsAll = false } = {}): Error {
  const said = typeof words === 'string' ? verbatim(words) : words
  return new ORPCError(code, { message: messageText(said), data: { said, tellsAll } })
}
