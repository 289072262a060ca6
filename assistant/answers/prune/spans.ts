export type Span = { readonly start: number; readonly end: number }

/** What of the spans lies in none of `others`, both in order and apart from each other. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>((left, other) => left.flatMap((span) => cut(span, other)), spans)
}

function cut({ start, end }: Span, other: Span): readonly Span[] {
  if (other.end <= start || other.start >= end) return [{ start, end }]
  return [
    { start, end: other.start },
    { start: other.end, end },
  ].filter((rest) => rest.start < rest.end)
}

/** All of the spans, in order; those that touch or overlap are one. */
export function together(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}
