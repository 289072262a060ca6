import PostalMime, { decodeWords } from 'postal-mime'
import { gateFailure, ReadFailedError, SAVE_ANEW } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { decodeText } from '../text/decode-text.ts'
import { headEnd, type MailHeader } from './mail-headers.ts'

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
  readonly contentType: { readonly parsed: StructuredHeader }
  readonly contentDisposition: { readonly parsed: StructuredHeader }
  readonly contentId?: string
  readonly headers: readonly MailHeader[]
  readonly content: ArrayBuffer | null
  readonly childNodes: readonly PostalNode[]
}

/** The parser without its second half, which would decode all text by declared character sets only, and merge it. */
class MimeTreeParser extends PostalMime {
  declare readonly root: PostalNode
  async collectNode(): Promise<void> {}
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
  return partOf(parser.root)
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
  if (count > limits.mailParts)
    throw gateFailure('Too many parts', { value: count, limit: limits.mailParts, unit: 'parts' }, SAVE_ANEW)
}

/** postal-mime throws plain errors; two of them are its limits. */
function parserFailure(error: unknown, limits: ReadLimits): ReadFailedError {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('nesting depth')) {
    const reached = { value: limits.mailDepth + 1, limit: limits.mailDepth, unit: 'levels' }
    return gateFailure('Parts nest too deep', reached, SAVE_ANEW)
  }
  if (message.includes('header size')) {
    const what = `The header is larger than ${limits.mailHeadersMb} MB. ${SAVE_ANEW}`
    return new ReadFailedError({ code: 'gate', message: what, retry: false }, { cause: error })
  }
  const what = `The file is damaged: it cannot be understood as a message. Add a sound copy of it.`
  return new ReadFailedError({ code: 'damaged', message: what, retry: false }, { cause: error })
}

function partOf(node: PostalNode): MimePart {
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
    content: Buffer.from(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(partOf),
  }
}
