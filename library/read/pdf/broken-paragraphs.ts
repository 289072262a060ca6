import type { LayoutBlock, Rect } from '@llamaindex/liteparse'

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
