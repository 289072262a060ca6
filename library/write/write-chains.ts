import {
  type AddedBlock,
  addedParagraph,
  type AddedPart,
  type AddedPlaces,
  addedTable,
  type createAddedLook,
  placeAdded,
} from './added-blocks.ts'
import { type Editing, insertedRuns, markWords } from './changed-words.ts'
import { changeProperties, lookOf } from './paragraph-properties.ts'
import type { PlacedPart } from './placed-parts.ts'
import { textAfter } from './redline-part.ts'
import { putAtEnd, removeWords } from './removed-blocks.ts'
import { childOf, isOneTag, type XmlElement } from './xml-tree.ts'

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

/** Paragraphs of the first document that follow each other, with those that come between them. */
type ChainItem<Added> =
  | { readonly kind: 'kept' | 'removed'; readonly paragraph: XmlElement }
  | { readonly kind: 'added'; readonly added: Added }

/** What happens to each paragraph of a chain, in order. */
type ChainStep<Added> =
  | {
      readonly kind: 'kept'
      readonly paragraph: XmlElement
      /** Its end is the one that was added or removed, for those behind it. */
      readonly end?: 'ins' | 'del'
    }
  | {
      readonly kind: 'removed'
      readonly paragraph: XmlElement
      readonly end?: 'del'
      /** Takes over the end, and with it the look, of this one. */
      readonly endOf?: XmlElement
      /** What comes in its place. */
      readonly replacement?: Added
    }
  | {
      readonly kind: 'added'
      readonly added: Added
      /** Undefined: its own end is new. Else the paragraph whose end it has, which looks so where this is rejected. */
      readonly endOf?: XmlElement
    }

/**
 * The last paragraph of a chain cannot lose its end and none can come behind it: a cell, a text, a section ends with one, and a table needs one
 * before it. So there the end before is marked instead; and of paragraphs that go and come there, one takes the other's place.
 */
function planChain<Added>(items: readonly ChainItem<Added>[]): readonly ChainStep<Added>[] {
  const lastKept = items.findLastIndex(({ kind }) => kind === 'kept')
  const before = items.slice(0, Math.max(0, lastKept)).map(plainStep)
  const kept = items[lastKept]
  const tail = items.slice(lastKept + 1)
  const removed = tail.flatMap((item) => (item.kind === 'removed' ? [item.paragraph] : []))
  const added = tail.flatMap((item) => (item.kind === 'added' ? [item.added] : []))
  return [...before, ...planTail({ kept: kept && kept.kind !== 'added' ? kept.paragraph : undefined, removed, added })]
}

type Tail<Added> = {
  /** The last one that stays, where there is any. */
  readonly kept: XmlElement | undefined
  readonly removed: readonly XmlElement[]
  readonly added: readonly Added[]
}

function planTail<Added>({ kept, removed, added }: Tail<Added>): readonly ChainStep<Added>[] {
  const [lastRemoved, lastAdded] = [removed.at(-1), added.at(-1)]
  const others: readonly ChainStep<Added>[] = [
    ...removed.slice(0, -1).map((paragraph) => ({ kind: 'removed' as const, paragraph, end: 'del' as const })),
    ...added.slice(0, -1).map((one) => ({ kind: 'added' as const, added: one })),
  ]
  const keep = (end?: 'ins' | 'del'): readonly ChainStep<Added>[] =>
    kept ? [{ kind: 'kept', paragraph: kept, ...(end && { end }) }] : []
  const ending = kept && { endOf: kept }
  if (lastRemoved && lastAdded !== undefined)
    return [...keep(), ...others, { kind: 'removed', paragraph: lastRemoved, replacement: lastAdded }]
  if (lastRemoved) return [...keep('del'), ...others, { kind: 'removed', paragraph: lastRemoved, ...ending }]
  if (lastAdded !== undefined) return [...keep('ins'), ...others, { kind: 'added', added: lastAdded, ...ending }]
  return keep()
}

/** Each with its own end, as where others follow it. */
function plainStep<Added>(item: ChainItem<Added>): ChainStep<Added> {
  if (item.kind === 'added') return { kind: 'added', added: item.added }
  return item.kind === 'kept'
    ? { kind: 'kept', paragraph: item.paragraph }
    : { kind: 'removed', paragraph: item.paragraph, end: 'del' }
}

/** All chains of a part: paragraphs side by side up to a table, the end of a section, or that of what holds them. */
function* chainsIn(root: XmlElement): Generator<readonly XmlElement[], void, void> {
  let chain: XmlElement[] = []
  for (const child of root.children) {
    if (child.name === 'w:p') chain.push(child)
    const isEnd = child.name === 'w:p' ? endsSection(child) : !isBetween(child)
    if (isEnd && chain.length > 0) {
      yield chain
      chain = []
    }
  }
  if (chain.length > 0) yield chain
  for (const child of root.children) yield* chainsIn(child)
}

/** Marks between paragraphs part no chain. */
function isBetween({ name }: XmlElement): boolean {
  return /^w:(bookmark|comment|perm|proofErr|move\w+Range|customXml\w+Range)\w*/.test(name)
}

function endsSection(paragraph: XmlElement): boolean {
  return childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr') !== undefined
}
