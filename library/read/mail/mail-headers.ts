import { type Address, addressParser, decodeWords } from 'postal-mime'
import { decodeText } from '../text/decode-text.ts'

/** A field of a header: its name in lower case, its value unfolded and not yet decoded. */
export type MailHeader = { readonly key: string; readonly value: string }

/** Bytes in which the header of a message is looked for. */
const HEAD_BYTES = 2 ** 20

/** The decoded value of a field of plain text (Subject), the first where it stands twice; empty where there is none. */
export function textField(headers: readonly MailHeader[], key: string): string {
  const value = headers.find((header) => header.key === key)?.value ?? ''
  return oneLine(decodeWords(value))
}

/** All addresses of a field in one line, as "Name <address>, …". */
export function addressField(headers: readonly MailHeader[], key: string): string {
  const values = headers.filter((header) => header.key === key).map(({ value }) => value)
  return oneLine(values.flatMap((value) => addressParser(value).map(addressText)).join(', '))
}

function addressText(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(addressText).join(', ')}`
  if (!address.address) return address.name
  return address.name ? `${address.name} <${address.address}>` : address.address
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The fields at the start of a message, for names and lists: no part is parsed. */
export function headFields(message: Buffer): readonly MailHeader[] {
  const head = message.subarray(0, Math.min(HEAD_BYTES, headEnd(message)))
  const lines = decodeText(head)
    .text.replace(/^\s+/, '')
    .split(/\r\n|\n|\r/)
  const folded: string[] = []
  for (const line of lines) {
    if (/^[ \t]/.test(line) && folded.length > 0) folded[folded.length - 1] += line
    else folded.push(line)
  }
  return folded.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0 ? [{ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }] : []
  })
}

/** Where the empty line after the header begins; the length where there is none. */
export function headEnd(message: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n', '\r\r'].map((end) => message.indexOf(end)).filter((at) => at >= 0)
  return Math.min(message.length, ...ends)
}
