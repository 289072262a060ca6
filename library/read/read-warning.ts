import type { Notice, NoticeKind } from '../../contract/document.ts'
import { type Message, message } from '../../wording/message.ts'

export function warning(kind: NoticeKind, text: Message): Notice {
  return { kind, text }
}

/** Each once, in the order in which they first came: parts of a document often say the same. */
export function distinctWarnings(warnings: readonly Notice[]): readonly Notice[] {
  return [...new Map(warnings.map((one) => [JSON.stringify(one.text), one])).values()]
}

/** `a, b, c and 4 more`. */
export function namedAtMost(most: number, names: readonly string[]): string | Message {
  const named = names.slice(0, most).join(', ')
  return names.length <= most ? named : message('reading.andMore', { names: named, count: names.length - most })
}

/** `A1, B2 and others`. */
export function someOf(most: number, names: readonly string[]): string | Message {
  const named = names.slice(0, most).join(', ')
  return names.length <= most ? named : message('reading.andOthers', { names: named })
}
