import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { type ReadBlock, withoutPageMarks } from '../read-page.ts'
import { encodingWarnings } from '../text/read-text.ts'
import { markupText } from '../web/markup-text.ts'
import { declaredEncoding } from '../web/read-html.ts'
import { decodeMailText } from './decode-mail-text.ts'
import { paragraphBlocks, quotedBlocks } from './quoted-blocks.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

/** A piece of a message's text with its own offsets. */
export type MailText = {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  /** Where it comes from: decides which of two alternatives is taken. */
  readonly kind: 'plain' | 'html' | 'added'
  readonly warnings: readonly ReadWarning[]
}

/** Text of a text/plain part, or any text that a reader made itself (`added`). Lines stay as they were sent. */
export function plainMailText(decoded: string, kind: 'plain' | 'added' = 'plain'): MailText {
  const text = withoutPageMarks(decoded).replace(/\r\n?/g, '\n').toWellFormed().trim()
  return { text, blocks: quotedBlocks(text, paragraphBlocks(text), false), kind, warnings: [] }
}

export type TextParameters = Readonly<Record<string, string | undefined>>

/** The text of a text/plain part by its character set and format. */
export function plainPartText(bytes: Buffer, parameters: TextParameters, limits: ReadLimits): MailText {
  checkSize('The text of the message is too large', bytes, limits.textMb)
  const { text, encoding, certain } = decodeMailText(bytes, parameters.charset)
  const isFlowed = parameters.format?.toLowerCase() === 'flowed'
  const body = plainMailText(isFlowed ? unflowed(text, parameters.delsp?.toLowerCase() === 'yes') : text)
  return { ...body, warnings: encodingWarnings(body.text, encoding, certain) }
}

/** The text of a text/html part. Throws `ReadFailedError` past the limits of web pages. */
export function htmlPartText(bytes: Buffer, charset: string | undefined, limits: ReadLimits): MailText {
  checkSize('The formatted text of the message is too large', bytes, limits.htmlMb)
  const { text: html, encoding, certain } = decodeMailText(bytes, charset ?? declaredEncoding(bytes))
  const { text, blocks, counts, quotes } = markupText(html, limits)
  const told = blocks.map((block, index): ReadBlock => {
    const isQuoted = quotes.some(([from, to]) => index >= from && index < to)
    return isQuoted && /^(paragraph|list-item|code)$/.test(block.kind) ? { ...block, kind: 'quoted', level: 1 } : block
  })
  const warnings = [...encodingWarnings(text, encoding, certain)]
  if (counts.hiddenCharacters > 0)
    warnings.push(
      warning('hidden-text', `${counts.hiddenCharacters} characters are hidden in the message and were left out.`),
    )
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

function checkSize(what: string, bytes: Buffer, limitMb: number): void {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limitMb) throw gateFailure(what, { value: sizeMb, limit: limitMb, unit: 'MB' })
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
