import { alignWords } from './align-words.ts'
import type { ChangePlace, TextChange, TrackedChange } from './change.ts'
import type { ReadText, WordRange } from './read-text.ts'
import type { Span } from '../text/spans.ts'
import { isKept, type RejectedWord, rejectedWords, type TextMark } from './rejected-words.ts'
import { inverse } from './slide-to-boundaries.ts'

type WordState = TextMark | 'untracked' | 'neutral'

export type Marks = { readonly before: readonly TextMark[]; readonly after: readonly TextMark[] }

/**
 * Tells of each change whether the later document marks it. What it marks is rejected, and the text that comes out is held against the
 * earlier document: what then still differs was changed without a mark. Null for all where neither document marks anything.
 */
export function createTracking(
  before: ReadText,
  after: ReadText,
  matches: Int32Array,
  marks: Marks,
): (change: TextChange) => TrackedChange['tracked'] {
  if (marks.before.length + marks.after.length === 0) return () => null
  const states = statesOf(before, after, matches, marks.after)
  const statesOfChange = ({ kind, before: gone, after: come }: TextChange) =>
    kind === 'moved'
      ? statesIn(after, movedSpans(come), states.moved)
      : [...statesIn(before, gone?.words ?? [], states.before), ...statesIn(after, come?.words ?? [], states.after)]
  return (change) => {
    // Programs count numbers anew by themselves.
    if (change.said.kind === 'renumbered') return null
    const found = statesOfChange(change).filter((state) => state !== 'neutral')
    if (found.includes('untracked')) return 'none'
    const mark =
      found.find((state) => typeof state === 'object') ??
      (found.length === 0 ? touching(change.after, marks.after) : undefined)
    return mark ? { by: mark.by, date: mark.date } : 'none'
  }
}

/** Of a sentence that moved alone its words; else the whole part. */
function movedSpans(place: ChangePlace | null): readonly Span[] {
  if (!place) return []
  return place.words.length > 0 ? place.words : [place]
}

type States = Readonly<Record<'before' | 'after' | 'moved', readonly WordState[]>>

function statesOf(before: ReadText, after: ReadText, matches: Int32Array, marks: readonly TextMark[]): States {
  const rejected = rejectedWords(after, marks)
  const toRejected = alignWords(
    before.words.map(({ key }) => key),
    rejected.map(({ key }) => key),
  )
  const fromRejected = inverse(toRejected, rejected.length)
  /** Words of the later text, by where they begin, that stood in the earlier one already. */
  const stood = new Set(
    rejected.flatMap(({ start, deletedBy }, at) => (deletedBy === null && fromRejected[at]! >= 0 ? [start] : [])),
  )
  const markOf = marksByWord(after, marks, rejected)
  const back = inverse(matches, after.words.length)
  const ofAfter = (word: number): WordState =>
    markOf[word] ?? (stood.has(after.words[word]!.start) ? 'neutral' : 'untracked')
  return {
    before: before.words.map((_, word): WordState => {
      if (matches[word]! >= 0) return 'neutral'
      const stands = toRejected[word]!
      return stands < 0 ? 'untracked' : (rejected[stands]!.deletedBy ?? 'neutral')
    }),
    after: after.words.map((_, word): WordState => (back[word]! >= 0 ? 'neutral' : ofAfter(word))),
    moved: after.words.map((_, word): WordState => markOf[word] ?? 'untracked'),
  }
}

/** The mark of each word: one that inserted it or a part of it, or deleted letters of it. */
function marksByWord({ words }: ReadText, marks: readonly TextMark[], rejected: readonly RejectedWord[]) {
  const altered = new Map(
    rejected.flatMap(({ start, deletedBy, isPieced }) => (isPieced && deletedBy ? [[start, deletedBy] as const] : [])),
  )
  const found = words.map(({ start }): TextMark | null => altered.get(start) ?? null)
  const inOrder = [...words.keys()].toSorted((one, other) => words[one]!.start - words[other]!.start)
  let first = 0
  for (const mark of marks.filter(isKept).toSorted((one, other) => one.start - other.start)) {
    while (first < inOrder.length && words[inOrder[first]!]!.end <= mark.start) first += 1
    for (let at = first; at < inOrder.length && words[inOrder[at]!]!.start < mark.end; at += 1)
      found[inOrder[at]!] ??= mark
  }
  return found
}

function statesIn(text: ReadText, spans: readonly Span[], states: readonly WordState[]): readonly WordState[] {
  return spans.flatMap((span) => {
    const { from, to } = wordsIn(text, span)
    return states.slice(from, to)
  })
}

/** The words of a span; words are in the order of the text but for footnotes, which are behind all others. */
function wordsIn({ words }: ReadText, { start, end }: Span): WordRange {
  const from = words.findIndex((word) => word.start >= start && word.end <= end)
  if (from < 0) return { from: 0, to: 0 }
  let to = from
  while (to < words.length && words[to]!.start >= start && words[to]!.end <= end) to += 1
  return { from, to }
}

/** Of a change of signs alone, which changes no word. */
function touching(place: ChangePlace | null, marks: readonly TextMark[]): TextMark | undefined {
  return marks.find((mark) => place?.words.some(({ start, end }) => mark.start <= end + 1 && mark.end >= start - 1))
}
