/** A piece of a text in UTF-16 offsets, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** A number, date or name that a text states; `value` is its comparable form. */
export type TextFact = Span & {
  readonly kind: 'number' | 'date' | 'name'
  readonly value: string
  readonly text: string
}

/** A time of the day or a day whose year is left out; it may be one of several. */
export type Moment = Span & { readonly values: readonly string[] }

export function factOf(kind: TextFact['kind'], value: string, match: RegExpExecArray): TextFact {
  return { kind, value, text: match[0], start: match.index, end: match.index + match[0].length }
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => overlaps(span, other))
}

/** Of those that overlap the first, of those that begin together the longest: in their order. */
export function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}
