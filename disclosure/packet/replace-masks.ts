import type { Findings, IdentifierSpan } from '../identifiers/identifier.ts'
import type { LocalSegment, MaskedSegment, Place, Replacement } from './masked-segment.ts'

type Span = { readonly start: number; readonly end: number }

/** Writes a segment as it leaves: `pseudonyms` as they are said, one for each mask. Masks win over kept authorities and flags. */
export function replaceMasks(
  segment: LocalSegment,
  masks: readonly IdentifierSpan[],
  pseudonyms: readonly string[],
  { kept, flags }: { readonly kept: Findings['kept']; readonly flags: readonly (Span & { readonly flag: number })[] },
): MaskedSegment {
  const { local } = segment
  const replacements: Replacement[] = []
  let outgoing = ''
  let at = 0
  for (const [index, { start, end, type, by }] of masks.entries()) {
    outgoing += local.slice(at, start)
    const pseudonym = pseudonyms[index] ?? ''
    const outStart = outgoing.length
    outgoing += pseudonym
    replacements.push({
      start,
      end,
      outStart,
      outEnd: outgoing.length,
      type,
      by,
      pseudonym,
      term: local.slice(start, end),
    })
    at = end
  }
  outgoing += local.slice(at)
  const outside = <S extends Span>(spans: readonly S[]) => spans.filter((span) => !touches(span, masks))
  return {
    ...segment,
    outgoing,
    replacements,
    kept: outside(kept).map((span) => placed(span, replacements)),
    flags: outside(flags).map((span) => ({ ...placed(span, replacements), flag: span.flag })),
  }
}

export function touches({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => start < other.end && other.start < end)
}

function placed({ start, end }: Span, replacements: readonly Replacement[]): Place {
  const before = replacements.findLast((one) => one.end <= start)
  const moved = before ? before.outEnd - before.end : 0
  return { start, end, outStart: start + moved, outEnd: end + moved }
}
