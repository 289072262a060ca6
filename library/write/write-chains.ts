import { type AddedLook, addedParagraph, addedRow, addedTable } from './added-blocks.ts'
import { insertedRuns, markWords, type WordEditing } from './changed-words.ts'
import { type ChainItem, type ChainStep, chainsIn, planChain } from './paragraph-chain.ts'
import { changeProperties, lookOf } from './paragraph-properties.ts'
import type { PlacedPart } from './placed-parts.ts'
import { type RedlinePart, textAfter } from './redline-part.ts'
import { putAtEnd, removeWords } from './removed-blocks.ts'
import { runAround } from './run-places.ts'
import { childOf, isOneTag, pathTo, type XmlElement } from './xml-tree.ts'

type Editing = Omit<WordEditing, 'sourceAt'>
export type AddedPart = RedlinePart & { readonly index: number }
type LookFor = (added: AddedPart, prefix: string) => AddedLook

/** One paragraph, or the rows of a table. */
type Block = { readonly isTable: boolean; readonly parts: readonly AddedPart[] }

/** Whole paragraphs that come and go, gathered first: which ends are marked depends on what stands beside them. */
export interface ChainWriter {
  add(part: AddedPart): void
  remove(placed: PlacedPart): void
  /** Hands everything to the edits of the part. */
  write(): void
}

/** `placed`: the parts that the first document has, by their index. */
export function createChainWriter(editing: Editing, lookFor: LookFor, placed: readonly (PlacedPart | undefined)[]): ChainWriter {
  const added: AddedPart[] = []
  const removed: PlacedPart[] = []
  return {
    add: (part) => void added.push(part),
    remove: (part) => void removed.push(part),
    write() {
      const gone = removedParagraphs(editing, removed, placed)
      const anchors = createAnchors(editing)
      for (const group of groupsOf(added, placed)) anchors.put(group)
      writeChains({ ...editing, lookFor, gone, anchors: anchors.found })
    },
  }
}

/** Paragraphs all of whose text is removed; of others the words are marked. */
function removedParagraphs(editing: Editing, removed: readonly PlacedPart[], placed: readonly (PlacedPart | undefined)[]): ReadonlySet<XmlElement> {
  const sizes = new Map<XmlElement, number>()
  const count = ({ sources }: PlacedPart, by: 1 | -1) => {
    for (const source of sources) {
      const paragraph = source && runAround(editing.part.root, source.start, 'inner')?.paragraph
      if (paragraph) sizes.set(paragraph, (sizes.get(paragraph) ?? 0) + by)
    }
  }
  for (const one of placed) if (one) count(one, 1)
  for (const one of removed) count(one, -1)
  const gone = new Set<XmlElement>()
  for (const one of removed) {
    if (one.paragraphs.every((paragraph) => sizes.get(paragraph) === 0)) one.paragraphs.forEach((paragraph) => gone.add(paragraph))
    else markWords({ ...editing, sourceAt: (at) => one.sources[at] }, 0, one.part.pieces)
  }
  return gone
}

/** Added parts between the same two parts of the first document. */
type Group = { readonly parts: readonly AddedPart[]; readonly before: PlacedPart | undefined; readonly after: PlacedPart | undefined }

function groupsOf(added: readonly AddedPart[], placed: readonly (PlacedPart | undefined)[]): readonly Group[] {
  const groups: { parts: AddedPart[]; before: PlacedPart | undefined; after: PlacedPart | undefined }[] = []
  for (const part of added) {
    const before = placed.slice(0, part.index).findLast((one) => one !== undefined)
    const last = groups.at(-1)
    if (last && last.before === before) last.parts.push(part)
    else groups.push({ parts: [part], before, after: placed.slice(part.index).find((one) => one !== undefined) })
  }
  return groups
}

type Anchored = { readonly before: Map<XmlElement, Block[]>; readonly after: Map<XmlElement, Block[]> }

/** Finds the paragraph that added ones stand beside; what has none is written at once. */
function createAnchors(editing: Editing) {
  const { part, revisions } = editing
  const found: Anchored = { before: new Map(), after: new Map() }
  const beside = (map: Map<XmlElement, Block[]>, paragraph: XmlElement, blocks: readonly Block[]) =>
    void map.set(paragraph, [...(map.get(paragraph) ?? []), ...blocks])

  function put({ parts, before, after }: Group): void {
    if (before && after && !before.row && before.paragraphs.at(-1) === after.paragraphs[0]) return putInside(parts, before)
    const rest = putRows(parts, before?.row, after?.row)
    if (rest.length === 0) return
    const blocks = blocksOf(rest)
    const table = before?.row && tableOf(before.row)
    const paragraph = before && outermost(before.paragraphs.at(-1))
    if (table) return putBeside(table, 'after', blocks)
    if (paragraph) return beside(found.after, paragraph, blocks)
    const nextTable = after?.row && tableOf(after.row)
    const next = after && outermost(after.paragraphs[0])
    if (nextTable) return putBeside(nextTable, 'before', blocks)
    if (next) return beside(found.before, next, blocks)
    const body = childOf(part.root, 'w:body')
    const first = body && childOf(body, 'w:p')
    if (first) beside(found.before, first, blocks)
  }

  /** Between lines of one paragraph. */
  function putInside(parts: readonly AddedPart[], { part: beforePart, sources }: PlacedPart): void {
    const text = parts.map(({ pieces }) => `\n${textAfter(pieces)}`).join('')
    const own = beforePart.pieces.filter(({ change }) => change !== 'inserted').map((piece) => ({ ...piece, change: 'same' as const }))
    markWords({ ...editing, sourceAt: (at) => sources[at] }, 0, [...own, { text, change: 'inserted' }])
  }

  /** Rows that go on a table; the others are given back. */
  function putRows(parts: readonly AddedPart[], above: XmlElement | undefined, below: XmlElement | undefined): readonly AddedPart[] {
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

  function putBeside(table: XmlElement, side: 'before' | 'after', blocks: readonly Block[]): void {
    const siblings = table.parent?.children ?? []
    const neighbour = siblings[siblings.indexOf(table) + (side === 'after' ? 1 : -1)]
    if (neighbour?.name === 'w:p') beside(side === 'after' ? found.before : found.after, neighbour, blocks)
    else found[side].set(table, [...(found[side].get(table) ?? []), ...blocks])
  }

  /** What comes behind a text box comes behind the paragraph that it hangs on. */
  function outermost(paragraph: XmlElement | undefined): XmlElement | undefined {
    if (!paragraph) return undefined
    const path = pathTo(part.root, paragraph.start)
    const box = path.findIndex(({ name }) => name === 'w:txbxContent')
    return box < 0 ? paragraph : path.slice(0, box).findLast(({ name }) => name === 'w:p')
  }

  return { found, put }
}

function tableOf(row: XmlElement): XmlElement | undefined {
  let at: XmlElement | null = row
  while (at && at.name !== 'w:tbl') at = at.parent
  return at ?? undefined
}

function blocksOf(parts: readonly AddedPart[]): readonly Block[] {
  const blocks: { isTable: boolean; parts: AddedPart[] }[] = []
  for (const part of parts) {
    const last = blocks.at(-1)
    if (part.kind === 'row' && last?.isTable) last.parts.push(part)
    else blocks.push({ isTable: part.kind === 'row', parts: [part] })
  }
  return blocks
}

type Writing = Editing & { readonly lookFor: LookFor; readonly gone: ReadonlySet<XmlElement>; readonly anchors: Anchored }

function writeChains(writing: Writing): void {
  const { part, anchors, gone } = writing
  for (const chain of chainsIn(part.root)) {
    const items = chain.flatMap((paragraph): readonly ChainItem<Block>[] => [
      ...(anchors.before.get(paragraph) ?? []).map((added) => ({ kind: 'added' as const, added })),
      { kind: gone.has(paragraph) || isBlankText(writing, paragraph) ? 'removed' : 'kept', paragraph },
      ...(anchors.after.get(paragraph) ?? []).map((added) => ({ kind: 'added' as const, added })),
    ])
    if (items.some(({ kind }) => kind !== 'kept')) writeChain(writing, chain, items)
  }
  for (const [table, blocks] of anchors.before) if (table.name === 'w:tbl') part.edits.insert(table.start, blocks.map((block) => blockXml(writing, block)).join(''))
  for (const [table, blocks] of anchors.after) if (table.name === 'w:tbl') part.edits.insert(table.end, blocks.map((block) => blockXml(writing, block)).join(''))
}

/** The empty paragraph of a text without a word makes room. */
function isBlankText({ anchors, part }: Writing, paragraph: XmlElement): boolean {
  const body = paragraph.parent
  return anchors.before.has(paragraph) && body?.name === 'w:body' && body.children.every((child) => child === paragraph || child.name === 'w:sectPr') && !hasRuns(part.xml, paragraph)
}

function hasRuns(xml: string, { openEnd, closeStart }: XmlElement): boolean {
  return /<(\w+:)?t[\s>]/.test(xml.slice(openEnd, closeStart))
}

function writeChain(writing: Writing, chain: readonly XmlElement[], items: readonly ChainItem<Block>[]): void {
  const { part } = writing
  const hasTable = items.some((item) => item.kind === 'added' && item.added.isTable)
  const steps = hasTable ? items.map(ownEnds) : planChain(items)
  let at = chain[0]!.start
  for (const step of steps) {
    if (step.kind !== 'added') at = step.paragraph.end
    if (step.kind === 'kept') {
      if (step.end) changeProperties(part, step.paragraph, { end: step.end }, writing.revisions)
    } else if (step.kind === 'removed') writeRemoved(writing, step)
    else part.edits.insert(at, blockXml(writing, step.added, step.endOf))
  }
  const last = items.at(-1)
  // A table is followed by a paragraph.
  if (last?.kind === 'added' && last.added.isTable) part.edits.insert(at, `<${writing.revisions.prefix}p/>`)
}

function ownEnds(item: ChainItem<Block>): ChainStep<Block> {
  if (item.kind === 'added') return item
  return item.kind === 'kept' ? { kind: 'kept', paragraph: item.paragraph } : { kind: 'removed', paragraph: item.paragraph, end: 'del' }
}

function blockXml({ part, revisions, lookFor }: Writing, { isTable, parts }: Block, endOf?: XmlElement): string {
  if (isTable) return addedTable(part, parts.map(({ pieces }) => textAfter(pieces)), revisions)
  return addedParagraph(lookFor(parts[0]!, revisions.prefix), revisions, endOf && lookOf(part, endOf))
}

function writeRemoved(writing: Writing, { paragraph, end, endOf, replacement }: Extract<ChainStep<Block>, { kind: 'removed' }>): void {
  const { part, revisions, lookFor } = writing
  removeWords(writing, paragraph)
  if (!replacement) {
    const look = endOf && lookOf(part, endOf)
    return changeProperties(part, paragraph, { ...(end && { end }), ...(look !== undefined && { look }) }, revisions)
  }
  const { look, run, text } = lookFor(replacement.parts[0]!, revisions.prefix)
  const words = insertedRuns(revisions, run, text)
  changeProperties(part, paragraph, { look }, revisions, words)
  if (!isOneTag(paragraph)) putAtEnd(writing, paragraph, words)
}
