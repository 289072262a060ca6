import { childOf, type XmlElement } from './xml-tree.ts'

/** Paragraphs of the first document that follow each other, with those that come between them. */
export type ChainItem<Added> =
  | { readonly kind: 'kept' | 'removed'; readonly paragraph: XmlElement }
  | { readonly kind: 'added'; readonly added: Added }

/** What happens to each paragraph of a chain, in order. */
export type ChainStep<Added> =
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
export function planChain<Added>(items: readonly ChainItem<Added>[]): readonly ChainStep<Added>[] {
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
export function plainStep<Added>(item: ChainItem<Added>): ChainStep<Added> {
  if (item.kind === 'added') return { kind: 'added', added: item.added }
  return item.kind === 'kept'
    ? { kind: 'kept', paragraph: item.paragraph }
    : { kind: 'removed', paragraph: item.paragraph, end: 'del' }
}

/** All chains of a part: paragraphs side by side up to a table, the end of a section, or that of what holds them. */
export function* chainsIn(root: XmlElement): Generator<readonly XmlElement[], void, void> {
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
