import { message } from '../../../wording/message.ts'
import { damagedFailure, gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { distinctWarnings, warning } from '../read-warning.ts'
import { joinBlocks, textBlocks } from '../text-blocks.ts'
import { addCounts, markupWarnings } from './markup-text.ts'
import { htmlText, withTitle } from './read-html.ts'

const PAGE = /^(text\/html|application\/xhtml\+xml)$/

/** What a page is made of besides its text. */
const LOOKS = /^(image|font|audio|video)\/|^text\/css|javascript|font|octet-stream/

const DEEPEST = 16

const EQUALS = 0x3d

/** A web page saved with its pictures in one file; pages shown in frames follow it. Throws `ReadFailedError`. */
export const readMhtml = readsWhole(({ bytes, limits }) => {
  const { parts, start } = mimeParts(bytes, limits)
  const pages = parts.filter(({ type }) => PAGE.test(type))
  const root = pages.find(({ contentId }) => start !== undefined && contentId === start) ?? pages[0]
  if (!root) throw damagedFailure(message('unread.damage.noPage'))
  const frames = pages.filter((part) => part !== root)
  const read = [root, ...frames].map((part) => htmlText(part.bytes(), limits, part))
  const [first, ...others] = read
  const { text, blocks } = joinBlocks([withTitle(first!), ...others].flatMap(textBlocks))
  const counts = read.map((page) => page.counts).reduce(addCounts)
  const files = parts.filter(({ type }) => !PAGE.test(type) && !LOOKS.test(type)).length
  const warnings = [
    ...distinctWarnings(read.flatMap((page) => page.encodingWarnings)),
    ...markupWarnings({ ...counts, frames: Math.max(0, counts.frames - frames.length) }),
  ]
  if (files > 0) warnings.push(warning('not-read', message('reading.web.otherFiles', { count: files })))
  return { page: wholeDocument(text, blocks, 'noVisibleText'), warnings }
})

/** A part that holds no other parts. */
type MimePart = {
  /** In lower case, "text/plain" where the part names none. */
  readonly type: string
  readonly charset: string | undefined
  /** Without angle brackets. */
  readonly contentId: string | undefined
  /** Decoded on demand: pictures are never asked for. */
  readonly bytes: () => Buffer
}

type MimeParts = {
  readonly parts: readonly MimePart[]
  /** The id of the part to begin with, if the file names it. */
  readonly start: string | undefined
}

/** The parts of a saved web page (MIME, RFC 2557) in order. Throws `ReadFailedError` when they nest too deep or are too many. */
function mimeParts(bytes: Buffer, limits: ReadLimits): MimeParts {
  const parts: MimePart[] = []
  addParts(bytes, 1, parts, limits)
  return { parts, start: bare(parameter(headersOf(bytes).fields.get('content-type'), 'start')) }
}

function addParts(bytes: Buffer, depth: number, parts: MimePart[], limits: ReadLimits): void {
  if (depth > DEEPEST) throw gateFailure('partDepth', { value: depth, limit: DEEPEST }, 'saveAnew')
  if (parts.length >= limits.zipEntries)
    throw gateFailure('parts', { value: parts.length + 1, limit: limits.zipEntries }, 'saveAnew')
  const { fields, body } = headersOf(bytes)
  const contentType = fields.get('content-type')
  const type = contentType?.split(';', 1)[0]!.trim().toLowerCase() || 'text/plain'
  const boundary = parameter(contentType, 'boundary')
  if (type.startsWith('multipart/') && boundary) {
    for (const inner of between(body, boundary)) addParts(inner, depth + 1, parts, limits)
    return
  }
  const encoding = fields.get('content-transfer-encoding')?.trim().toLowerCase()
  const contentId = bare(fields.get('content-id'))
  parts.push({ type, charset: parameter(contentType, 'charset'), contentId, bytes: () => decoded(body, encoding) })
}

/** Header fields end at the first empty line. */
function headersOf(bytes: Buffer): { readonly fields: ReadonlyMap<string, string>; readonly body: Buffer } {
  const breaks = ['\r\n\r\n', '\n\n']
    .map((sign) => ({ at: bytes.indexOf(sign), length: sign.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  // A part without header fields begins with the empty line itself.
  const start = /^\r?\n/.exec(bytes.subarray(0, 2).toString('latin1'))?.[0].length
  const end = start === undefined ? (breaks[0] ?? { at: bytes.length, length: 0 }) : { at: 0, length: start }
  const head = bytes.subarray(0, end.at).toString('latin1')
  const fields = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { fields, body: bytes.subarray(end.at + end.length) }
}

function* between(body: Buffer, boundary: string): Generator<Buffer, void, void> {
  const mark = `--${boundary}`
  let start = -1
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const isLineStart = at === 0 || body[at - 1] === 0x0a
    if (!isLineStart) continue
    if (start >= 0) yield body.subarray(start, at)
    const after = body.subarray(at + mark.length, at + mark.length + 2).toString('latin1')
    const lineEnd = body.indexOf('\n', at)
    if (after === '--' || lineEnd < 0) return
    start = lineEnd + 1
  }
  // The end of the file is missing: the last part is what there is.
  if (start >= 0) yield body.subarray(start)
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? quotedPrintable(body) : body
}

function parameter(field: string | undefined, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(field ?? '')
  return found?.[1] ?? found?.[2]
}

function bare(id: string | undefined): string | undefined {
  return id?.trim().replace(/^<|>$/g, '')
}

/** Bytes from quoted-printable (RFC 2045, 6.7); what breaks its rules stays as it is. */
function quotedPrintable(source: Buffer): Buffer {
  const target = Buffer.allocUnsafe(source.length)
  let length = 0
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at]!
    const after = byte === EQUALS ? source.subarray(at + 1, at + 3).toString('latin1') : ''
    if (/^[0-9a-f]{2}$/i.test(after)) {
      target[length++] = Number.parseInt(after, 16)
      at += 2
    } else if (after.startsWith('\n')) at += 1
    else if (after === '\r\n') at += 2
    else target[length++] = byte
  }
  return target.subarray(0, length)
}
