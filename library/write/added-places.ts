import { type AddedPart, addedRow } from './added-blocks.ts'
import { type Editing, markWords } from './changed-words.ts'
import type { PlacedPart } from './placed-parts.ts'
import { isOnly, textAfter } from './redline-part.ts'
import { childOf, pathTo, type XmlElement } from './xml-tree.ts'

/** One paragraph, or the rows of a table. */
export type AddedBlock = { readonly isTable: boolean; readonly parts: readonly AddedPart[] }

/** What comes beside a paragraph, or beside a table that has none next to it. */
export type AddedPlaces = {
  readonly before: ReadonlyMap<XmlElement, readonly AddedBlock[]>
  readonly after: ReadonlyMap<XmlElement, readonly AddedBlock[]>
}

/** Finds where added parts go; those that belong into a table or a paragraph are written at once. */
export function placeAdded(
  editing: Editing,
  added: readonly AddedPart[],
  placed: readonly (PlacedPart | undefined)[],
): AddedPlaces {
  const places = { before: new Map<XmlElement, AddedBlock[]>(), after: new Map<XmlElement, AddedBlock[]>() }
  for (const group of groupsOf(added, placed)) {
    if (isInside(group)) putInside(editing, group)
    else {
      const blocks = blocksOf(putRows(editing, group))
      const { element, side } = besideOf(editing.part.root, group)
      if (element && blocks.length > 0) places[side].set(element, [...(places[side].get(element) ?? []), ...blocks])
    }
  }
  return places
}

/** Added parts between the same two parts of the first document. */
type Group = {
  readonly parts: readonly AddedPart[]
  readonly before: PlacedPart | undefined
  readonly after: PlacedPart | undefined
}

function groupsOf(added: readonly AddedPart[], placed: readonly (PlacedPart | undefined)[]): readonly Group[] {
  const befores = new Map<AddedPart, PlacedPart | undefined>()
  let last: PlacedPart | undefined
  /** The row above, as long as nothing stays or comes below it. */
  let above: PlacedPart | undefined
  let next = 0
  for (const part of added) {
    for (; next < part.index; next += 1) {
      const one = placed[next]
      last = one ?? last
      if (one && !isOnly('deleted', one.part)) above = one.row && one
    }
    if (part.kind !== 'row') above = undefined
    befores.set(part, above ?? last)
  }
  return [...Map.groupBy(added, (part) => befores.get(part))].map(([before, parts]) => ({
    parts,
    before,
    after: placed.slice(parts.at(-1)!.index).find((one) => one !== undefined),
  }))
}

/** Between lines of one paragraph. */
function isInside({ before, after }: Group): boolean {
  return before !== undefined && after !== undefined && !before.row && before.paragraphs.at(-1) === after.paragraphs[0]
}

function putInside(editing: Editing, { parts, before }: Group): void {
  if (!before) return
  const text = parts.map(({ pieces }) => `\n${textAfter(pieces)}`).join('')
  const own = before.part.pieces
    .filter(({ change }) => change !== 'inserted')
    .map((piece) => ({ ...piece, change: 'same' as const }))
  markWords({ ...editing, sourceAt: (at) => before.sources[at] }, 0, [...own, { text, change: 'inserted' }])
}

/** Rows that go on a table; the others are given back. */
function putRows({ part, revisions }: Editing, { parts, before, after }: Group): readonly AddedPart[] {
  const [above, below] = [before?.row, after?.row]
  const isRow = ({ kind }: AddedPart) => kind === 'row'
  const firstOther = parts.findIndex((one) => !isRow(one))
  const leading = above ? parts.slice(0, firstOther < 0 ? parts.length : firstOther) : []
  const left = parts.slice(leading.length)
  const lastOther = left.findLastIndex((one) => !isRow(one))
  const trailing = below ? left.slice(lastOther + 1) : []
  const write = (rows: readonly AddedPart[], at: number, model: XmlElement) =>
    rows.forEach(({ pieces }) => part.edits.insert(at, addedRow(part, textAfter(pieces), model, revisions)))
  if (above) write(leading, above.end, above)
  if (below) write(trailing, below.start, below)
  return left.slice(0, left.length - trailing.length)
}

function blocksOf(parts: readonly AddedPart[]): readonly AddedBlock[] {
  const blocks: { isTable: boolean; parts: AddedPart[] }[] = []
  for (const part of parts) {
    const last = blocks.at(-1)
    if (part.kind === 'row' && last?.isTable) last.parts.push(part)
    else blocks.push({ isTable: part.kind === 'row', parts: [part] })
  }
  return blocks
}

type Beside = { readonly element: XmlElement | undefined; readonly side: 'before' | 'after' }

/** Behind what comes before, else in front of what comes next, else where the text begins. */
function besideOf(root: XmlElement, { before, after }: Group): Beside {
  if (before) return besidePart(root, before, 'after')
  if (after) return besidePart(root, after, 'before')
  return { element: childOf(childOf(root, 'w:body'), 'w:p'), side: 'before' }
}

function besidePart(root: XmlElement, { row, paragraphs }: PlacedPart, side: 'before' | 'after'): Beside {
  if (row) return besideTable(tableOf(row), side)
  return { element: outermost(root, side === 'after' ? paragraphs.at(-1) : paragraphs[0]), side }
}

/** The paragraph next to it, if there is one. */
function besideTable(table: XmlElement | undefined, side: 'before' | 'after'): Beside {
  const siblings = table?.parent?.children ?? []
  const neighbour = table && siblings[siblings.indexOf(table) + (side === 'after' ? 1 : -1)]
  if (neighbour?.name !== 'w:p') return { element: table, side }
  return { element: neighbour, side: side === 'after' ? 'before' : 'after' }
}

function tableOf(row: XmlElement): XmlElement | undefined {
  let at: XmlElement | null = row
  while (at && at.name !== 'w:tbl') at = at.parent
  return at ?? undefined
}

/** What comes behind a text box comes behind the paragraph that it hangs on. */
function outermost(root: XmlElement, paragraph: XmlElement | undefined): XmlElement | undefined {
  if (!paragraph) return undefined
  const path = pathTo(root, paragraph.start)
  const box = path.findIndex(({ name }) => name === 'w:txbxContent')
  return box < 0 ? paragraph : path.slice(0, box).findLast(({ name }) => name === 'w:p')
}
