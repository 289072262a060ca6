import type { LayoutBlock, Rect } from '@llamaindex/liteparse'

/** The next line of a paragraph begins at most so far below the last, in points. */
const LINE_GAP_POINTS = 12
/** And begins as far to the left, but for an indented first line. */
const INDENT_POINTS = 20

/**
 * Blocks with those joined again that the layout parted in the middle of a word ("ap-", "proximately"), where the print
 * changes. Only what stands right below: beside it the word may be another.
 */
export function withWholeWords(blocks: readonly LayoutBlock[]): readonly LayoutBlock[] {
  const joined: LayoutBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last && isBroken(last, block)) joined[joined.length - 1] = joinedBlock(last, block)
    else joined.push(block)
  }
  return joined
}

function isBroken(block: LayoutBlock, next: LayoutBlock): boolean {
  const { kind, text = '' } = block
  if ((kind !== 'paragraph' && kind !== 'list_item') || next.kind !== 'paragraph') return false
  const isMidWord = /\p{Ll}[-\u00ad\u2010]$/u.test(text.trimEnd()) && /^\p{Ll}{2}/u.test((next.text ?? '').trimStart())
  return isMidWord && isRightBelow(block.bbox, next.bbox)
}

function isRightBelow(one: Rect | undefined, below: Rect | undefined): boolean {
  if (!one || !below) return false
  const gap = below.y - one.y - one.height
  return gap >= 0 && gap <= LINE_GAP_POINTS && Math.abs(below.x - one.x) <= INDENT_POINTS
}

function joinedBlock(first: LayoutBlock, second: LayoutBlock): LayoutBlock {
  const text = `${(first.text ?? '').trimEnd().slice(0, -1)}${(second.text ?? '').trimStart()}`
  if (!first.bbox || !second.bbox) return { ...first, text }
  return { ...first, text, bbox: union(first.bbox, second.bbox) }
}

function union(one: Rect, other: Rect): Rect {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}
