import type { Span } from '../text/spans.ts'
import { type ChangePlace, shortened, type TextChange } from './change.ts'
import type { Weighing } from './weighing.ts'
import { findEdits } from './find-edits.ts'
import { layoutOfPair } from './layout-of-pair.ts'
import { movedCells } from './moved-cells.ts'
import type { PartPair, PartRange } from './part-pair.ts'
import type { Edit } from './phrase-around.ts'
import { ONE_BLANK } from './read-words.ts'
import { type ReadText, type WordRange, wordsOfParts } from './read-text.ts'
import { weighEdit } from './weigh-edit.ts'
import { weighPart } from './weigh-part.ts'
import { weightIn } from './weigh-text.ts'
import { type Run, runsOf } from './word-runs.ts'

/** The changes of pairs that follow each other, in the order of the text. A heading that came or went is one change with what follows it. */
export function* changesOfPairs(
  weighing: Weighing,
  pairs: readonly PartPair[],
  matches: Int32Array,
): Generator<TextChange> {
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at]!
    if (pair.kind === 'added' || pair.kind === 'removed') {
      const next = pairs[at + 1]
      if (isBlank(weighing, pair)) continue
      const isHead = next?.kind === pair.kind && isHeadingOf(weighing, pair, next)
      yield ofOnePart(weighing, pair, isHead ? next : pair)
      if (isHead) at += 1
    } else yield* ofPair(weighing, pair, runsOf(weighing.before, weighing.after, pair, matches))
  }
}

/** A line to be written on, or a number without words: it says nothing. */
function isBlank(weighing: Weighing, pair: PartPair): boolean {
  const { text, range } = sideOf(weighing, pair)
  const labelEnd = text.parts[range.first]!.label?.end ?? 0
  const { from, to } = wordsOfParts(text, range.first, range.last)
  return text.words.slice(from, to).every(({ key, end }) => key === ONE_BLANK || end <= labelEnd)
}

function isHeadingOf(weighing: Weighing, pair: PartPair, next: PartPair): boolean {
  const { text, range } = sideOf(weighing, pair)
  const { range: following } = sideOf(weighing, next)
  const [part, other] = [text.parts[range.first]!, text.parts[following.first]!]
  return following.first === range.last + 1 && part.kind === 'heading' && other.kind !== 'heading'
}

function sideOf({ before, after }: Weighing, { before: gone, after: come }: PartPair) {
  if (gone) return { text: before, range: gone }
  if (come) return { text: after, range: come }
  throw new TypeError('expected a pair with a part, got none')
}

function ofOnePart(weighing: Weighing, first: PartPair, last: PartPair): TextChange {
  const { text, range } = sideOf(weighing, first)
  const { range: end } = sideOf(weighing, last)
  const [head, part] = [text.parts[range.first]!, text.parts[end.last]!]
  const heading = head === part ? '' : text.text.slice(head.label?.end ?? head.start, head.end)
  const isNew = first.kind === 'added'
  const weighed = weighPart(text.text.slice(part.label?.end ?? part.start, part.end), heading, part, isNew)
  const span = { start: head.start, end: part.end }
  const place: ChangePlace = { ...span, part: head, words: [span] }
  return { kind: isNew ? 'added' : 'removed', ...weighed, before: isNew ? null : place, after: isNew ? place : null }
}

/** As much as a bare number: the words are the same, and about another thing. */
const MOVED_CELL = 40

function* ofPair(weighing: Weighing, pair: PartPair, all: readonly Run[]): Generator<TextChange> {
  const { before, after } = weighing
  const [own, other] = [pair.before!, pair.after!]
  const runs = all.flatMap((run) => withoutLabels(weighing, pair, run))
  const edits = findEdits(before, after, runs)
  if (pair.kind === 'moved') yield ofMove(weighing, own, other, edits.length > 0)
  for (const edit of edits) yield ofEdit(weighing, own, other, edit)
  const part = after.parts[other.first]!
  const numbers = pair.kind === 'moved' ? null : changedNumber(weighing, own, other)
  const at = (words: readonly Span[], otherWords: readonly Span[]) => ({
    before: placeOf(before, own, words),
    after: placeOf(after, other, otherWords),
  })
  if (numbers)
    yield {
      kind: 'changed',
      ...weightIn('layout', 10),
      ...at([before.parts[own.first]!.label!], [part.label!]),
      said: { kind: 'renumbered', ...numbers },
    }
  const cells = movedCells(before, after, pair, all)
  if (cells) {
    const { text, from, to } = cells
    yield {
      kind: 'changed',
      ...weightIn('numbers', MOVED_CELL),
      ...at(cells.before, cells.after),
      said: { kind: 'column', text: shortened(text), before: from, after: to },
    }
  }
  const layout = layoutOfPair(weighing, runs)
  if (layout)
    yield {
      kind: 'changed',
      ...(layout.isTerm ? weightIn('parties', 20) : weightIn('layout')),
      ...at(layout.before, layout.after),
      said: layout.said,
    }
}

/** A run without the words of the number in front of a part, which is looked at by itself. */
function withoutLabels({ before, after }: Weighing, pair: PartPair, run: Run): readonly Run[] {
  if (run.isSame) return [run]
  const beforeRange = behindLabel(before, pair.before!, run.before)
  const afterRange = behindLabel(after, pair.after!, run.after)
  const isEmpty = beforeRange.from >= beforeRange.to && afterRange.from >= afterRange.to
  return isEmpty ? [] : [{ isSame: false, before: beforeRange, after: afterRange }]
}

function behindLabel({ parts, words }: ReadText, { first, last }: PartRange, { from, to }: WordRange): WordRange {
  const labels = parts.slice(first, last + 1).flatMap(({ label }) => label ?? [])
  const isLabel = (word: number) =>
    labels.some(({ start, end }) => words[word]!.start >= start && words[word]!.end <= end)
  let [begin, end] = [from, to]
  while (begin < end && isLabel(begin)) begin += 1
  while (end > begin && isLabel(end - 1)) end -= 1
  return { from: begin, to: end }
}

function ofMove({ before, after }: Weighing, own: PartRange, other: PartRange, isReworded: boolean): TextChange {
  const [from, to] = [before.parts[own.first]!, after.parts[other.first]!]
  const parts = other.last - other.first + 1
  const number = to.number === from.number ? '' : to.number
  return {
    kind: 'moved',
    ...weightIn('moved', parts),
    before: placeOf(before, own, []),
    after: placeOf(after, other, []),
    said: { kind: 'moved', to: number, under: to.section, isWithin: to.section === from.section, parts, isReworded },
  }
}

function ofEdit(weighing: Weighing, own: PartRange, other: PartRange, edit: Edit): TextChange {
  const { before, after } = weighing
  const [range, otherRange] = [rangeAround(before, own, edit.before), rangeAround(after, other, edit.after)]
  const part = after.parts[otherRange.first]!
  return {
    kind: 'changed',
    ...weighEdit(edit, part, weighing),
    before: placeOf(before, range, wordSpans(before, edit.before)),
    after: placeOf(after, otherRange, wordSpans(after, edit.after)),
  }
}

/** Those of several parts that have words of a range; of no words, the one that they would be in. */
function rangeAround({ firstWords }: ReadText, { first, last }: PartRange, { from, to }: WordRange): PartRange {
  const partOf = (word: number) => {
    let part = first
    while (part < last && firstWords[part + 1]! <= word) part += 1
    return part
  }
  return { first: partOf(from), last: partOf(Math.max(from, to - 1)) }
}

function placeOf({ parts }: ReadText, { first, last }: PartRange, words: readonly Span[]): ChangePlace {
  const part = parts[first]!
  return { start: part.start, end: parts[last]!.end, part, words }
}

function wordSpans({ words }: ReadText, { from, to }: WordRange): readonly Span[] {
  const [first, last] = [words[from], words[to - 1]]
  return first && last && to > from ? [{ start: first.start, end: last.end }] : []
}

/** Null where the part has the same number, or none in one of the documents. */
function changedNumber({ before, after }: Weighing, own: PartRange, other: PartRange) {
  const [one, two] = [writtenLabel(before, own), writtenLabel(after, other)]
  return one === '' || two === '' || one === two ? null : { before: one, after: two }
}

function writtenLabel({ text, parts }: ReadText, { first }: PartRange): string {
  const label = parts[first]!.label
  return label ? text.slice(label.start, label.end).replace(/[.):]*\s*$|^[^\p{L}\p{N}§]+/gu, '') : ''
}
