import { flowText } from '../flow.ts'
import { closeOdtFrame, newOdtFrame, type OdtElement, odtFrame, type OdtStory } from './odt-story.ts'

/** A file may claim a million repeated cells in a few bytes. */
const MOST_COLUMNS = 64

export function openOdtTable(story: OdtStory): void {
  story.tables.push({ rows: [], cells: undefined, headDepth: 0 })
}

export function closeOdtTable(story: OdtStory): void {
  const table = story.tables.pop()
  if (!table || table.rows.length === 0) return
  const frame = odtFrame(story)
  const target = frame.paragraphs.at(-1)?.after ?? frame.blocks
  target.push({ kind: 'table', rows: table.rows })
}

export function openOdtCell(story: OdtStory): void {
  story.frames.push(newOdtFrame())
}

export function closeOdtCell(story: OdtStory, { attributes }: OdtElement): void {
  const blocks = closeOdtFrame(story)
  const cells = story.tables.at(-1)?.cells
  if (!cells) return void odtFrame(story).blocks.push(...blocks)
  const repeats = times(story, attributes['table:number-columns-repeated'], flowText(blocks).length)
  for (let index = 0; index < repeats && (index === 0 || cells.length < MOST_COLUMNS); index += 1) cells.push(blocks)
}

export function closeOdtRow(story: OdtStory, { attributes }: OdtElement): void {
  const table = story.tables.at(-1)
  if (!table?.cells) return
  const row = { cells: table.cells, isHead: table.headDepth > 0 }
  table.cells = undefined
  const characters = row.cells.reduce((sum, cell) => sum + flowText(cell).length, 0)
  const repeats = characters === 0 ? 1 : times(story, attributes['table:number-rows-repeated'], characters)
  for (let index = 0; index < repeats; index += 1) table.rows.push(row)
}

/** How often something is written: as often as the file says, while all repeats together stay small. */
function times(story: OdtStory, claimed: string | undefined, characters: number): number {
  const repeats = Math.max(1, Math.trunc(Number(claimed)) || 1)
  if (repeats === 1) return 1
  const added = (repeats - 1) * characters
  if (added > story.repeatBudget) {
    story.context.counts.cutRepeats += 1
    return 1
  }
  story.repeatBudget -= added
  return repeats
}
