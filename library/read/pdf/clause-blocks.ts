import type { ReadBlock } from '../read-page.ts'
import type { PageWriter } from './page-writer.ts'

/** "1.", "1.2", "1.2.3.", "(a)", "(iv)", "\u00a7", "Article", "Section". */
const CLAUSE = /^(\d{1,3}\.|\d{1,3}(\.\d{1,3})+\.?|\(([a-z]{1,4}|\d{1,3})\)|\u00a7{1,2}|article|section|clause)$/i
/** A clause stands further from the line above than the lines of a paragraph from each other. */
const WIDER = 1.25
/** Where there are no two gaps to compare: more than this many heights of the print. */
const WIDE = 1.6

type Line = { readonly start: number; readonly gap: number; readonly height: number }

/**
 * Parts the paragraphs of a page where a numbered clause begins after a wider gap: the layout runs clauses together that
 * are set without an indent. The space before the number becomes a line feed, so all offsets stay.
 */
export function partClauses(writer: PageWriter): void {
  const parted = writer.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [block]
    const cuts = cutsOf(block, writer)
    return [block.start, ...cuts].map(
      (start, at): ReadBlock => ({ ...block, start, end: (cuts[at] ?? block.end + 1) - 1 }),
    )
  })
  for (const { start } of parted) if (writer.text[start - 1] === ' ') writer.text = withLineFeed(writer.text, start - 1)
  writer.blocks.splice(0, Infinity, ...parted)
}

function cutsOf(block: ReadBlock, writer: PageWriter): readonly number[] {
  const lines = linesOf(block, writer)
  const least = Math.min(...lines.map(({ gap }) => gap))
  const widest = Math.max(...lines.map(({ gap }) => gap))
  return lines.flatMap(({ start, gap, height }) => {
    const isApart = widest > least * WIDER ? gap > least * WIDER : gap > height * WIDE
    const word = /^\S+/.exec(writer.text.slice(start, block.end))?.[0] ?? ''
    return isApart && CLAUSE.test(word) && writer.text[start - 1] === ' ' ? [start] : []
  })
}

/** The lines of a block after its first, as its words lie. */
function linesOf(block: ReadBlock, { starts, boxes }: PageWriter): readonly Line[] {
  const lines: Line[] = []
  for (let at = 1; at < starts.length; at += 1) {
    if (starts[at - 1]! < block.start || starts[at]! >= block.end) continue
    const height = boxes[at * 4 + 3]!
    const gap = boxes[at * 4 + 1]! - boxes[at * 4 - 3]!
    if (gap > height / 2) lines.push({ start: starts[at]!, gap, height })
  }
  return lines
}

function withLineFeed(text: string, at: number): string {
  return `${text.slice(0, at)}\n${text.slice(at + 1)}`
}
