import { type AddedPart, addedParagraph, addedTable, type createAddedLook } from './added-blocks.ts'
import { type AddedBlock, type AddedPlaces, placeAdded } from './added-places.ts'
import { type Editing, insertedRuns, markWords } from './changed-words.ts'
import { type ChainItem, type ChainStep, chainsIn, plainStep, planChain } from './paragraph-chain.ts'
import { changeProperties, lookOf } from './paragraph-properties.ts'
import type { PlacedPart } from './placed-parts.ts'
import { textAfter } from './redline-part.ts'
import { putAtEnd, removeWords } from './removed-blocks.ts'
import { isOneTag, type XmlElement } from './xml-tree.ts'

type LookFor = ReturnType<typeof createAddedLook>

/** Whole paragraphs that come and go, gathered first: which ends are marked depends on what is beside them. */
export interface ChainWriter {
  add(part: AddedPart): boolean
  remove(placed: PlacedPart): void
  /** Hands everything to the edits of the part. */
  write(): void
}

/** `placed`: the parts that the first document has, by their index. */
export function createChainWriter(
  editing: Editing,
  lookFor: LookFor,
  placed: readonly (PlacedPart | undefined)[],
): ChainWriter {
  const added: AddedPart[] = []
  const removed: PlacedPart[] = []
  return {
    add: (part) => added.push(part) > 0,
    remove: (part) => void removed.push(part),
    write() {
      const gone = removedParagraphs(editing, removed, placed)
      writeChains({ ...editing, lookFor, gone, anchors: placeAdded(editing, added, placed) })
    },
  }
}

/** Paragraphs all of whose text is removed; of others the words are marked. */
function removedParagraphs(
  editing: Editing,
  removed: readonly PlacedPart[],
  placed: readonly (PlacedPart | undefined)[],
): ReadonlySet<XmlElement> {
  const goes = new Set(removed)
  const kept = new Set(placed.flatMap((one) => (one && !goes.has(one) ? one.paragraphs : [])))
  const gone = new Set<XmlElement>()
  for (const { paragraphs, sources, part } of removed) {
    if (paragraphs.some((paragraph) => kept.has(paragraph)))
      markWords({ ...editing, sourceAt: (at) => sources[at] }, 0, part.pieces)
    else for (const paragraph of paragraphs) gone.add(paragraph)
  }
  return gone
}

type Writing = Editing & {
  readonly lookFor: LookFor
  readonly gone: ReadonlySet<XmlElement>
  readonly anchors: AddedPlaces
}

function writeChains(writing: Writing): void {
  const { part, anchors, gone } = writing
  for (const chain of chainsIn(part.root)) {
    const items = chain.flatMap((paragraph): readonly ChainItem<AddedBlock>[] => [
      ...(anchors.before.get(paragraph) ?? []).map((added) => ({ kind: 'added' as const, added })),
      { kind: gone.has(paragraph) || isBlankText(writing, paragraph) ? 'removed' : 'kept', paragraph },
      ...(anchors.after.get(paragraph) ?? []).map((added) => ({ kind: 'added' as const, added })),
    ])
    if (items.some(({ kind }) => kind !== 'kept')) writeChain(writing, chain, items)
  }
  for (const [table, blocks] of anchors.before)
    if (table.name === 'w:tbl') part.edits.insert(table.start, blocks.map((block) => blockXml(writing, block)).join(''))
  for (const [table, blocks] of anchors.after)
    if (table.name === 'w:tbl') part.edits.insert(table.end, blocks.map((block) => blockXml(writing, block)).join(''))
}

/** The empty paragraph of a text without a word makes room. */
function isBlankText({ anchors, part }: Writing, paragraph: XmlElement): boolean {
  const body = paragraph.parent
  return (
    anchors.before.has(paragraph) &&
    body?.name === 'w:body' &&
    body.children.every((child) => child === paragraph || child.name === 'w:sectPr') &&
    !hasRuns(part.xml, paragraph)
  )
}

function hasRuns(xml: string, { openEnd, closeStart }: XmlElement): boolean {
  return /<(\w+:)?t[\s>]/.test(xml.slice(openEnd, closeStart))
}

function writeChain(writing: Writing, chain: readonly XmlElement[], items: readonly ChainItem<AddedBlock>[]): void {
  const { part } = writing
  const ordered = removedFirst(items)
  const hasTable = items.some((item) => item.kind === 'added' && item.added.isTable)
  const steps = hasTable ? ordered.map(plainStep) : planChain(ordered)
  let at = chain[0]!.start
  for (const step of steps) {
    if (step.kind !== 'added') at = step.paragraph.end
    if (step.kind === 'kept') {
      if (step.end) changeProperties(part, step.paragraph, { end: step.end }, writing.revisions)
    } else if (step.kind === 'removed') writeRemoved(writing, step)
    else part.edits.insert(at, blockXml(writing, step.added, step.endOf))
  }
  const last = ordered.at(-1)
  // A table is followed by a paragraph.
  if (last?.kind === 'added' && last.added.isTable) part.edits.insert(at, `<${writing.revisions.prefix}p/>`)
}

/** Of what goes and comes between two that stay: LibreOffice joins what stays with what went, where that is behind what came. */
function removedFirst(items: readonly ChainItem<AddedBlock>[]): readonly ChainItem<AddedBlock>[] {
  const ordered: ChainItem<AddedBlock>[] = []
  const added: ChainItem<AddedBlock>[] = []
  for (const item of items) {
    if (item.kind === 'added') added.push(item)
    else {
      if (item.kind === 'kept') ordered.push(...added.splice(0))
      ordered.push(item)
    }
  }
  return [...ordered, ...added]
}

function blockXml({ part, revisions, lookFor }: Writing, { isTable, parts }: AddedBlock, endOf?: XmlElement): string {
  if (isTable)
    return addedTable(
      part,
      parts.map(({ pieces }) => textAfter(pieces)),
      revisions,
    )
  return addedParagraph(lookFor(parts[0]!, revisions.prefix), revisions, endOf && lookOf(part, endOf))
}

function writeRemoved(
  writing: Writing,
  { paragraph, end, endOf, replacement }: Extract<ChainStep<AddedBlock>, { kind: 'removed' }>,
): void {
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
