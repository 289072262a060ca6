import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import iconv from 'iconv-lite'
import { isUtf8 } from 'node:buffer'
import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { type ReadBlock, type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'
import { warning } from '../read-warning.ts'
import { type DecodedText, decodeText } from '../decode-text.ts'
import { encodingWarnings } from '../read-text.ts'
import { markupText } from '../web/markup-text.ts'
import { declaredEncoding } from '../web/read-html.ts'
import { paragraphBlocks, quotedBlocks } from './quoted-blocks.ts'

/** A piece of a message's text with its own offsets. */
export type MailText = {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  /** Where it comes from: decides which of two alternatives is taken. */
  readonly kind: 'plain' | 'html' | 'added'
  readonly warnings: readonly Notice[]
}

/** Text of a text/plain part, or any text that a reader made itself (`added`). Lines stay as they were sent. */
export function plainMailText(decoded: string, kind: 'plain' | 'added' = 'plain'): MailText {
  const text = withoutPageMarks(decoded).replace(/\r\n?/g, '\n').toWellFormed().trim()
  return { text, blocks: quotedBlocks(text, paragraphBlocks(text), false), kind, warnings: [] }
}

type TextParameters = Readonly<Record<string, string | undefined>>

/** The text of a text/plain part by its character set and format. */
export function plainPartText(bytes: Buffer, parameters: TextParameters, limits: ReadLimits): MailText {
  checkSize('mailText', bytes, limits.textMb)
  const { text, encoding, certain } = decodeMailText(bytes, parameters.charset)
  const isFlowed = parameters.format?.toLowerCase() === 'flowed'
  const body = plainMailText(isFlowed ? unflowed(text, parameters.delsp?.toLowerCase() === 'yes') : text)
  return { ...body, warnings: encodingWarnings(body.text, encoding, certain) }
}

/** The text of a text/html part. Throws `ReadFailedError` past the limits of web pages. */
export function htmlPartText(bytes: Buffer, charset: string | undefined, limits: ReadLimits): MailText {
  checkSize('formattedMail', bytes, limits.htmlMb)
  const { text: html, encoding, certain } = decodeMailText(bytes, charset ?? declaredEncoding(bytes))
  const { text, blocks, counts, quotes } = markupText(html, limits)
  const told = blocks.map((block, index): ReadBlock => {
    const isQuoted = quotes.some(([from, to]) => index >= from && index < to)
    return isQuoted && /^(paragraph|list-item|code)$/.test(block.kind) ? { ...block, kind: 'quoted', level: 1 } : block
  })
  const warnings = [...encodingWarnings(text, encoding, certain)]
  if (counts.hiddenCharacters > 0)
    warnings.push(warning('hidden-text', message('reading.mail.hiddenText', { count: counts.hiddenCharacters })))
  return { text, blocks: quotedBlocks(text, told, quotes.length > 0), kind: 'html', warnings }
}

/** Texts one after the other, an empty line between them, offsets moved. */
export function joinTexts(texts: readonly MailText[]): MailText {
  const [first, ...rest] = texts.filter(({ text }) => text !== '')
  if (!first) return plainMailText('')
  return rest.reduce((before, next) => {
    const offset = before.text.length + 2
    const moved = next.blocks.map((block) => ({ ...block, start: block.start + offset, end: block.end + offset }))
    return {
      ...before,
      text: `${before.text}\n\n${next.text}`,
      blocks: [...before.blocks, ...moved],
      warnings: [...before.warnings, ...next.warnings],
    }
  }, first)
}

function checkSize(limit: 'mailText' | 'formattedMail', bytes: Buffer, limitMb: number): void {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limitMb) throw gateFailure(limit, { value: sizeMb, limit: limitMb })
}

/** Joins the lines that format=flowed (RFC 3676) broke; quoted lines only with lines quoted as often. */
function unflowed(text: string, dropsSpace: boolean): string {
  const lines: string[] = []
  let openDepth = -1
  for (const raw of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(raw)![0]
    const content = raw.slice(marks.length).replace(/^ /, '')
    const isSignature = content === '-- '
    if (openDepth === marks.length && !isSignature) lines[lines.length - 1] += content
    else lines.push(marks === '' ? content : `${marks} ${content}`)
    const flows = content.endsWith(' ') && !isSignature
    openDepth = flows ? marks.length : -1
    if (flows && dropsSpace) lines[lines.length - 1] = lines.at(-1)!.slice(0, -1)
  }
  return lines.join('\n')
}

/** Share of the bytes outside ASCII that may be wrong in UTF-8 before the declaration is taken for a lie. */
const LARGEST_BROKEN_SHARE = 0.1

/**
 * Decodes a part of a message by the character set it declares: `TextDecoder` knows the sets of mail (ISO-2022-JP, which
 * iconv-lite lacks, and Latin-1 as the Windows page that it is), iconv-lite the rare ones (UTF-7, DOS and Mac pages).
 * None declared, an unknown one, or one that does not fit: detected.
 */
export function decodeMailText(bytes: Buffer, charset: string | undefined): DecodedText {
  const label = charset
    ?.trim()
    .toLowerCase()
    .replace(/^(cp|x-cp)(125\d|874)$/, 'windows-$2')
  if (!label || label === 'us-ascii' || label === 'ascii') return decodeText(bytes)
  const decoder = decoderOf(label)
  // Programs call UTF-8 Latin; letters of Latin that are valid UTF-8 by chance do not happen in a text.
  if (decoder?.encoding === 'windows-1252' && isUtf8(bytes)) return decodeText(bytes)
  if (decoder) {
    const text = decoder.decode(bytes).toWellFormed()
    if (decoder.encoding !== 'utf-8' || !isBroken(text, bytes))
      return { text, encoding: decoder.encoding, certain: true }
    return decodeText(bytes)
  }
  if (!iconv.encodingExists(label)) return decodeText(bytes)
  return { text: iconv.decode(bytes, label, { stripBOM: true }).toWellFormed(), encoding: label, certain: true }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

function isBroken(text: string, bytes: Buffer): boolean {
  const broken = text.split('\uFFFD').length - 1
  if (broken === 0) return false
  let foreign = 0
  for (const byte of bytes) if (byte >= 0x80) foreign += 1
  return broken > foreign * LARGEST_BROKEN_SHARE
}

/** A field of the header as it is shown; without a value it is left out. */
export type MailField = readonly [label: string, value: string | undefined]

/**
 * A message as one page: its subject as a heading, who and when, then the texts. The same for every format of messages.
 */
export function mailPage(subject: string, fields: readonly MailField[], texts: readonly MailText[]): ReadPage {
  const { text, blocks } = joinTexts([headingText(subject), fieldsText(fields), ...texts])
  return wholeDocument(text, blocks, 'noMessage')
}

function headingText(subject: string): MailText {
  const { text } = plainMailText(subject, 'added')
  return { text, blocks: [{ start: 0, end: text.length, kind: 'heading', level: 1 }], kind: 'added', warnings: [] }
}

/** One line each. No quotation is looked for: the lines are what the head of an earlier message looks like. */
function fieldsText(fields: readonly MailField[]): MailText {
  const lines = fields.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)
  const { text } = plainMailText(lines.join('\n'), 'added')
  return { text, blocks: [{ start: 0, end: text.length, kind: 'paragraph', level: 0 }], kind: 'added', warnings: [] }
}

/** Share of the words of one text that must stand in the other for them to say the same. */
const SAME_SHARE = 0.9

/** So few words more are a caption or the name of a list, not content. */
const FEW_WORDS = 5

export type ChosenText = { readonly texts: readonly MailText[]; readonly warnings: readonly Notice[] }

/**
 * Of the plain and the formatted text of the same message: the plain one where both say the same; the formatted one where
 * it says more or has tables, which plain text flattens; both, with a warning, where each says something of its own.
 */
export function chooseAlternative(plain: MailText, html: MailText): ChosenText {
  const plainWords = wordsOf(plain.text)
  const htmlWords = wordsOf(html.text)
  const plainHasMore = hasMore(plainWords, htmlWords)
  const htmlHasMore = hasMore(htmlWords, plainWords)
  if (plainHasMore && htmlHasMore)
    return {
      texts: [plain, html],
      warnings: [warning('layout', message('reading.mail.twoTexts'))],
    }
  const isHtmlBetter = htmlHasMore || (hasTable(html) && !plainHasMore)
  return { texts: [isHtmlBetter ? html : plain], warnings: [] }
}

/** Addresses of links stand only in plain texts and names of pictures in either. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  const said = text.replace(/\b(https?:\/\/|www\.|mailto:|cid:)\S+|\[(image|cid|inline)[^\]\n]{0,200}\]/gi, ' ')
  for (const [word] of said.toLowerCase().matchAll(/[\p{L}\p{N}]{2,}/gu)) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

function hasMore(words: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
  let total = 0
  let missing = 0
  for (const [word, count] of words) {
    total += count
    missing += Math.max(0, count - (others.get(word) ?? 0))
  }
  // Of a short text a few words may be the whole answer.
  return missing > total / 2 || (missing > FEW_WORDS && missing > total * (1 - SAME_SHARE))
}

function hasTable({ text, blocks }: MailText): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'table') return false
    const rows = text.slice(block.start, block.end).split('\n')
    return rows.filter((row) => row.includes('\t')).length >= 2
  })
}
