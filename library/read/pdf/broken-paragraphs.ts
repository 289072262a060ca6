import type { LayoutBlock, Rect } from '@llamaindex/liteparse'

/**
 * Blocks with those joined again that the layout parted in the middle of a word ("ap-", "proximately"): at the end of a
 * column, or where the print changes.
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

function isBroken({ kind, text = '' }: LayoutBlock, next: LayoutBlock): boolean {
  if ((kind !== 'paragraph' && kind !== 'list_item') || next.kind !== 'paragraph') return false
  return /\p{Ll}[-\u00ad\u2010]$/u.test(text.trimEnd()) && /^\p{Ll}{2}/u.test((next.text ?? '').trimStart())
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
