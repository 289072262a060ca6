import {
  type AlignedParts,
  type ComparedBlock,
  type ComparedPage,
  PAGE_BREAK,
  type Part,
  wholeText,
} from '../../compare/compared-text.ts'
import { firstWhere } from '../../text/first-where.ts'
import { type RedlinePart, textAfter } from '../../library/write/redline-part.ts'
import { cutAt, differing, exactPieces, joinedText, joinPieces } from './exact-pieces.ts'

/** The two documents as they were read. */
export type ComparedFiles = { readonly before: readonly ComparedPage[]; readonly after: readonly ComparedPage[] }

type Side = {
  readonly text: string
  readonly levelOf: (part: Part) => number
  readonly isNote: (part: Part) => boolean
  /** Footnotes come behind all other parts, wherever their text is. */
  readonly orderOf: (part: Part) => number
}
type Sides = { readonly before: Side; readonly after: Side }

/**
 * What was aligned, as a redline marks it: in the order of both documents, so that what was moved is removed in one place and added in
 * another; exact to the character.
 */
export function redlineParts(aligned: readonly AlignedParts[], files: ComparedFiles): readonly RedlinePart[] {
  const sides = { before: sideOf(files.before), after: sideOf(files.after) }
  const orders = {
    before: (part: Part) => sides.before.orderOf(part),
    after: (part: Part) => sides.after.orderOf(part),
  }
  const kept = aligned
    .filter(({ kind }) => kind === 'kept')
    .toSorted((one, other) => orders.before(one.before[0]!) - orders.before(other.before[0]!))
  const inKept = new Set(kept.flatMap(({ before, after }) => [...before, ...after]))
  const alone = (side: 'before' | 'after') =>
    aligned
      .flatMap((pair) => pair[side])
      .filter((part) => !inKept.has(part))
      .toSorted((one, other) => orders[side](one) - orders[side](other))
  const [removed, added] = [alone('before'), alone('after')]
  const parts: RedlinePart[] = []
  const takeUpTo = (before: number, after: number) => {
    const gone = removed.splice(
      0,
      countWhile(removed, (part) => orders.before(part) < before),
    )
    const come = added.splice(
      0,
      countWhile(added, (part) => orders.after(part) < after),
    )
    parts.push(...partsBetween(gone, come, sides))
  }
  for (const pair of kept) {
    takeUpTo(orders.before(pair.before[0]!), orders.after(pair.after[0]!))
    parts.push(...keptParts(pair, sides))
  }
  takeUpTo(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
  return parts
}

function countWhile(parts: readonly Part[], is: (part: Part) => boolean): number {
  const end = parts.findIndex((part) => !is(part))
  return end < 0 ? parts.length : end
}

/** Parts of one document only; lines without a word, such as rules, are aligned with nothing and may be the same. */
function partsBetween(gone: readonly Part[], come: readonly Part[], sides: Sides): readonly RedlinePart[] {
  const textOf = (one: Part, { text }: Side) => {
    const { start, end } = withEmptyCells(one, text)
    return text.slice(start, end)
  }
  const parts: RedlinePart[] = []
  let [one, other] = [0, 0]
  const put = (end: number, otherEnd: number) => {
    for (const part of gone.slice(one, end)) parts.push(onlyPart(part, sides.before, 'deleted'))
    for (const part of come.slice(other, otherEnd)) parts.push(onlyPart(part, sides.after, 'inserted'))
    one = end
    other = otherEnd
  }
  for (const [at, part] of come.entries()) {
    const text = textOf(part, sides.after)
    const same = gone.findIndex(
      (own, index) => index >= one && own.kind === part.kind && textOf(own, sides.before) === text,
    )
    if (same < 0) continue
    put(same, at)
    parts.push({ ...shapeOf(part, sides.after), pieces: [{ text, change: 'same' }] })
    one = same + 1
    other = at + 1
  }
  put(gone.length, come.length)
  return parts
}

function sideOf(pages: readonly ComparedPage[]): Side {
  const found: ComparedBlock[] = []
  let from = 0
  for (const { text, blocks } of pages) {
    for (const { kind, level, start, end } of blocks) found.push({ kind, level, start: from + start, end: from + end })
    from += text.length + PAGE_BREAK.length
  }
  const ordered = found.toSorted((one, other) => one.start - other.start)
  const text = wholeText(pages)
  const blockOf = ({ start }: Part) => {
    const block = ordered[firstWhere(ordered.length, (at) => ordered[at]!.start > start) - 1]
    return block && start < block.end ? block : undefined
  }
  const isNote = (part: Part) => blockOf(part)?.kind === 'note'
  return {
    text,
    levelOf(part) {
      if (part.kind === 'row' || part.kind === 'paragraph') return 0
      const block = blockOf(part)
      return block?.kind === part.kind ? block.level : 1
    },
    isNote,
    orderOf: (part) => part.start + (isNote(part) ? text.length : 0),
  }
}

function onlyPart(part: Part, side: Side, change: 'deleted' | 'inserted'): RedlinePart {
  const { start, end } = withEmptyCells(part, side.text)
  return { ...shapeOf(part, side), pieces: [{ text: side.text.slice(start, end), change }] }
}

/** A row with the empty cells at its edges, which a comparison leaves aside, so that all others stay in their columns. */
function withEmptyCells(part: Part, text: string): Part {
  if (part.kind !== 'row') return part
  let { start, end } = part
  while (start > 0 && CELL_SPACE.test(text[start - 1]!)) start -= 1
  while (end < text.length && CELL_SPACE.test(text[end]!)) end += 1
  return { ...part, start, end }
}

const CELL_SPACE = /[\t ]/

function shapeOf(part: Part, { levelOf, isNote }: Side): Omit<RedlinePart, 'pieces'> {
  const { kind, label } = part
  return { kind, level: levelOf(part), label: label ? label.end - label.start : 0, isNote: isNote(part) }
}

/**
 * One for one. A paragraph that was parted or joined is no change, as in a comparison: readers part and join them at the ends of pages. Its
 * words stay in the paragraphs of the first document. Where the others have numbers of their own, they are clauses that come and go.
 */
function keptParts({ before, after, runs }: AlignedParts, sides: Sides): readonly RedlinePart[] {
  const isMany = before.length > 1 || after.length > 1
  const isRow = isMany && [...before, ...after].some(({ kind }) => kind === 'row')
  const hasNote = before.some(sides.before.isNote)
  const isNoteInOne = [...before.map(sides.before.isNote), ...after.map(sides.after.isNote)].some(
    (is) => is !== hasNote,
  )
  if (isRow || isNoteInOne || [...before.slice(1), ...after.slice(1)].some(({ label }) => label))
    return [
      ...before.map((part) => onlyPart(part, sides.before, 'deleted')),
      ...after.map((part) => onlyPart(part, sides.after, 'inserted')),
    ]
  const one = joinedText(
    before.map((part) => withEmptyCells(withoutLabel(part), sides.before.text)),
    sides.before.text,
    '\n',
  )
  const other = joinedText(
    after.map((part) => withEmptyCells(withoutLabel(part), sides.after.text)),
    sides.after.text,
    ' ',
  )
  let label: string | null = labelOf(after[0]!, sides.after)
  return cutAt(one.ends, exactPieces(one, other, runs)).map((pieces, index, all) => {
    const { kind, level } = isMany ? shapeOf(before[index]!, sides.before) : shapeOf(after[0]!, sides.after)
    const hasWords = textAfter(pieces) !== '' || index === all.length - 1
    const own = hasWords ? (label ?? '') : ''
    if (hasWords) label = null
    const number = differing(labelOf(before[index]!, sides.before), own)
    return { kind, level, label: own.length, isNote: hasNote, pieces: joinPieces([...number, ...pieces]) }
  })
}

/** Numbers are no words: they are held against each other beside them. */
function withoutLabel(part: Part): Part {
  return { ...part, start: part.label?.end ?? part.start }
}

function labelOf({ label }: Part, { text }: Side): string {
  return label ? text.slice(label.start, label.end) : ''
}
