import { type Sentence, splitSentences } from '../../../text/sentences.ts'

export type Span = { readonly start: number; readonly end: number }

/** What of the spans lies in none of `others`, both in order and apart from each other. */
export function subtractSpans(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
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
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}

/** A line that ends in a colon and is no longer than this heads what follows. */
const LABEL_CHARACTERS = 60

/**
 * The pieces of a passage that are kept or left out whole: sentences and lines, a label with what it labels ("Preliminary
 * diagnosis:" is worth nothing alone).
 */
export function sentenceUnits(text: string): readonly Sentence[] {
  const units: Sentence[] = []
  let label: number | null = null
  for (const { start, end } of splitSentences(text)) {
    const from: number = label ?? start
    const isLabel = text[end - 1] === ':' && end - start <= LABEL_CHARACTERS
    label = isLabel ? from : null
    if (!isLabel) units.push({ start: from, end })
  }
  const last = text.trimEnd().length
  return label === null ? units : [...units, { start: label, end: last }]
}
