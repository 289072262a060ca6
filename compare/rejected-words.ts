import type { Span } from '../text/spans.ts'
import type { Part } from './compared-text.ts'
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
  /** The mark by which it is gone; null where it stands there still. */
  readonly deletedBy: TextMark | null
  /** Where it stands in the text as it is now; of a deleted word, where it stood. */
  readonly start: number
  /** Letters of it are there still, others are not. */
  readonly isPieced: boolean
}

/** All words of a text with its marked changes rejected, in the order of its parts. */
export function rejectedWords({ text, parts }: ReadText, marks: readonly TextMark[]): readonly RejectedWord[] {
  const deleted = marks.filter((mark) => !isKept(mark))
  const inserted = marks.filter(isKept)
  const regions = regionsOf(parts, deleted)
  return regions.flatMap((region) => wordsIn(text, region, inserted))
}

type Region = Span & { readonly deleted: readonly TextMark[] }

/** The parts, and between them the places where a whole part was deleted. */
function regionsOf(parts: readonly Part[], deleted: readonly TextMark[]): readonly Region[] {
  const within = (mark: TextMark) => parts.findIndex(({ start, end }) => mark.start >= start && mark.start <= end)
  const byPart = Map.groupBy(deleted, within)
  const regions = parts.map(({ start, end }, part): Region => ({ start, end, deleted: byPart.get(part) ?? [] }))
  for (const mark of (byPart.get(-1) ?? []).toReversed()) {
    const next = regions.findIndex(({ start }) => start > mark.start)
    const alone: Region = { start: mark.start, end: mark.start, deleted: [mark] }
    regions.splice(next < 0 ? regions.length : next, 0, alone)
  }
  return regions
}

type Piece = { readonly text: string; readonly start: number; readonly mark: TextMark | null }

function wordsIn(
  text: string,
  { start, end, deleted }: Region,
  inserted: readonly TextMark[],
): readonly RejectedWord[] {
  const pieces: Piece[] = []
  let at = start
  const keepUpTo = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), start: at, mark: null })
    at = Math.max(at, to)
  }
  const own = inserted.filter((mark) => mark.start < end && mark.end > start)
  for (const mark of [...deleted, ...own].toSorted((one, other) => one.start - other.start)) {
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
