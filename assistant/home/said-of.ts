import { type Message, verbatim } from '../../wording/message.ts'

/** What an error says to the user. */
export function saidOf(error: unknown): Message {
  return verbatim(error instanceof Error ? error.message : String(error))
}
