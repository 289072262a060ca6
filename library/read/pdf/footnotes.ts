import type { LayoutBlock } from '@llamaindex/liteparse'
import type { FoundWord } from './word-aligner.ts'
import { wordsIn } from './pdf-words.ts'

/** Footnotes are set at 90 % of the body or less. */
const SMALL_TO_USUAL = 0.93
/** They stand below this share of the page. */
const LOWER_SHARE = 0.4
const MARK = /^(\d{1,3}|[*\u2217\u2020\u2021\u00a7\u00b6]{1,3}|[a-z](?=\s))\s*(.*)/s
/** Labels of diagrams are small, and short. */
const LEAST_LETTERS = 20

/**
 * The blocks of a page that are footnotes: small print in its lower part that begins with a mark which the body carries
 * too, and the small print that goes on below it.
 */
export function footnotesOf(
  blocks: readonly LayoutBlock[],
  words: readonly FoundWord[],
  pageHeight: number,
): ReadonlySet<LayoutBlock> {
  const usual = medianHeight(words)
  const notes = new Set<LayoutBlock>()
  let isWithin = false
  for (const [at, block] of blocks.entries()) {
    const isSmall = isLowerText(block, pageHeight) && heightOf(block, words) < usual * SMALL_TO_USUAL
    isWithin = isSmall && (isWithin || isBeginning(block, blocks[at + 1], words))
    if (isWithin) notes.add(block)
  }
  return notes
}

function isLowerText({ kind, bbox }: LayoutBlock, pageHeight: number): boolean {
  return (kind === 'paragraph' || kind === 'list_item') && bbox !== undefined && bbox.y > pageHeight * LOWER_SHARE
}

function heightOf({ bbox }: LayoutBlock, words: readonly FoundWord[]): number {
  return medianHeight(wordsIn(words, bbox).map((index) => words[index]!))
}

function isBeginning(block: LayoutBlock, next: LayoutBlock | undefined, words: readonly FoundWord[]): boolean {
  const [, mark, rest] = MARK.exec(`${block.marker ?? ''} ${block.text ?? ''}`.trim()) ?? []
  if (mark === undefined) return false
  // The mark may be a block of its own, with the note beside it.
  const note = rest || next?.text
  return lettersOf(note ?? '') >= LEAST_LETTERS && isCarried(mark, words, block.bbox?.y ?? 0)
}

/** Whether a word further up is the mark, or ends with it: "Opinion1". */
function isCarried(mark: string, words: readonly FoundWord[], above: number): boolean {
  return words.some(({ text, y }) => y < above && text.replace(/[.,;:)\]"']+$/, '').endsWith(mark))
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

function medianHeight(words: readonly FoundWord[]): number {
  const heights = new Float64Array(words.length)
  for (let at = 0; at < words.length; at += 1) heights[at] = words[at]!.height
  return heights.toSorted()[heights.length >> 1] ?? 0
}
