import type { ReadBlock } from '../read-page.ts'
import { median, type TextRow } from './text-rows.ts'

/** Lines that belong together. */
export type Paragraph = {
  readonly kind: ReadBlock['kind']
  readonly level: number
  readonly lines: readonly TextRow[]
}

/** Lines further apart than this many times the usual pitch of their column are not of one paragraph. */
const PITCH_SLACK = 1.3
/** In ems: first lines are indented at least so much, and lines this much short of the column's end are last lines. */
const INDENT = 0.8
const SHORT_LINE = 4
/** Letters of another size: another kind of text. */
const SIZE_CHANGE = 1.3
const HEADING_SIZES: readonly (readonly [atLeast: number, level: number])[] = [
  [1.7, 1],
  [1.4, 2],
  [1.25, 3],
]
const MOST_HEADING_LINES = 3
const LIST_MARK = /^([•▪◦●■*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])$/

/** Parts the lines of a column into paragraphs. `pageEm` is the usual size of letters on the page. */
export function paragraphs(column: readonly TextRow[], pageEm: number): readonly Paragraph[] {
  const lines = column.filter(({ words }) => words.length > 0)
  const edges = {
    left: median(lines.map(({ words }) => words[0]!.x)),
    right: Math.max(...lines.map(rightOf)),
    pitch: median(lines.slice(1).map((line, index) => line.baseline - lines[index]!.baseline)),
  }
  const groups: TextRow[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    if (!last || begins(line, last, edges)) groups.push([line])
    else groups.at(-1)!.push(line)
  }
  return groups.map((group) => ({ ...kindOf(group, pageEm), lines: group }))
}

type Edges = { readonly left: number; readonly right: number; readonly pitch: number }

function begins(line: TextRow, last: TextRow, { left, right, pitch }: Edges): boolean {
  const gap = line.baseline - last.baseline
  if (gap > Math.max(pitch * PITCH_SLACK, line.em * 1.1) || sizesDiffer(line.em, last.em)) return true
  if (isListMark(line)) return true
  const isIndented =
    line.words[0]!.x - left > INDENT * line.em && line.words[0]!.x - last.words[0]!.x > INDENT * line.em
  const isLastShort = right - rightOf(last) > SHORT_LINE * line.em
  return isIndented || (isLastShort && /[.:;!?]["”’)]?$/.test(last.words.at(-1)!.text))
}

function kindOf(
  lines: readonly TextRow[],
  pageEm: number,
): { readonly kind: ReadBlock['kind']; readonly level: number } {
  const size = median(lines.map(({ em }) => em)) / pageEm
  const heading = HEADING_SIZES.find(([atLeast]) => size >= atLeast)
  const letters = lines.flatMap(({ words }) => words).join('').length
  if (heading && lines.length <= MOST_HEADING_LINES && letters > 0) return { kind: 'heading', level: heading[1] }
  return isListMark(lines[0]!) ? { kind: 'list-item', level: 1 } : { kind: 'paragraph', level: 0 }
}

function isListMark({ words }: TextRow): boolean {
  return words.length > 1 && LIST_MARK.test(words[0]!.text)
}

function sizesDiffer(one: number, other: number): boolean {
  return Math.max(one, other) / Math.min(one, other) > SIZE_CHANGE
}

function rightOf({ words }: TextRow): number {
  return Math.max(...words.map((word) => word.x + word.width))
}
