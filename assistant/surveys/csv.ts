import { perLocale } from '../../wording/translate.ts'

/** A spreadsheet takes a cell that begins so for a formula, and would run it. */
const FORMULA = /^[=+\-@\t\r]/

/** Where the comma is in the numbers, a spreadsheet parts columns by semicolons and takes a line with commas for one cell. */
const separator = perLocale((tag) => (new Intl.NumberFormat(tag).format(0.5).includes(',') ? ';' : ','))

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as something else. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(field).join(separator())).join('\r\n')}\r\n`
}

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return safe.includes(separator()) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
