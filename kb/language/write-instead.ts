import { message, type Message } from '../../wording/message.ts'

/** The advice to write some code, which is the same in every language: `Write has(?p, af).` */
export function writeInstead(code: string): Message {
  return message('gate.write', { code })
}
