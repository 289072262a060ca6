import type { LayoutBlock, Rect } from '@llamaindex/liteparse'
import { type ReadBlock, withoutPageMarks } from '../read-page.ts'
import { BULLET } from '../text-signs.ts'
import type { FoundWord, WordAligner } from './word-aligner.ts'

/** The text of a page while it grows, with its words and blocks. */
export type PageWriter = {
  text: string
  readonly starts: number[]
  readonly ends: number[]
  readonly boxes: number[]
  readonly blocks: ReadBlock[]
  readonly words: readonly FoundWord[]
  readonly aligner: WordAligner
}

/** Adds a block of what `write` writes; nothing when that is nothing. */
export function addBlock(writer: PageWriter, kind: ReadBlock['kind'], level: number, write: () => void): void {
  const last = writer.blocks.at(-1)
  const before = writer.text
  if (last) writer.text += last.kind === 'list-item' && kind === 'list-item' ? '\n' : '\n\n'
  const start = writer.text.length
  writer.aligner.restart()
  write()
  writer.text = writer.text.trimEnd()
  if (writer.text.length > start) writer.blocks.push({ start, end: writer.text.length, kind, level })
  else writer.text = before
}

export function addWord(writer: PageWriter, start: number, end: number, index: number): void {
  const word = writer.words[index]!
  writer.starts.push(start)
  writer.ends.push(end)
  writer.boxes.push(word.x, word.y, word.width, word.height)
}

/** A block of a label and a value that is not in the text layer; the value is boxed as one word. */
export function addBoxed(
  writer: PageWriter,
  kind: ReadBlock['kind'],
  { label, value, box }: { readonly label: string; readonly value: string; readonly box: Rect | undefined },
): void {
  addBlock(writer, kind, 0, () => {
    const shown = withoutPageMarks(value).trim()
    writer.text += label === '' ? '' : `${withoutPageMarks(label)}: `
    const start = writer.text.length
    writer.text += shown
    if (!box || shown === '') return
    writer.starts.push(start)
    writer.ends.push(writer.text.length)
    writer.boxes.push(box.x, box.y, box.width, box.height)
  })
}

/** The next line of a paragraph begins at most so far below the last, in points. */
const LINE_GAP_POINTS = 12

/** And begins as far to the left, but for an indented first line. */
const INDENT_POINTS = 20

/** A line of a sentence fills most of its column. */
const LEAST_LINE = 50

/**
 * Blocks with those joined again that the layout parted in the middle of a word ("ap-", "proximately") or of a sentence,
 * where the print changes. Only what stands right below: beside it the word may be another.
 */
export function withWholeSentences(blocks: readonly LayoutBlock[]): readonly LayoutBlock[] {
  const joined: LayoutBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last && isBrokenWord(last, block)) joined[joined.length - 1] = joinedBlock(last, block)
    else if (last && isBrokenSentence(last, block))
      joined[joined.length - 1] = { ...joinedBlock(last, block, ' '), kind: 'paragraph', level: 0 }
    else joined.push(block)
  }
  return joined
}

function isBrokenWord(block: LayoutBlock, next: LayoutBlock): boolean {
  const { kind, text = '' } = block
  if ((kind !== 'paragraph' && kind !== 'list_item') || next.kind !== 'paragraph') return false
  const isMidWord = /\p{Ll}[-\u00ad\u2010]$/u.test(text.trimEnd()) && /^\p{Ll}{2}/u.test((next.text ?? '').trimStart())
  return isMidWord && isRightBelow(block.bbox, next.bbox)
}

/**
 * A first line in larger print is taken for a heading though its sentence goes on in the next. Its box is often too high
 * and reaches over the lines below.
 */
function isBrokenSentence({ kind, text = '', bbox }: LayoutBlock, next: LayoutBlock): boolean {
  if (kind !== 'heading' || next.kind !== 'paragraph' || text.length < LEAST_LINE) return false
  const isMidSentence = /[\p{L},]$/u.test(text.trimEnd()) && /^\p{Ll}/u.test((next.text ?? '').trimStart())
  return isMidSentence && bbox !== undefined && isRightBelow({ ...bbox, height: 0 }, next.bbox, bbox.height)
}

function isRightBelow(one: Rect | undefined, below: Rect | undefined, extra = 0): boolean {
  if (!one || !below) return false
  const gap = below.y - one.y - one.height
  return gap >= 0 && gap <= LINE_GAP_POINTS + extra && Math.abs(below.x - one.x) <= INDENT_POINTS
}

/** Without `between`, the hyphen at the end of the first is dropped. */
function joinedBlock(first: LayoutBlock, second: LayoutBlock, between?: string): LayoutBlock {
  const head = (first.text ?? '').trimEnd()
  const text = `${between === undefined ? head.slice(0, -1) : head}${between ?? ''}${(second.text ?? '').trimStart()}`
  if (!first.bbox || !second.bbox) return { ...first, text }
  return { ...first, text, bbox: union(first.bbox, second.bbox) }
}

function union(one: Rect, other: Rect): Rect {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** A line of a block: where its first word begins, in the text and on the page, and how far below the line before. */
type BlockLine = { readonly start: number; readonly x: number; readonly gap: number; readonly height: number }

/** The lines of a block as its words lie; the gap of the first is 0. */
function blockLines(block: ReadBlock, { starts, boxes }: PageWriter): readonly BlockLine[] {
  const lines: BlockLine[] = []
  for (let at = 0; at < starts.length; at += 1) {
    const start = starts[at]!
    if (start < block.start || start >= block.end) continue
    const [x, y, height] = [boxes[at * 4]!, boxes[at * 4 + 1]!, boxes[at * 4 + 3]!]
    if (lines.length === 0) lines.push({ start, x, gap: 0, height })
    else if (y - boxes[at * 4 - 3]! > height / 2) lines.push({ start, x, gap: y - boxes[at * 4 - 3]!, height })
  }
  return lines
}

/** Puts the parts of blocks in their place. The space before each becomes a line feed, so all offsets stay. */
function partBlocks(writer: PageWriter, partsOf: (block: ReadBlock) => readonly ReadBlock[]): void {
  const parted = writer.blocks.flatMap(partsOf)
  for (const { start } of parted) if (writer.text[start - 1] === ' ') writer.text = withLineFeed(writer.text, start - 1)
  writer.blocks.splice(0, Infinity, ...parted)
}

function withLineFeed(text: string, at: number): string {
  return `${text.slice(0, at)}\n${text.slice(at + 1)}`
}

/** "1.", "1.2", "1.2.3.", "(a)", "(iv)", "\u00a7", "Article", "Section". */
const CLAUSE = /^(\d{1,3}\.|\d{1,3}(\.\d{1,3})+\.?|\(([a-z]{1,4}|\d{1,3})\)|\u00a7{1,2}|article|section|clause)$/i

/** A clause stands further from the line above than the lines of a paragraph from each other. */
const WIDER = 1.25

/** Where there are no two gaps to compare: more than this many heights of the print. */
const WIDE = 1.6

/**
 * Parts the paragraphs of a page where a numbered clause begins after a wider gap: the layout runs clauses together that
 * are set without an indent.
 */
export function partClauses(writer: PageWriter): void {
  partBlocks(writer, (block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [block]
    const cuts = cutsOf(block, writer)
    return [block.start, ...cuts].map((start, at) => ({ ...block, start, end: (cuts[at] ?? block.end + 1) - 1 }))
  })
}

function cutsOf(block: ReadBlock, writer: PageWriter): readonly number[] {
  const lines = blockLines(block, writer).slice(1)
  const least = Math.min(...lines.map(({ gap }) => gap))
  const widest = Math.max(...lines.map(({ gap }) => gap))
  return lines.flatMap(({ start, gap, height }) => {
    const isApart = widest > least * WIDER ? gap > least * WIDER : gap > height * WIDE
    const word = /^\S+/.exec(writer.text.slice(start, block.end))?.[0] ?? ''
    return isApart && CLAUSE.test(word) && writer.text[start - 1] === ' ' ? [start] : []
  })
}

/** One sign at the start of a line may part words. */
const LEAST_ITEMS = 2

/** Lines whose first words lie within so many points of each other begin at the same place. */
const SAME_X = 2

/**
 * Parts the paragraphs of a page into the items of a list, where its sign begins several of their lines: the layout does not
 * know the signs that are put in for it (`shown` of a word). A line that begins no further right than the sign is no part of an item.
 */
export function partLists(writer: PageWriter): void {
  partBlocks(writer, (block) => (block.kind === 'paragraph' ? itemsOf(block, writer) : [block]))
}

function itemsOf(block: ReadBlock, writer: PageWriter): readonly ReadBlock[] {
  if (!writer.text.slice(block.start, block.end).includes(BULLET)) return [block]
  const lines = blockLines(block, writer)
  const isItem = ({ start }: BlockLine) => writer.text.startsWith(`${BULLET} `, start)
  if (lines.filter(isItem).length < LEAST_ITEMS) return [block]
  const parts: ReadBlock[] = []
  let sign: number | undefined
  for (const line of lines) {
    const isAfter = sign !== undefined && line.x <= sign + SAME_X
    if (!isItem(line) && !isAfter && parts.length > 0) continue
    const part = { ...block, start: line.start }
    parts.push(isItem(line) ? { ...part, kind: 'list-item', level: 1 } : part)
    sign = isItem(line) ? line.x : undefined
  }
  return parts.map((part, at) => ({ ...part, end: (parts[at + 1]?.start ?? block.end + 1) - 1 }))
}
