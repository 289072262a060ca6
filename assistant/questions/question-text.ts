import { isUtf8 } from 'node:buffer'
import { AssistantError } from '../home/assistant-error.ts'

/**
 * The text of a question file. Spreadsheets seldom save UTF-8, so it may be in any encoding that documents may be in. `name`: of the
 * file. Throws `WRONG_USE` where some of it is in none.
 */
export async function questionText(bytes: Buffer, name: string): Promise<string> {
  // UTF-16 of plain letters is UTF-8 too, with a zero for each letter.
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  const { decodeText } = await import('../../library/read/decode-text.ts')
  const { text } = decodeText(bytes)
  if (!text.includes('\uFFFD')) return text
  throw new AssistantError(
    'WRONG_USE',
    `${name}: some characters cannot be decoded. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”). Nothing was taken.`,
  )
}
