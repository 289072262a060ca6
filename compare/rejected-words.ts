import type { Span } from '../text/spans.ts'
import type { Part } from './compared-text.ts'
import { firstWhere } from '../text/first-where.ts'
import type { ReadText } from './read-text.ts'
import { readWords } from './read-words.ts'

/** A change that the file itself marks, in offsets of the text with all changes accepted; of deleted words their place. */
export type TextMark = Span & {
  readonly kind: 'inserted' | 'deleted' | 'moved-here' | 'moved-away'
  readonly by: string
  readonly date: string
  readonly text: string
}

export function isKept({ kind }: TextMark): boolean {
  return kind === 'inserted' || kind === 'moved-here'
}

/** A word of the text as it was before its marked changes. */
export type RejectedWord = {
  readonly key: string
  /** The mark by which it is gone; null where it is still there. */
  readonly deletedBy: TextMark | null
  /** Its place in the text as it is now; of a deleted word, where it was. */
  readonly start: number
  /** Letters of it are there still, others are not. */
  readonly isPieced: boolean
}

/** All words of a text with its marked changes rejected, in the order of its parts. */
export function rejectedWords({ text, parts }: ReadText, marks: readonly TextMark[]): readonly RejectedWord[] {
  return regionsOf(parts, marks).flatMap((region) => wordsIn(text, region))
}

type Region = Span & { readonly marks: readonly TextMark[] }

/** The parts, and between them the places where a whole part was deleted. */
function regionsOf(parts: readonly Part[], marks: readonly TextMark[]): readonly Region[] {
  const own = new Map<Part, TextMark[]>(parts.map((part) => [part, []]))
  const alone: TextMark[] = []
  const inOrder = parts.toSorted((one, other) => one.start - other.start)
  for (const mark of marks) {
    const touched = isKept(mark) ? partsWith(inOrder, mark) : partsAt(inOrder, mark.start)
    for (const part of touched) own.get(part)!.push(mark)
    if (touched.length === 0 && !isKept(mark)) alone.push(mark)
  }
  const waiting = alone.toSorted((one, other) => other.start - one.start)
  const regions: Region[] = []
  const putUpTo = (start: number) => {
    for (let mark = waiting.at(-1); mark && mark.start < start; mark = waiting.at(-1)) {
      regions.push({ start: mark.start, end: mark.start, marks: [mark] })
      waiting.pop()
    }
  }
  for (const part of parts) {
    putUpTo(part.start)
    regions.push({ start: part.start, end: part.end, marks: own.get(part)! })
  }
  putUpTo(Infinity)
  return regions
}

function partsWith(inOrder: readonly Part[], { start, end }: Span): readonly Part[] {
  const from = firstWhere(inOrder.length, (part) => inOrder[part]!.end > start)
  return inOrder.slice(
    from,
    firstWhere(inOrder.length, (part) => inOrder[part]!.start >= end),
  )
}

/** The one that begins before this place and ends behind it, or ends or begins there. */
function partsAt(inOrder: readonly Part[], place: number): readonly Part[] {
  const part = inOrder[firstWhere(inOrder.length, (at) => inOrder[at]!.end >= place)]
  return part && part.start <= place ? [part] : []
}

type Piece = { readonly text: string; readonly start: number; readonly mark: TextMark | null }

function wordsIn(text: string, { start, end, marks }: Region): readonly RejectedWord[] {
  const pieces: Piece[] = []
  let at = start
  const keepUpTo = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), start: at, mark: null })
    at = Math.max(at, to)
  }
  const deletedFirst = (one: TextMark, other: TextMark) => Number(isKept(one)) - Number(isKept(other))
  for (const mark of marks.toSorted((one, other) => one.start - other.start || deletedFirst(one, other))) {
    keepUpTo(Math.min(mark.start, end))
    if (isKept(mark)) at = Math.max(at, Math.min(mark.end, end))
    else pieces.push({ text: mark.text, start: mark.start, mark })
  }
  keepUpTo(end)
  return wordsOfPieces(pieces)
}

/** A word may have letters of several pieces: "six" of "s", a deleted "event" and "ix". */
function wordsOfPieces(pieces: readonly Piece[]): readonly RejectedWord[] {
  const whole = pieces.map((piece) => piece.text).join('')
  const words: RejectedWord[] = []
  let [first, begin] = [0, 0]
  for (const { key, start, end } of readWords(whole, 0, whole.length)) {
    while (begin + pieces[first]!.text.length <= start) {
      begin += pieces[first]!.text.length
      first += 1
    }
    const piece = pieces[first]!
    let [deletedBy, from, isPieced] = [piece.mark, begin + piece.text.length, false]
    for (let next = first + 1; from < end; next += 1) {
      isPieced = true
      deletedBy ??= pieces[next]!.mark
      from += pieces[next]!.text.length
    }
    words.push({ key, deletedBy, isPieced, start: piece.mark ? piece.start : piece.start + start - begin })
  }
  return words
}
