import type { LayoutBlock, LayoutCell, Rect } from '@llamaindex/liteparse'
import { countHeadRows } from '../../table-head.ts'
import type { FoundWord } from '../word-aligner.ts'
import { findTables, type FoundTable } from './find-tables.ts'
import { isRuled, isSameText, mendRuledTable, partRow, wordsIn } from './ruled-table.ts'
import { type Phrase, wordLines } from './word-lines.ts'

const SLACK_POINTS = 2

/** A dense page has some 3,000; looking for tables costs words times cells. */
const MOST_WORDS = 10_000

/** Spaces of justified text reach this width, in heights. */
const WIDEST_SPACE = 1

/** A table that the layout found is given up for one found by its words when that holds so much of it. */
const LEAST_SHARED = 0.6

/** Of the words of a table, how many the layout put elsewhere. */
const LEFT_OUT_SHARE = 0.3
const STRANGE_SHARE = 0.3

/**
 * The blocks of a page with its tables put right. Ruled tables keep their columns; tables without rules, missed by the layout or
 * not, are found anew by where their words stand; running text that was taken for a table is a paragraph.
 */
export function withTables(seen: readonly LayoutBlock[], words: readonly FoundWord[]): readonly LayoutBlock[] {
  if (words.length > MOST_WORDS) return seen
  const lines = wordLines(words)
  const blocks = withEmptyRowsFilled(seen, words)
  const ruled = blocks.filter((block) => block.kind === 'table' && isRuled(block))
  const known = blocks.filter((block) => block.kind === 'table' && !isRunningText(block, words))
  const isKnown = (box: FoundTable['box']) => {
    const inside = words.filter((word) => isIn(word, { box }))
    const also = known.flatMap(({ bbox }) => (bbox ? wordsIn(inside, bbox, SLACK_POINTS) : []))
    return also.length >= inside.length * LEAST_SHARED
  }
  const found = findTables(lines, isKnown).filter((table) => !ruled.some(({ bbox }) => bbox && overlaps(bbox, table)))
  const mended = blocks.map((block) => {
    if (block.kind !== 'table') return block
    if (ruled.includes(block)) return mendRuledTable(block, words)
    return isRunningText(block, words) ? paragraphOf(block) : block
  })
  return found.reduce((all, table) => withTable(all, table, words), mended as readonly LayoutBlock[])
}

/** Puts a found table in the place of the first block that it takes words from. */
function withTable(
  blocks: readonly LayoutBlock[],
  table: FoundTable,
  words: readonly FoundWord[],
): readonly LayoutBlock[] {
  const touched = blocks.filter(
    ({ bbox }) => bbox && wordsIn(words, bbox, SLACK_POINTS).some((word) => isIn(word, table)),
  )
  if (touched.length === 0 || !touched.every((block) => isBetter(table, block, blocks, words))) return blocks
  const first = touched[0]!
  return blocks.flatMap((block) => {
    if (!touched.includes(block)) return [block]
    const [above, below] = leftOver(block, table, words)
    return [...above, ...(block === first ? [layoutOf(table)] : []), ...below]
  })
}

/** A table of the layout is kept unless its rows are mixed up, fewer than there are, or much was left out of it. */
function isBetter(
  table: FoundTable,
  block: LayoutBlock,
  blocks: readonly LayoutBlock[],
  words: readonly FoundWord[],
): boolean {
  if (block.kind !== 'table') return true
  if (sharedBy(block, table, words) < LEAST_SHARED) return false
  if (table.hasData) return true
  const inside = words.filter((word) => isIn(word, table))
  const outside = inside.filter(
    (word) =>
      !blocks.some(({ kind, bbox }) => kind === 'table' && bbox && wordsIn([word], bbox, SLACK_POINTS).length > 0),
  )
  const rows = (block.rows?.length ?? 0) + (block.header?.length ? 1 : 0)
  const full = table.rows.filter((row) => row.filter((cell) => cell !== null).length > 1).length
  return outside.length > inside.length * LEFT_OUT_SHARE || full > rows || isMixedUp(block, words)
}

/** Rows that lie in one, cells whose words stand elsewhere, a line of text cut into cells. */
function isMixedUp({ header = [], rows = [] }: LayoutBlock, words: readonly FoundWord[]): boolean {
  const all = header.length > 0 ? [header, ...rows] : rows
  const cells = all.flat().filter(({ text, bbox }) => bbox && text.trim() !== '')
  const strange = cells.filter(({ text, bbox }) => !isSameText(wordLines(wordsIn(words, bbox!, SLACK_POINTS)), text))
  if (strange.length > cells.length * STRANGE_SHARE) return true
  return all.some((row) => partRow(row, words).length > 1 || isOneLine(row, words))
}

function isOneLine(row: readonly LayoutCell[], words: readonly FoundWord[]): boolean {
  const boxes = row.flatMap(({ text, bbox }) => (bbox && text.trim() !== '' ? [bbox] : []))
  const lines = wordLines(
    words.filter((word) => boxes.some((box) => wordsIn([word], box, SLACK_POINTS).length > 0)),
    WIDEST_SPACE,
  )
  return boxes.length > 2 && lines.length === 1 && lines[0]!.phrases.length === 1
}

function sharedBy({ bbox }: LayoutBlock, table: FoundTable, words: readonly FoundWord[]): number {
  const own = bbox ? wordsIn(words, bbox, SLACK_POINTS) : []
  return own.filter((word) => isIn(word, table)).length / Math.max(1, own.length)
}

/** What a block holds beside the table: lines above and below. */
function leftOver(
  block: LayoutBlock,
  { box }: FoundTable,
  words: readonly FoundWord[],
): readonly [above: readonly LayoutBlock[], below: readonly LayoutBlock[]] {
  const own = wordsIn(words, block.bbox!, SLACK_POINTS).filter((word) => !isIn(word, { box }))
  const isAbove = (word: FoundWord) => word.y + word.height / 2 < box.top
  return [
    textOf(own.filter(isAbove), block),
    textOf(
      own.filter((word) => !isAbove(word)),
      block,
    ),
  ]
}

function textOf(words: readonly FoundWord[], { kind, level = 0 }: LayoutBlock): readonly LayoutBlock[] {
  if (words.length === 0) return []
  const lines = wordLines(words).map(({ phrases }) => phrases.map(({ text }) => text).join(' '))
  return [{ kind: kind === 'heading' ? kind : 'paragraph', level, text: lines.join(' '), bbox: boundsOf(words) }]
}

function layoutOf({ rows, box }: FoundTable): LayoutBlock {
  const bbox = { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top }
  const [first = [], ...rest] = rows.map((row) => row.map(cellOf))
  const hasHead = countHeadRows(rows.map((row) => row.map((cell) => cell?.text ?? ''))) > 0
  return hasHead ? { kind: 'table', header: first, rows: rest, bbox } : { kind: 'table', rows: [first, ...rest], bbox }
}

function cellOf(phrase: Phrase | null): { text: string; bbox?: Rect } {
  if (!phrase) return { text: '' }
  const { text, left, right, top, bottom } = phrase
  return { text, bbox: { x: left, y: top, width: right - left, height: bottom - top } }
}

/** Lines of text that happen to have spaces below each other. */
function isRunningText({ bbox, rows = [] }: LayoutBlock, words: readonly FoundWord[]): boolean {
  const lines = bbox ? wordLines(wordsIn(words, bbox, SLACK_POINTS), WIDEST_SPACE) : []
  const width = Math.max(0, ...rows.map((row) => row.length))
  const whole = lines.filter(({ phrases }) => phrases.length === 1)
  return width > 1 && whole.length > lines.length / 2
}

function paragraphOf({ header = [], rows = [], bbox }: LayoutBlock): LayoutBlock {
  const text = [...header, ...rows.flat()].map((cell) => cell.text).join(' ')
  return { kind: 'paragraph', text, ...(bbox ? { bbox } : {}) }
}

function overlaps({ x, y, width, height }: Rect, { box }: FoundTable): boolean {
  return x < box.right && x + width > box.left && y < box.bottom && y + height > box.top
}

function isIn({ x, y, width, height }: FoundWord, { box }: Pick<FoundTable, 'box'>): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  return middleX >= box.left && middleX <= box.right && middleY >= box.top && middleY <= box.bottom
}

function boundsOf(words: readonly FoundWord[]): Rect {
  const x = Math.min(...words.map((word) => word.x))
  const y = Math.min(...words.map((word) => word.y))
  const right = Math.max(...words.map((word) => word.x + word.width))
  const bottom = Math.max(...words.map((word) => word.y + word.height))
  return { x, y, width: right - x, height: bottom - y }
}

/**
 * Puts words back into rows of ruled tables that the layout left empty: it makes a paragraph above the table of a head whose
 * words stand close together. A paragraph that is wholly in such a row goes; one that says more keeps its words.
 */
function withEmptyRowsFilled(blocks: readonly LayoutBlock[], words: readonly FoundWord[]): readonly LayoutBlock[] {
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
