import * as z from 'zod'
import { Notice, ReadFailure } from '../../contract/document.ts'
import { message, verbatim } from '../../wording/message.ts'
import { jsonColumn, shownText } from '../stored-json.ts'

/** Older versions kept the sentence alone. */
const Notices = z.array(
  z.union([Notice, z.string().transform((text) => ({ kind: 'other' as const, text: verbatim(text) }))]),
)

/** What was kept of why something could not be read; where that is damaged, a failure that says so. */
export function keptFailure(text: string): ReadFailure {
  return jsonColumn<ReadFailure>(text, ReadFailure, () => ({
    code: 'unreadable',
    message: message('reading.damagedFailure', { text: shownText(text) }),
    retry: true,
  }))
}

/** What was noticed while reading; where that is damaged, a notice that says so. */
export function keptNotices(text: string): readonly Notice[] {
  if (text === '[]') return []
  return jsonColumn<readonly Notice[]>(text, Notices, () => [
    { kind: 'damaged', text: message('reading.damagedNote', { text: shownText(text) }) },
  ])
}
