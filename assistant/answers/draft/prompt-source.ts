import type { ConclusionSource, PassageSource } from '../../../contract/answers/answer.ts'
import { pageWords } from '../../../contract/page-unit.ts'
import { headRowsOf, tableHead } from '../../../library/split/repeated-head.ts'
import type { PagePart, Pages } from '../../../store/matter/pages.ts'
import { inEnglish } from '../../../wording/translate.ts'
import { conclusionText } from '../claims/conclusion-text.ts'
import type { PromptSource } from './build-turns.ts'

/** `before`: the lines directly before the passage. */
type Shown = PromptSource & Pick<ShownPassage, 'above'> & { readonly before: string }

/**
 * Gives sources as the model reads them, whole or only some spans of a passage: `above` is what was set before one that continues
 * a table.
 */
export type ShowSource = (source: PassageSource | ConclusionSource, spans?: PassageSource['read']) => Shown

/** What was left out between two spans. */
const LEFT_OUT = '\n…\n'

/** Each is looked up once: the same ones are shown, counted and checked. */
export function createShowSource(pages: Pages): ShowSource {
  const shown = new Map<string, Shown>()
  return (source, spans = null) => {
    const key = `${source.source} ${spans?.map(({ start, end }) => `${start}-${end}`).join(' ') ?? 'whole'}`
    const known = shown.get(key)
    if (known) return known
    const made = source.kind === 'conclusion' ? shownConclusion(source) : shownPassage(source, spans, pages)
    shown.set(key, made)
    return made
  }
}

/** As it is checked, in the language of the question: what the model copies must be found again. */
function shownConclusion(conclusion: ConclusionSource): Shown {
  const isOpen = conclusion.holds === 'unknown'
  const where = isOpen ? 'a rule cannot settle this yet' : 'computed by a rule; its numbers and dates stay as they are'
  return { source: conclusion.source, where, text: conclusionText(conclusion), above: '', before: '' }
}

function shownPassage(passage: PassageSource, spans: PassageSource['read'], pages: Pages): Shown {
  const { source, document, page, section, start, end } = passage
  const where = [document, inEnglish(() => pageWords(document, page)), section].filter(Boolean).join(', ')
  const parts = (spans ?? [{ start, end }]).map((span) => markdown(passage, span, pages))
  return {
    source,
    where,
    text: parts.map(({ text }) => text).join(LEFT_OUT),
    above: parts.find(({ above }) => above !== '')?.above ?? '',
    before: linesBefore(passage, pages),
  }
}

/** A heading or a label that a passage stands under is seldom further away. */
const BEFORE_CHARACTERS = 1500

/** Whole lines of the document directly before a passage: there its heading may stand, or the label above its list. */
export function linesBefore(
  { textVersion, start }: Pick<PassageSource, 'textVersion' | 'start'>,
  pages: Pick<Pages, 'slice'>,
): string {
  if (textVersion === null) return ''
  const from = Math.max(0, start - BEFORE_CHARACTERS)
  const before = pages.slice(textVersion, from, start)
  return from === 0 ? before : before.slice(before.indexOf('\n') + 1)
}

type Span = { readonly start: number; readonly end: number }

/** Where the reading is gone, or of old answers not known, the text stays as it was kept. */
function markdown({ textVersion, page, start, text }: PassageSource, span: Span, pages: Pages): ShownPassage {
  const part = textVersion === null ? null : pages.part(textVersion, page)
  if (part !== null) return passageMarkdown(part, span.start, span.end)
  return { text: text.slice(span.start - start, span.end - start), above: '' }
}

/** A passage as the model reads it. */
type ShownPassage = {
  /** Its tables as Markdown. */
  readonly text: string
  /** What was set before it: the head of the table that it continues, with the line above. Empty where there is none. */
  readonly above: string
}

type Block = PagePart['blocks'][number]
type Line = { readonly start: number; readonly cells: readonly string[] }

/**
 * The passage from `start` to `end` of the whole text with the rows of its tables as Markdown, and the head of a table that it
 * continues before them. Only what the reader found to be a table is turned; other text keeps its tabs.
 */
export function passageMarkdown(page: PagePart, start: number, end: number): ShownPassage {
  const { text } = page
  const [from, to] = [start - page.start, end - page.start]
  const pieces: string[] = []
  let above = ''
  let at = from
  for (const [index, block] of page.blocks.entries()) {
    if (block.kind !== 'table' || block.end <= from || block.start >= to) continue
    const head = tableHead(text, page.blocks[index - 1], block)
    if (head !== null && head.start < from) {
      above = text.slice(head.start, Math.min(head.end, from)).trim()
      const caption = text.slice(head.start, Math.max(head.start, block.start)).trim()
      if (caption !== '') pieces.push(`${caption}\n`)
    }
    pieces.push(text.slice(at, Math.max(at, block.start)))
    pieces.push(tableMarkdown(text, block, Math.max(at, block.start), Math.min(to, block.end)))
    at = Math.min(to, block.end)
  }
  return { text: [...pieces, text.slice(at, to)].join(''), above }
}

/** The rows of a table between two offsets, its head rows first. */
function tableMarkdown(text: string, block: Block, from: number, to: number): string {
  const headEnd = headRowsOf(text, block)?.end ?? block.start
  const rowStart = Math.max(block.start, text.lastIndexOf('\n', from - 1) + 1)
  // A passage begins with the first text of a row, or inside a long one: what is before it counts as empty cells.
  const leading = text.slice(rowStart, from).replace(/[^\t]+/g, '')
  const head = linesOf(text.slice(block.start, Math.min(headEnd, rowStart)), block.start)
  const lines = [...head, ...linesOf(`${leading}${text.slice(from, to)}`, rowStart)]
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  // A list in one column, or a table that is Markdown already.
  if (width < 2) return lines.map(({ cells }) => cells.join('')).join('\n')
  const rows = lines.map(({ cells }) => markdownRow(cells, width))
  const headRows = lines.filter(({ start }) => start < headEnd).length
  return [
    ...rows.slice(0, headRows),
    ...(headRows > 0 ? [`|${' --- |'.repeat(width)}`] : []),
    ...rows.slice(headRows),
  ].join('\n')
}

/** The lines that hold something, by where they start. */
function linesOf(rows: string, start: number): readonly Line[] {
  let next = start
  return rows.split('\n').flatMap((row) => {
    const line = { start: next, cells: row.split('\t') }
    next += row.length + 1
    return row.trim() === '' ? [] : [line]
  })
}

function markdownRow(cells: readonly string[], width: number): string {
  const all = Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim().replaceAll('|', '\\|'))
  return `| ${all.join(' | ')} |`
}
