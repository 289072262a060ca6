import { alignInSteps } from './align-words.ts'
import type { ChangePlace, TextChange, TrackedChange } from './change.ts'
import { firstWhere } from '../text/first-where.ts'
import type { ReadText } from './read-text.ts'
import type { Span } from '../text/spans.ts'
import { isKept, type RejectedWord, rejectedWords, type TextMark } from './rejected-words.ts'
import { inverse } from './slide-to-boundaries.ts'

type WordState = TextMark | 'untracked' | 'neutral'

export type Marks = {
  readonly before: readonly TextMark[]
  readonly after: readonly TextMark[]
  /** Of the later document the numbers of clauses that its program counts, so that nobody typed them. */
  readonly counted: readonly Span[]
}

type Tracked = TrackedChange['tracked']

/**
 * Gives for each change whether the later document marks it. What it marks is rejected, and the text that comes out is held against the
 * earlier document: what then still differs was changed without a mark. Null for all where neither document marks anything.
 */
export function* trackingInSteps(
  before: ReadText,
  after: ReadText,
  matches: Int32Array,
  marks: Marks,
): Generator<void, (change: TextChange) => Tracked, void> {
  if (marks.before.length + marks.after.length === 0) return () => null
  const [wordsBefore, wordsAfter] = [placesOf(before), placesOf(after)]
  const inOrder = marks.after.toSorted((one, other) => one.start - other.start)
  const states = yield* statesOf(before, after, matches, { marks: inOrder, wordsAfter })
  yield
  const isMarkedSign = createSignMarks(before, inOrder)
  const counted = new Set(marks.counted.map(({ start }) => start))
  const statesOfChange = ({ kind, before: gone, after: come }: TextChange): readonly WordState[] =>
    kind === 'moved'
      ? [
          ...statesIn(wordsBefore, wordsMoved(gone), states.left),
          ...statesIn(wordsAfter, wordsMoved(come), states.moved),
        ]
      : [
          ...statesIn(wordsBefore, gone?.words ?? [], states.before),
          ...statesIn(wordsAfter, come?.words ?? [], states.after),
        ]
  return (change) => {
    if (change.said.kind === 'renumbered' && counted.has(change.after!.start)) return null
    const found = statesOfChange(change).filter((state) => state !== 'neutral')
    if (found.length === 0) return trackedBy(isMarkedSign(change))
    return trackedBy(found.includes('untracked') ? null : found.find((state) => typeof state === 'object'))
  }
}

function trackedBy(mark: TextMark | null | undefined): Tracked {
  return mark ? { by: mark.by, date: mark.date } : 'none'
}

/** Of a sentence that moved alone its words; else the whole part. */
function wordsMoved(place: ChangePlace | null): readonly Span[] {
  if (!place) return []
  return place.words.length > 0 ? place.words : [place]
}

/** `left`: of words that moved, whether the place that they left is marked; `moved`: whether the one where they are is. */
type States = Readonly<Record<'before' | 'after' | 'left' | 'moved', readonly WordState[]>>

/** The marks of the later document and its words, both in the order of the text. */
type Ordered = { readonly marks: readonly TextMark[]; readonly wordsAfter: WordPlaces }

function* statesOf(
  before: ReadText,
  after: ReadText,
  matches: Int32Array,
  { marks, wordsAfter }: Ordered,
): Generator<void, States, void> {
  const rejected = rejectedWords(after, marks)
  yield
  const toRejected = yield* alignInSteps(
    before.words.map(({ key }) => key),
    rejected.map(({ key }) => key),
  )
  const fromRejected = inverse(toRejected, rejected.length)
  /** Words of the later text, by where they begin, that the earlier one had already. */
  const kept = new Set(
    rejected.flatMap(({ start, deletedBy }, at) => (deletedBy === null && fromRejected[at]! >= 0 ? [start] : [])),
  )
  yield
  const markOf = marksByWord(wordsAfter, marks, rejected)
  const back = inverse(matches, after.words.length)
  const [labels, labelsAfter] = [labelWords(before), labelWords(after)]
  const ofAfter = (word: number): WordState =>
    markOf[word] ?? (kept.has(after.words[word]!.start) ? 'neutral' : 'untracked')
  const left = before.words.map((_, word): WordState => {
    const place = toRejected[word]!
    return place < 0 ? 'untracked' : (rejected[place]!.deletedBy ?? 'neutral')
  })
  return {
    before: left.map((state, word): WordState => (matches[word]! >= 0 ? 'neutral' : state)),
    after: after.words.map((_, word): WordState => (back[word]! >= 0 ? 'neutral' : ofAfter(word))),
    left: left.map((state, word) => (labels[word] ? 'neutral' : state)),
    moved: after.words.map((_, word): WordState => (labelsAfter[word] ? 'neutral' : (markOf[word] ?? 'untracked'))),
  }
}

/** What moves has another number there. */
function labelWords({ parts, words, firstWords }: ReadText): readonly boolean[] {
  return parts.flatMap(({ label }, part) =>
    words.slice(firstWords[part], firstWords[part + 1]).map(({ start }) => start < (label?.end ?? 0)),
  )
}

/** The mark of each word: one that inserted it or a part of it, or deleted letters of it. */
function marksByWord({ words, inOrder }: WordPlaces, marks: readonly TextMark[], rejected: readonly RejectedWord[]) {
  const altered = new Map(
    rejected.flatMap(({ start, deletedBy, isPieced }) => (isPieced && deletedBy ? [[start, deletedBy] as const] : [])),
  )
  const found = words.map(({ start }): TextMark | null => altered.get(start) ?? null)
  let first = 0
  for (const mark of marks.filter(isKept)) {
    while (first < inOrder.length && words[inOrder[first]!]!.end <= mark.start) first += 1
    for (let at = first; at < inOrder.length && words[inOrder[at]!]!.start < mark.end; at += 1)
      found[inOrder[at]!] ??= mark
  }
  return found
}

/** The words of a document in the order of its text; by their numbers those of footnotes are behind all others. */
type WordPlaces = { readonly words: ReadText['words']; readonly inOrder: readonly number[] }

function placesOf({ words }: ReadText): WordPlaces {
  return { words, inOrder: [...words.keys()].toSorted((one, other) => words[one]!.start - words[other]!.start) }
}

function statesIn(
  { words, inOrder }: WordPlaces,
  spans: readonly Span[],
  states: readonly WordState[],
): readonly WordState[] {
  return spans.flatMap(({ start, end }) => {
    const first = firstWhere(inOrder.length, (at) => words[inOrder[at]!]!.start >= start)
    const behind = firstWhere(inOrder.length, (at) => words[inOrder[at]!]!.end > end)
    return inOrder.slice(first, behind).map((word) => states[word]!)
  })
}

/**
 * Of changes of signs and capitals alone, which change no word: the first mark where each of them is inserted or takes a sign of the earlier
 * text away; null where one of them has none.
 */
function createSignMarks({ text }: ReadText, inOrder: readonly TextMark[]): (change: TextChange) => TextMark | null {
  const longest = Math.max(0, ...inOrder.map(({ start, end }) => end - start))
  const markOf = (place: Span, written: string) => {
    const from = firstWhere(inOrder.length, (at) => inOrder[at]!.start >= place.start - longest - 1)
    const to = firstWhere(inOrder.length, (at) => inOrder[at]!.start > place.end + 1)
    return inOrder
      .slice(from, to)
      .find((mark) =>
        isKept(mark)
          ? mark.start < place.end && mark.end > place.start
          : mark.start >= place.start - 1 && [...mark.text.replace(/\s/g, '')].some((sign) => written.includes(sign)),
      )
  }
  return ({ before, after }) => {
    const found = (after?.words ?? []).map((place, at) => {
      const { start = 0, end = 0 } = before?.words[at] ?? {}
      return markOf(place, text.slice(start, end)) ?? null
    })
    return found.includes(null) ? null : (found[0] ?? null)
  }
}
