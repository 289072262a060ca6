import type { LayoutBlock, LayoutCell } from '@llamaindex/liteparse'
import type { FoundWord } from './align-words.ts'
import { isRuled, wordsIn } from './ruled-table.ts'
import { wordLines } from './word-lines.ts'

/**
 * Puts words back into rows of ruled tables that the layout left empty: it makes a paragraph above the table of a head whose
 * words stand close together. A paragraph that is wholly in such a row goes; one that says more keeps its words.
 */
export function withEmptyRowsFilled(
  blocks: readonly LayoutBlock[],
  words: readonly FoundWord[],
): readonly LayoutBlock[] {
  const filled = new Map<LayoutBlock, LayoutBlock>()
  const moved = new Set<LayoutBlock>()
  for (const table of blocks.filter((block) => block.kind === 'table' && isRuled(block))) {
    const fill = (row: LayoutCell[]): LayoutCell[] => {
      const holders = holdersOf(row, blocks, words)
      if (holders.length === 0) return row
      for (const holder of holders) moved.add(holder)
      return row.map((cell) => ({ ...cell, text: textIn(cell, words) }))
    }
    const rows = (table.rows ?? []).map(fill)
    filled.set(table, table.header?.length ? { ...table, header: fill(table.header), rows } : { ...table, rows })
  }
  return blocks.flatMap((block) => (moved.has(block) ? [] : [filled.get(block) ?? block]))
}

/** The paragraphs that the words of an empty row are in; none where they have others as well. */
function holdersOf(
  row: readonly LayoutCell[],
  blocks: readonly LayoutBlock[],
  words: readonly FoundWord[],
): readonly LayoutBlock[] {
  if (row.some(({ text }) => text.trim() !== '')) return []
  const own = new Set(row.flatMap(({ bbox }) => (bbox ? wordsIn(words, bbox) : [])))
  if (own.size === 0) return []
  const holders = blocks.filter(
    ({ kind, bbox }) => kind !== 'table' && bbox && wordsIn(words, bbox).some((word) => own.has(word)),
  )
  const held = new Set(holders.flatMap(({ bbox }) => wordsIn(words, bbox!)))
  return held.size === own.size && [...own].every((word) => held.has(word)) ? holders : []
}

function textIn({ bbox }: LayoutCell, words: readonly FoundWord[]): string {
  const lines = bbox ? wordLines(wordsIn(words, bbox)) : []
  return lines.map(({ phrases }) => phrases.map(({ text }) => text).join(' ')).join(' ')
}
