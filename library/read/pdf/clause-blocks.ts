import type { ReadBlock } from '../read-page.ts'
import { blockLines, partBlocks } from './block-lines.ts'
import type { PageWriter } from './page-writer.ts'

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
