import { type Editing, insertedRuns, markWords, propertiesOf } from './changed-words.ts'
import { lookOf, newProperties } from './paragraph-properties.ts'
import { isOnly, type RedlinePart, textAfter } from './redline-part.ts'
import type { RevisionMarks } from './revision-marks.ts'
import { type EditedPart, runAround } from './run-places.ts'
import { childOf, elementsOf, escapeXml, pathTo, type XmlElement } from './xml-tree.ts'
import type { PlacedPart } from './placed-parts.ts'

/** A part that only the second document has; `index`: among all parts. */
export type AddedPart = RedlinePart & { readonly index: number }

/** A paragraph or a row of the first document that others are made like. */
export type Model = {
  readonly index: number
  readonly kind: RedlinePart['kind']
  readonly level: number
  readonly paragraph: XmlElement
  /** Its run of words, where it has one. */
  readonly run: XmlElement | undefined
  /** Programs number it by themselves. */
  readonly isNumbered: boolean
}

type AddedLook = { readonly text: string; readonly look: string; readonly run: string }

/** How a new paragraph looks: as the nearest one of its kind, so that a list goes on counting. */
export function createAddedLook(
  part: EditedPart,
  models: readonly Model[],
  headingStyle: (level: number) => string | undefined,
) {
  return function lookFor(added: AddedPart, prefix: string): AddedLook {
    const text = textAfter(added.pieces)
    const label = labelLength(text, added.label)
    const near = (isFit: (model: Model) => boolean) => nearest(models.filter(isFit), added.index)
    const isSame = ({ kind, level }: Model) => kind === added.kind && level === added.level
    const numbered = label > 0 ? near((model) => isSame(model) && model.isNumbered) : undefined
    const plain = near((model) => isSame(model) && !model.isNumbered)
    const other =
      added.kind === 'heading' ? undefined : near(({ kind, isNumbered }) => kind === 'paragraph' && !isNumbered)
    const model = numbered ?? plain ?? other
    const style = model || added.kind !== 'heading' ? undefined : headingStyle(added.level)
    return {
      text: numbered ? text.slice(label) : text,
      look: model
        ? lookOf(part, model.paragraph)
        : style === undefined
          ? ''
          : `<${prefix}pStyle ${prefix}val="${escapeXml(style)}"/>`,
      run: propertiesOf(part, model?.run),
    }
  }
}

function nearest(models: readonly Model[], index: number): Model | undefined {
  let best: Model | undefined
  for (const model of models) if (!best || Math.abs(model.index - index) < Math.abs(best.index - index)) best = model
  return best
}

const BULLET = /^[\u2022\u00b7\u25aa\u25e6\u2023\u25cb\u25cf\u25a0\u25a1\u2013\u2014\uf0b7*o§-]\s+/

/** How many characters in front of a text are a number or a bullet, with the space behind it. */
export function labelLength(text: string, label: number): number {
  if (label === 0) return BULLET.exec(text)?.[0].length ?? 0
  return label + /^\s*/.exec(text.slice(label))![0].length
}

/** A new paragraph; `before`: how it looks where it is rejected, of one that keeps the end of another. */
export function addedParagraph({ text, look, run }: AddedLook, revisions: RevisionMarks, before?: string): string {
  const { prefix: w } = revisions
  return `<${w}p>${newProperties(look, revisions, before)}${insertedRuns(revisions, run, text)}</${w}p>`
}

/** A new row with these cells, made like another one where there is one. */
export function addedRow(
  part: EditedPart,
  text: string,
  model: XmlElement | undefined,
  revisions: RevisionMarks,
): string {
  const { prefix: w } = revisions
  const like = model?.children.filter(({ name }) => name === 'w:tc') ?? []
  const cells = text.split('\t').map((cell, column) => {
    const width = childOf(childOf(like[column], 'w:tcPr'), 'w:tcW')
    const properties = width ? `<${w}tcPr>${part.xml.slice(width.start, width.end)}</${w}tcPr>` : ''
    const paragraph = like[column] && childOf(like[column], 'w:p')
    const run = paragraph && [...elementsOf(paragraph, 'w:r')].find((one) => childOf(one, 'w:t'))
    const look = { text: cell, look: paragraph ? lookOf(part, paragraph) : '', run: propertiesOf(part, run) }
    return `<${w}tc>${properties}${cell === '' ? emptyParagraph(look.look, revisions) : addedParagraph(look, revisions)}</${w}tc>`
  })
  return `<${w}tr><${w}trPr>${revisions.tag('ins', true)}</${w}trPr>${cells.join('')}</${w}tr>`
}

function emptyParagraph(look: string, revisions: RevisionMarks): string {
  return `<${revisions.prefix}p>${newProperties(look, revisions)}</${revisions.prefix}p>`
}

const EDGES = 'top left bottom right insideH insideV'.split(' ')

/** A table of new rows. */
export function addedTable(part: EditedPart, rows: readonly string[], revisions: RevisionMarks): string {
  const { prefix: w } = revisions
  const columns = Math.max(...rows.map((row) => row.split('\t').length))
  const borders = EDGES.map((edge) => `<${w}${edge} ${w}val="single" ${w}sz="4" ${w}space="0" ${w}color="auto"/>`).join(
    '',
  )
  const properties = `<${w}tblPr><${w}tblW ${w}w="0" ${w}type="auto"/><${w}tblBorders>${borders}</${w}tblBorders></${w}tblPr>`
  const grid = `<${w}tblGrid>${`<${w}gridCol/>`.repeat(columns)}</${w}tblGrid>`
  const padded = rows.map((row) => row + '\t'.repeat(columns - row.split('\t').length))
  return `<${w}tbl>${properties}${grid}${padded.map((row) => addedRow(part, row, undefined, revisions)).join('')}</${w}tbl>`
}

/** The run of words of a place. */
export function runAt(part: EditedPart, at: number): XmlElement | undefined {
  const run = runAround(part.root, at, 'inner')?.run
  return run?.name === 'w:r' ? run : undefined
}

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
