import type { IdentifierSpan } from './identifier.ts'

/**
 * The union of all findings: what overlaps becomes one span, of the type and layer of the surest of them (the longest where
 * equal). Nothing that any layer found is given up.
 */
export function mergeSpans(found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const sorted = found.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const merged: { span: IdentifierSpan; best: IdentifierSpan }[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last === undefined || next.start >= last.span.end) {
      merged.push({ span: next, best: next })
      continue
    }
    last.best = surer(last.best, next)
    const { type, by, confidence } = last.best
    last.span = { start: last.span.start, end: Math.max(last.span.end, next.end), type, by, confidence }
  }
  return merged.map(({ span }) => span)
}

function surer(one: IdentifierSpan, other: IdentifierSpan): IdentifierSpan {
  const difference = one.confidence - other.confidence || one.end - one.start - (other.end - other.start)
  return difference >= 0 ? one : other
}
