import { gravest } from './flag-kind.ts'
import type { Flag, IdentifierSpan, IdentifierType } from './identifier.ts'

/** These may be left readable later, so none of them speaks for what somebody's name or number is a part of. */
const MAY_STAY: ReadonlySet<IdentifierType> = new Set(['region', 'country', 'time', 'date'])

/**
 * The union of all findings: what overlaps becomes one span, of the type and layer of the surest of them (the longest where
 * equal) that does not only stand for a part of it. Nothing that any layer found is given up.
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
    const { type, by } = last.best
    const confidence = Math.max(last.span.confidence, next.confidence)
    last.span = { start: last.span.start, end: Math.max(last.span.end, next.end), type, by, confidence }
  }
  return merged.map(({ span }) => span)
}

/** What its writing tells, whoever's name is in it: "ann.hollis@firm.example". */
const WRITTEN: ReadonlySet<IdentifierType> = new Set(['email', 'url', 'handle'])

function surer(one: IdentifierSpan, other: IdentifierSpan): IdentifierSpan {
  if (isNameIn(one, other)) return { ...other, by: one.by }
  if (isNameIn(other, one)) return { ...one, by: other.by }
  const [isOneWeak, isOtherWeak] = [isPartOnly(one, other), isPartOnly(other, one)]
  if (isOneWeak !== isOtherWeak) return isOneWeak ? other : one
  const difference = one.confidence - other.confidence || one.end - one.start - (other.end - other.start)
  return difference >= 0 ? one : other
}

/** A term of the matter in an address of the network: it still is what the matter knows, and of the other's type. */
function isNameIn(term: IdentifierSpan, whole: IdentifierSpan): boolean {
  const isInside = whole.start <= term.start && term.end <= whole.end && whole.end - whole.start > term.end - term.start
  return isInside && term.by === 'matter' && !WRITTEN.has(term.type) && WRITTEN.has(whole.type)
}

/** A region in the name of a company, half of a telephone number that reads like a date. */
function isPartOnly({ type, start, end }: IdentifierSpan, other: IdentifierSpan): boolean {
  if (!MAY_STAY.has(type) || MAY_STAY.has(other.type)) return false
  return type !== 'date' || other.start < start || other.end > end
}

/** In order, and those that overlap as one. */
export function mergeFlags(flags: readonly Flag[]): readonly Flag[] {
  const merged: Flag[] = []
  for (const next of flags.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last === undefined || next.start >= last.end) merged.push(next)
    else
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
        kind: gravest([last.kind, next.kind]),
      }
  }
  return merged
}
