import { message } from '../../wording/message.ts'
import type { Notice } from '../../contract/document.ts'
import { gateFailure } from './read-failure.ts'
import { BYTES_PER_MB } from './read-limits.ts'
import { type ReadBlock, wholeDocument, withoutPageMarks } from './read-page.ts'
import { readsWhole } from './read-source.ts'
import { warning } from './read-warning.ts'
import { decodeText } from './decode-text.ts'

const RULE = /^\s{0,3}([-*_])\s*(\1\s*){2,}$/

const FENCE = /^\s{0,3}(```+|~~~+)/

const TABLE_DELIMITER = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/

const LIST_ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+\S/

/**
 * Plain text and Markdown: the text is the decoded file itself, so offsets are offsets into the file. Markdown adds
 * blocks; plain text has none, its headings and paragraphs are found when it is split.
 */
export const readText = readsWhole(({ bytes, mediaType, limits }) => {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.textMb) throw gateFailure('text', { value: sizeMb, limit: limits.textMb })
  const { text, encoding, certain } = decodeText(bytes)
  const clean = withoutPageMarks(text)
  const page = wholeDocument(clean, mediaType === 'text/markdown' ? markdownBlocks(clean) : [], 'noTextInFile')
  return { page, warnings: encodingWarnings(clean, encoding, certain) }
})

/** What the user must know of how bytes became letters. */
export function encodingWarnings(text: string, encoding: string, certain: boolean): readonly Notice[] {
  const warnings: Notice[] = []
  if (!certain) warnings.push(warning('encoding', message('reading.notices.encodingGuessed', { encoding })))
  const unreadable = text.split('\uFFFD').length - 1
  if (unreadable > 0) warnings.push(warning('encoding', message('reading.notices.undecoded', { count: unreadable })))
  return warnings
}

type Line = { readonly start: number; readonly end: number; readonly text: string }
type Scan = { readonly lines: readonly Line[]; index: number; readonly blocks: ReadBlock[] }

/** The blocks of a Markdown text by offset; the text itself stays as it is. Line by line, so no input is slow. */
function markdownBlocks(text: string): readonly ReadBlock[] {
  const scan: Scan = { lines: linesOf(text), index: 0, blocks: [] }
  while (scan.index < scan.lines.length) {
    const line = scan.lines[scan.index]!
    if (line.text.trim() === '' || RULE.test(line.text)) scan.index += 1
    else if (FENCE.test(line.text)) takeFence(scan)
    else if (/^ {0,3}#{1,6}(\s|$)/.test(line.text)) takeHeading(scan, line)
    else if (isTableHead(scan)) takeTable(scan)
    else if (LIST_ITEM.test(line.text)) takeListItem(scan, line)
    else takeParagraph(scan)
  }
  return scan.blocks
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < text.length) {
    const feed = text.indexOf('\n', start)
    const next = feed < 0 ? text.length : feed + 1
    const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed < 0 ? text.length : feed
    lines.push({ start, end, text: text.slice(start, end) })
    start = next
  }
  return lines
}

function push(scan: Scan, first: number, kind: ReadBlock['kind'], level: number): void {
  const last = scan.lines[scan.index - 1]!
  scan.blocks.push({ start: scan.lines[first]!.start, end: last.end, kind, level })
}

function takeHeading(scan: Scan, line: Line): void {
  const level = /#{1,6}/.exec(line.text)![0].length
  scan.index += 1
  push(scan, scan.index - 1, 'heading', level)
}

function takeFence(scan: Scan): void {
  const first = scan.index
  const fence = FENCE.exec(scan.lines[first]!.text)![1]!
  scan.index += 1
  while (scan.index < scan.lines.length && !scan.lines[scan.index]!.text.trimStart().startsWith(fence)) scan.index += 1
  scan.index = Math.min(scan.index + 1, scan.lines.length)
  push(scan, first, 'code', 0)
}

function isTableHead(scan: Scan): boolean {
  const line = scan.lines[scan.index]!
  const next = scan.lines[scan.index + 1]
  return line.text.includes('|') && next !== undefined && next.text.includes('-') && TABLE_DELIMITER.test(next.text)
}

function takeTable(scan: Scan): void {
  const first = scan.index
  scan.index += 2
  while (scan.lines[scan.index]?.text.includes('|')) scan.index += 1
  push(scan, first, 'table', 2)
}

function takeListItem(scan: Scan, line: Line): void {
  const first = scan.index
  const indent = LIST_ITEM.exec(line.text)![1]!.replaceAll('\t', '    ').length
  scan.index += 1
  while (scan.index < scan.lines.length && continuesParagraph(scan, scan.lines[scan.index]!)) scan.index += 1
  push(scan, first, 'list-item', 1 + Math.floor(indent / 2))
}

function takeParagraph(scan: Scan): void {
  const first = scan.index
  scan.index += 1
  while (scan.index < scan.lines.length && continuesParagraph(scan, scan.lines[scan.index]!)) {
    const underline = /^ {0,3}(=+|-+)\s*$/.exec(scan.lines[scan.index]!.text)?.[1]
    scan.index += 1
    if (underline) return push(scan, first, 'heading', underline.startsWith('=') ? 1 : 2)
  }
  push(scan, first, 'paragraph', 0)
}

function continuesParagraph(scan: Scan, line: Line): boolean {
  if (line.text.trim() === '' || LIST_ITEM.test(line.text) || FENCE.test(line.text)) return false
  if (/^ {0,3}#{1,6}(\s|$)/.test(line.text) || isTableHead(scan)) return false
  return !RULE.test(line.text) || /^ {0,3}-+\s*$/.test(line.text)
}
