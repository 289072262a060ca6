import type { ConclusionSource, PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { Evidence } from '../../questions/evidence-source.ts'

const LETTERS = { passage: 'S', conclusion: 'R' } as const

/**
 * Gives what was found its marks: S1, S2, … to passages, R1, R2, … to conclusions. In a follow-up a source keeps the mark that
 * it had, and new ones are counted on, so that what the model already holds in its context stays as it was.
 */
export function markSources(
  found: readonly Evidence[],
  earlier: readonly Source[],
): readonly (PassageSource | ConclusionSource)[] {
  const marks = new Map(earlier.filter((one) => one.kind !== 'card').map((source) => [identity(source), source.source]))
  return found.map((one) => {
    const letter = LETTERS[one.kind]
    const source = marks.get(identity(one)) ?? nextMark(letter, marks.values())
    marks.set(identity(one), source)
    return one.kind === 'passage' ? { ...one, source, read: null } : { ...one, source }
  })
}

/** A passage by its place; a conclusion by all that the model was shown of it. */
function identity(one: Evidence): string {
  if (one.kind === 'passage') return `${one.documentId}:${one.textVersion}:${one.start}-${one.end}`
  const { relation, args, asOf, holds, proof } = one
  return JSON.stringify([relation, args, asOf, holds, proof])
}

/**
 * The next mark of a letter: S3 behind S1 and S2. Behind the last one, and not by their number: where an answer of the conversation was
 * deleted, there are gaps.
 */
export function nextMark(letter: string, marks: Iterable<string>): string {
  const known = [...marks].flatMap((mark) => (mark.startsWith(letter) ? Number(mark.slice(letter.length)) : []))
  return `${letter}${Math.max(0, ...known) + 1}`
}
