import type { Notice } from '../../contract/document.ts'
import { messageText } from '../../wording/message-text.ts'

/** With what was noticed as sentences in `warnings` too, where programs that read `--json` look for it. */
export function printedRow<Row extends { readonly notices: readonly Notice[] }>(row: Row) {
  return { ...row, warnings: row.notices.map(({ text }) => messageText(text)) }
}
