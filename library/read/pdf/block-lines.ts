import type { ReadBlock } from '../read-page.ts'
import type { PageWriter } from './page-writer.ts'

/** A line of a block: where its first word begins, in the text and on the page, and how far below the line before. */
export type BlockLine = { readonly start: number; readonly x: number; readonly gap: number; readonly height: number }

/** The lines of a block as its words lie; the gap of the first is 0. */
export function blockLines(block: ReadBlock, { starts, boxes }: PageWriter): readonly BlockLine[] {
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
export function partBlocks(writer: PageWriter, partsOf: (block: ReadBlock) => readonly ReadBlock[]): void {
  const parted = writer.blocks.flatMap(partsOf)
  for (const { start } of parted) if (writer.text[start - 1] === ' ') writer.text = withLineFeed(writer.text, start - 1)
  writer.blocks.splice(0, Infinity, ...parted)
}

function withLineFeed(text: string, at: number): string {
  return `${text.slice(0, at)}\n${text.slice(at + 1)}`
}
