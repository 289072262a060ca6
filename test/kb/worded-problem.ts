import type { Message } from '../../wording/message.ts'
import { englishText } from '../../wording/message-text.ts'

/** A problem of the gate as an author reads it. */
export function worded<Problem extends { readonly message: Message; readonly fix: Message }>(problem: Problem) {
  return { ...problem, message: englishText(problem.message), fix: englishText(problem.fix) }
}
