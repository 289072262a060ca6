import type { Packet, Segment } from '../../contract/packet.ts'

/** A segment with what stands before it in the message: `[S1]`, `Question: `, and before the first the instructions. */
export type OutgoingPart = { readonly head: string; readonly segment: Segment }

/**
 * The message cut at its segments, in its own order, so that what is shown joins to what leaves. Null: the segments are not all
 * in it, and only the message as a whole can be shown.
 */
export function outgoingParts({ text, segments }: Pick<Packet, 'text' | 'segments'>): readonly OutgoingPart[] | null {
  const analysis = segments.filter(({ source }) => source === 'analysis')
  const inOrder = [...segments.filter(({ source }) => source !== 'analysis'), ...analysis]
  const parts: OutgoingPart[] = []
  let from = 0
  for (const segment of inOrder) {
    const head = headOf(segment)
    const found = text.indexOf(head + segment.outgoing, from)
    if (found < 0) return null
    const place = found + head.length
    parts.push({ head: text.slice(from, place), segment })
    from = place + segment.outgoing.length
  }
  return from === text.length ? parts : null
}

/** Of a short text, which may stand in what is said before it as well. */
function headOf({ source }: Segment): string {
  if (source === 'question') return 'Question: '
  return source.startsWith('option ') ? `\n${source.slice(-1)}. ` : ''
}
