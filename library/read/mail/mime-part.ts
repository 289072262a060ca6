import { message as messageOf } from '../../../wording/message.ts'
import PostalMime from 'postal-mime'
import { type Address, addressParser, decodeWords } from 'postal-mime'
import { damagedFailure, gateFailure, mailHeaderFailure, type ReadFailedError } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { decodeText } from '../decode-text.ts'

/** A node of a message: either content or further parts. */
export type MimePart = {
  /** In lower case, `text/plain` where none is given. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string | undefined>>
  /** "attachment", "inline", or empty. */
  readonly disposition: string
  readonly fileName: string | undefined
  /** Without its angle brackets. */
  readonly contentId: string | undefined
  readonly headers: readonly MailHeader[]
  /** Decoded from base64 or quoted-printable. */
  readonly content: Buffer
  readonly parts: readonly MimePart[]
}

type StructuredHeader = { readonly value: string; readonly params: Readonly<Record<string, string | undefined>> }

/** The tree that postal-mime builds; its public result has only two texts for the whole, without their bytes. */
type PostalNode = {
  readonly state: 'header' | 'body' | 'finished'
  readonly contentType: { readonly parsed: StructuredHeader }
  readonly contentDisposition: { readonly parsed: StructuredHeader }
  readonly contentTransferEncoding: { readonly encoding: string }
  readonly contentDecoder: { readonly chunks: unknown[] } | null
  readonly contentId?: string
  readonly headers: readonly MailHeader[]
  readonly content: ArrayBuffer | null
  readonly childNodes: readonly PostalNode[]
}
type Line = Uint8Array<ArrayBuffer>
type Internals = { processLine(line: Line, isFinal: boolean): Promise<void> }
const takeLine = (PostalMime.prototype as unknown as Internals).processLine

/**
 * The parser without its second half, which would decode all text by declared character sets only, and merge it. It notes
 * where each part lies: content that is not encoded comes out of the parser with other line ends and one more.
 */
class MimeTreeParser extends PostalMime {
  declare readonly root: PostalNode
  declare readonly currentNode: PostalNode
  declare readonly readPos: number
  readonly ranges = new Map<PostalNode, { readonly start: number; end: number }>()

  async collectNode(): Promise<void> {}

  async processLine(line: Line, isFinal: boolean): Promise<void> {
    const node = this.currentNode
    const isBody = node.state === 'body'
    await takeLine.call(this, line, isFinal)
    if (!isBody || node !== this.currentNode) return
    // It keeps two pieces a line, which take seconds to join in long texts; `contentOf` cuts them from the message.
    if (!isEncoded(node) && node.contentDecoder) node.contentDecoder.chunks.length = 0
    const range = this.ranges.get(node)
    if (range) range.end = this.readPos
    else this.ranges.set(node, { start: line.byteOffset, end: this.readPos })
  }
}

/**
 * The parts of a message. Takes what can be taken from a damaged one. Throws `ReadFailedError` where parts nest too deep,
 * or are too many, or the header is too large.
 */
export async function parseMime(bytes: Buffer, limits: ReadLimits): Promise<MimePart> {
  const start = messageStart(bytes)
  const message = withReadableHead(bytes.subarray(start))
  checkPartCount(message, limits)
  const parser = new MimeTreeParser({
    maxNestingDepth: limits.mailDepth,
    maxHeadersSize: limits.mailHeadersMb * BYTES_PER_MB,
  })
  try {
    await parser.parse(message)
  } catch (error) {
    throw parserFailure(error, limits)
  }
  return partOf(parser.root, (node) => contentOf(node, message, parser))
}

/** Blank lines, a byte order mark and the "From " line of a mailbox may stand before the first field. */
function messageStart(bytes: Buffer): number {
  const head = bytes.subarray(0, 4096).toString('latin1')
  return /^(\u00ef\u00bb\u00bf)?\s*(>?From [^\r\n]*\r?\n)?\s*/.exec(head)![0].length
}

/** Old programs wrote names in their own code page where only ASCII or UTF-8 may stand; the parser takes UTF-8. */
function withReadableHead(message: Buffer): Buffer {
  const end = headEnd(message)
  const { text, encoding } = decodeText(message.subarray(0, end))
  return encoding === 'utf-8' ? message : Buffer.concat([Buffer.from(text, 'utf8'), message.subarray(end)])
}

/** Counted by the lines that may part a message, before the parser makes an object of each. */
function checkPartCount(message: Buffer, limits: ReadLimits): void {
  let count = 0
  for (let at = message.indexOf('\n--'); at >= 0; at = message.indexOf('\n--', at + 3)) count += 1
  if (count > limits.mailParts) throw gateFailure('parts', { value: count, limit: limits.mailParts }, 'saveAnew')
}

/** postal-mime throws plain errors; two of them are its limits. */
function parserFailure(error: unknown, limits: ReadLimits): ReadFailedError {
  const said = error instanceof Error ? error.message : ''
  if (said.includes('nesting depth')) {
    const reached = { value: limits.mailDepth + 1, limit: limits.mailDepth }
    return gateFailure('partDepth', reached, 'saveAnew')
  }
  if (said.includes('header size')) return mailHeaderFailure(limits.mailHeadersMb, error)
  return damagedFailure(messageOf('unread.damage.mail'), error)
}

function isEncoded({ contentTransferEncoding: { encoding } }: PostalNode): boolean {
  return /base64|quoted-printable/.test(encoding)
}

const LINE_END = 0x0a

/** The bytes as they were sent. The line end before a boundary belongs to the boundary. */
function contentOf(node: PostalNode, message: Buffer, { root, ranges }: MimeTreeParser): Buffer {
  const decoded = Buffer.from(node.content ?? new ArrayBuffer(0))
  const range = ranges.get(node)
  if (!range || node.contentTransferEncoding.encoding.includes('base64')) return decoded
  const raw = message.subarray(range.start, range.end)
  const content = node === root ? raw : withoutLastLineEnd(raw)
  if (!isEncoded(node)) return content
  const isSoft = content.at(-1) === '='.charCodeAt(0)
  return isSoft || decoded.at(-1) !== LINE_END ? decoded : decoded.subarray(0, -1)
}

function withoutLastLineEnd(bytes: Buffer): Buffer {
  if (bytes.at(-1) !== LINE_END) return bytes
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1)
}

function partOf(node: PostalNode, contentOfNode: (node: PostalNode) => Buffer): MimePart {
  const { value, params } = node.contentType.parsed
  const disposition = node.contentDisposition.parsed
  const named = disposition.params.filename || params.name
  return {
    type: value.toLowerCase() || 'text/plain',
    parameters: params,
    disposition: disposition.value.toLowerCase(),
    fileName: named ? decodeWords(named) : undefined,
    contentId: node.contentId?.replace(/^<|>$/g, ''),
    headers: node.headers,
    content: contentOfNode(node),
    parts: node.childNodes.map((child) => partOf(child, contentOfNode)),
  }
}

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
function headEnd(message: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n', '\r\r'].map((end) => message.indexOf(end)).filter((at) => at >= 0)
  return Math.min(message.length, ...ends)
}
