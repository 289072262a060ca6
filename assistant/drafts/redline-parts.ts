import { type AlignedParts, type ComparedPage, PAGE_BREAK, type Part, wholeText, type WordRun } from '../../compare/compared-text.ts'
import type { RedlinePart, RedlinePiece } from '../../library/write/redline-part.ts'

/** The two documents as they were read. */
export type ComparedFiles = { readonly before: readonly ComparedPage[]; readonly after: readonly ComparedPage[] }

type Side = {
  readonly text: string
  readonly levelOf: (part: Part) => number
  /** Footnotes come behind all other parts, wherever their text stands. */
  readonly orderOf: (part: Part) => number
}
type Sides = { readonly before: Side; readonly after: Side }

/**
 * What was aligned, as a redline marks it: in the order of both documents, so that what was moved is removed in one place and added in
 * another; exact to the character.
 */
export function redlineParts(aligned: readonly AlignedParts[], files: ComparedFiles): readonly RedlinePart[] {
  const sides = { before: sideOf(files.before), after: sideOf(files.after) }
  const orders = { before: (part: Part) => sides.before.orderOf(part), after: (part: Part) => sides.after.orderOf(part) }
  const kept = aligned
    .filter(({ kind }) => kind === 'kept')
    .toSorted((one, other) => orders.before(one.before[0]!) - orders.before(other.before[0]!))
  const inKept = new Set(kept.flatMap(({ before, after }) => [...before, ...after]))
  const alone = (side: 'before' | 'after') =>
    aligned.flatMap((pair) => pair[side]).filter((part) => !inKept.has(part)).toSorted((one, other) => orders[side](one) - orders[side](other))
  const [removed, added] = [alone('before'), alone('after')]
  const parts: RedlinePart[] = []
  const takeUpTo = (before: number, after: number) => {
    while (removed[0] && orders.before(removed[0]) < before) parts.push(onlyPart(removed.shift()!, sides.before, 'deleted'))
    while (added[0] && orders.after(added[0]) < after) parts.push(onlyPart(added.shift()!, sides.after, 'inserted'))
  }
  for (const pair of kept) {
    takeUpTo(orders.before(pair.before[0]!), orders.after(pair.after[0]!))
    parts.push(...keptParts(pair, sides))
  }
  takeUpTo(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
  return parts
}

function sideOf(pages: readonly ComparedPage[]): Side {
  const found: { readonly kind: string; readonly start: number; readonly end: number; readonly level: number }[] = []
  let from = 0
  for (const { text, blocks } of pages) {
    for (const { kind, level, start, end } of blocks) found.push({ kind, level, start: from + start, end: from + end })
    from += text.length + PAGE_BREAK.length
  }
  const ordered = found.toSorted((one, other) => one.start - other.start)
  const text = wholeText(pages)
  const blockOf = ({ start }: Part) => {
    const block = ordered[upTo(ordered, start) - 1]
    return block && start < block.end ? block : undefined
  }
  return {
    text,
    levelOf(part) {
      if (part.kind === 'row' || part.kind === 'paragraph') return 0
      const block = blockOf(part)
      return block?.kind === part.kind ? block.level : 1
    },
    orderOf: (part) => part.start + (blockOf(part)?.kind === 'note' ? text.length : 0),
  }
}

/** How many of them begin at a place or before it. */
function upTo(ordered: readonly { readonly start: number }[], at: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ordered[middle]!.start <= at) low = middle + 1
    else high = middle
  }
  return low
}

function onlyPart(part: Part, side: Side, change: 'deleted' | 'inserted'): RedlinePart {
  return { ...shapeOf(part, side), pieces: [{ text: side.text.slice(part.start, part.end), change }] }
}

function shapeOf(part: Part, { levelOf }: Side): Pick<RedlinePart, 'kind' | 'level' | 'label'> {
  const { kind, label } = part
  return { kind, level: levelOf(part), label: label ? label.end - label.start : 0 }
}

/** One for one; a paragraph that was parted or joined keeps its words in the first of several, and the others come or go. */
function keptParts({ before, after, runs }: AlignedParts, sides: Sides): readonly RedlinePart[] {
  const [first, other] = [before[0]!, after[0]!]
  if (before.length === 1 && after.length === 1)
    return [{ ...shapeOf(other, sides.after), pieces: exactPieces(first, other, runs, sides) }]
  return [
    ...before.map((part) => onlyPart(part, sides.before, 'deleted')),
    ...after.map((part) => onlyPart(part, sides.after, 'inserted')),
  ]
}

/** Words as they were aligned, and what stands between them; of words that are the same but for a letter, both. */
function exactPieces(before: Part, after: Part, runs: readonly WordRun[], sides: Sides): readonly RedlinePiece[] {
  const pieces: RedlinePiece[] = []
  let [one, other] = [before.start, after.start]
  const put = (to: number, otherTo: number) => {
    pieces.push(...differing(sides.before.text.slice(one, to), sides.after.text.slice(other, otherTo)))
    one = to
    other = otherTo
  }
  for (const run of runs) {
    if (!run.isSame || !run.before || !run.after) continue
    put(run.before.start, run.after.start)
    const [own, others] = [wordsIn(sides.before.text, run.before), wordsIn(sides.after.text, run.after)]
    if (own.length !== others.length) continue
    for (const [index, word] of own.entries()) {
      put(word.start, others[index]!.start)
      put(word.end, others[index]!.end)
    }
  }
  put(before.end, after.end)
  return joinPieces(pieces)
}

function wordsIn(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }))
}

/** What two short texts have in common at both ends stays, but no part of a word or a number. */
function differing(before: string, after: string): readonly RedlinePiece[] {
  if (before === after) return [{ text: before, change: 'same' }]
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  while (head > 0 && (isInWord(before, head) || isInWord(after, head))) head -= 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  while (tail > 0 && (isInWord(before, before.length - tail) || isInWord(after, after.length - tail))) tail -= 1
  return [
    { text: before.slice(0, head), change: 'same' },
    { text: before.slice(head, before.length - tail), change: 'deleted' },
    { text: after.slice(head, after.length - tail), change: 'inserted' },
    { text: before.slice(before.length - tail), change: 'same' },
  ]
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}][.,]?$/u.test(text.slice(0, at)) && /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at))
}

function joinPieces(pieces: readonly RedlinePiece[]): readonly RedlinePiece[] {
  const joined: RedlinePiece[] = []
  for (const { text, change } of pieces) {
    const last = joined.at(-1)
    if (text === '') continue
    if (last?.change === change) joined[joined.length - 1] = { text: last.text + text, change }
    else joined.push({ text, change })
  }
  return joined
}
