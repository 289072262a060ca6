import { BULLET } from '../bullet.ts'
import type { ReadBlock } from '../read-page.ts'
import { blockLines, type BlockLine, partBlocks } from './block-lines.ts'
import type { PageWriter } from './page-writer.ts'

/** One sign at the start of a line may part words. */
const LEAST_ITEMS = 2
/** Lines whose first words lie within so many points of each other begin at the same place. */
const SAME_X = 2

/**
 * Parts the paragraphs of a page into the items of a list, where its sign begins several of their lines: the layout does not
 * know the signs that are put in for it (`shown` of a word). A line that begins no further right than the sign is no part of an item.
 */
export function partLists(writer: PageWriter): void {
  partBlocks(writer, (block) => (block.kind === 'paragraph' ? partsOf(block, writer) : [block]))
}

function partsOf(block: ReadBlock, writer: PageWriter): readonly ReadBlock[] {
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
