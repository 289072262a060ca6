import { Failure } from '../../wording/failure.ts'
import { message, type MessageValue } from '../../wording/message.ts'

/**
 * The rows of a CSV text (RFC 4180; comma, semicolon or tab, whichever the first line has most of), each as fields by the
 * names in the first line. Quoted fields may hold separators, line breaks and doubled quotes. Rows without any text are
 * left out. Throws `WRONG_USE` for a quote that is not closed, with the name of the table and its row.
 */
export function readCsvRows(text: string, table = 'The table'): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readFields(text.replace(/^\uFEFF/, ''), table)
  const names = head.map((name) => name.trim().toLowerCase())
  return rows
    .filter((fields) => fields.some((field) => field.trim() !== ''))
    .map((fields) => Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ''])))
}

/** A field, then what ends it: the separator, a line break or the end of the text. */
function readFields(text: string, table: string): readonly (readonly string[])[] {
  const separator = separatorOf(text)
  const field = new RegExp(`[ ]*"((?:[^"]|"")*)"[ ]*(?=${separator}|\\r?\\n|$)|([^${separator}\\n]*)`, 'y')
  const rows: string[][] = [[]]
  for (let at = 0; ; ) {
    field.lastIndex = at
    const found = field.exec(text)
    rows.at(-1)?.push(fieldOf(found, `${table}, row ${rows.length}`))
    at = field.lastIndex
    if (text.startsWith('\r\n', at)) at += 1
    const end = text[at]
    if (end === undefined) return rows
    if (end === '\n') rows.push([])
    at += 1
  }
}

function fieldOf(found: RegExpExecArray | null, where: MessageValue): string {
  const [, quoted, plain = ''] = found ?? []
  if (quoted !== undefined) return quoted.replaceAll('""', '"')
  // `"A" or B` is no quoted field either, though it should be one as a whole.
  if (plain.trimStart().startsWith('"') && plain.split('"').length % 2 === 0)
    throw new Failure('WRONG_USE', message('failures.questions.openQuote', { where }))
  return plain.replace(/\r$/, '')
}

function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)))
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator
}
