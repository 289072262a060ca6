import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { decideRun } from './decide-run.ts'
import { findRuns } from './run.ts'

/** Layers c and e: people and organisations, by lists of names, by what stands around them, and by not being a known word. */
export function findNames(reading: Reading, covered: (word: Word) => boolean): readonly IdentifierSpan[] {
  const { words } = reading
  return findRuns(reading, covered).flatMap((run) => {
    const decision = decideRun(reading, run)
    const first = decision && words[decision.from]
    const last = decision && words[decision.to - 1]
    if (!decision || !first || !last) return []
    const { type, by, confidence } = decision
    return [{ start: first.start, end: last.end, type, by, confidence }]
  })
}
