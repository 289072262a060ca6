import type { MaskedSegment, Place, Swap } from '../packet/masked-segment.ts'
import { applyEdits, type Edit } from './edit.ts'

/** A segment as it leaves with these words in the place of others; every place is moved along. */
export function swapSegment(segment: MaskedSegment, edits: readonly Edit[]): MaskedSegment {
  const { outgoing, replacements } = segment
  const swapped = applyEdits(outgoing, edits)
  const moved = (at: number) =>
    edits.reduce((sum, { start, end, written }) => (end <= at ? sum + written.length - (end - start) : sum), at)
  const place = <P extends Place>(one: P): P => ({ ...one, outStart: moved(one.outStart), outEnd: moved(one.outEnd) })
  const isIn = ({ start, end }: Edit) => replacements.some(({ outStart, outEnd }) => outStart <= start && end <= outEnd)
  return {
    ...segment,
    outgoing: swapped,
    replacements: replacements.map((one) => {
      const at = place(one)
      return { ...at, pseudonym: swapped.slice(at.outStart, at.outEnd) }
    }),
    kept: segment.kept.map(place),
    flags: segment.flags.map(place),
    swaps: edits
      .filter((edit) => !isIn(edit))
      .map((edit): Swap => {
        const { start, end, written, kind } = edit
        const before = replacements.findLast(({ outEnd }) => outEnd <= start)
        const local = start - (before ? before.outEnd - before.end : 0)
        const outStart = moved(start)
        const span = { start: local, end: local + end - start, outStart, outEnd: outStart + written.length }
        return { ...span, kind, term: outgoing.slice(start, end), written }
      }),
  }
}
