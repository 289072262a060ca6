import { type AlignedParts, type ComparedPage } from './compared-text.ts'
import { alignParts } from './align-parts.ts'
import type { TextChange, TrackedChange } from './change.ts'
import { changesOfPairs } from './changes-of-pairs.ts'
import { weighingOf } from './weighing.ts'
import { foldMoves } from './fold-moves.ts'
import { readText } from './read-text.ts'
import type { KnownWords } from './same-in-sense.ts'
import { asSteps } from './steps.ts'
import { type Marks, trackingInSteps } from './track-changes.ts'
import { alignedParts } from './word-runs.ts'

export type Comparison = {
  /** Every part of both documents once, in the order of the second; what was removed comes behind what it followed. */
  readonly aligned: readonly AlignedParts[]
  /** The weightiest first, those of one weight in the order of the text. */
  readonly changes: readonly TrackedChange[]
  /** Of the words of both, how many both have at the same place or moved: 0 to 1. */
  readonly sameShare: number
  /** They share so little that they are hardly versions of one document. */
  readonly isUnrelated: boolean
}

/** Of 946 pairs of 44 confidentiality agreements none shares more than 0.2; a version that was half rewritten shares about a half. */
const RELATED_FROM = 0.3

/** What is known beside the texts. */
type Known = {
  /** The tracked changes of both files. */
  readonly marks?: Marks
  /** Whether a dictionary has a word; without one every word counts as one, and none as misspelt. */
  readonly isWord?: KnownWords['isWord']
}

const NO_MARKS: Marks = { before: [], after: [], counted: [] }

/** How many steps of how many are done. */
export type ComparisonStep = { readonly done: number; readonly of: number }

/** Pairs between which somebody else may have a turn. */
const PAIRS_AT_ONCE = 200

/**
 * Compares two documents by their text and structure. Between its steps other work may be done; to end it, leave it.
 */
export function* compareTexts(
  beforePages: readonly ComparedPage[],
  afterPages: readonly ComparedPage[],
  { marks = NO_MARKS, isWord = () => true }: Known = {},
): Generator<ComparisonStep, Comparison, void> {
  const before = readText(beforePages)
  yield { done: 0, of: 1 }
  const after = readText(afterPages)
  yield { done: 0, of: 1 }
  const { pairs, matches } = yield* asSteps(alignParts(before, after), { done: 0, of: 1 })
  const weighing = weighingOf(before, after, pairs, isWord)
  const changes: TextChange[] = []
  const aligned: AlignedParts[] = []
  const of = Math.max(1, Math.ceil(pairs.length / PAIRS_AT_ONCE))
  for (let done = 0; done < of; done += 1) {
    yield { done, of }
    const some = pairs.slice(done * PAIRS_AT_ONCE, (done + 1) * PAIRS_AT_ONCE)
    for (const change of changesOfPairs(weighing, some, matches)) changes.push(change)
    for (const pair of some) aligned.push(alignedParts(before, after, pair, matches))
  }
  yield { done: of, of }
  const trackedBy = yield* asSteps(trackingInSteps(before, after, matches, marks), { done: of, of })
  const folded = foldMoves(changes, before, after)
  yield { done: of, of }
  const shared = matches.reduce((count, match) => (match < 0 ? count : count + 1), 0)
  const sameShare = (2 * shared) / Math.max(1, before.words.length + after.words.length)
  return {
    aligned,
    changes: folded
      .toSorted((one, other) => other.weight - one.weight)
      .map((change) => ({ ...change, tracked: trackedBy(change) })),
    sameShare,
    isUnrelated: sameShare < RELATED_FROM,
  }
}
