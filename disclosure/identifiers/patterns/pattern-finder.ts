import type { IdentifierSpan } from '../identifier.ts'
import { withoutFlagI } from './any-case.ts'
import { findPattern, findPatternAt, type Pattern } from './pattern.ts'
import { indexPatterns } from './pattern-index.ts'

/** Finds what any of many patterns finds; each is tried only where it may begin, in texts that have what it needs. */
export function createPatternFinder(given: readonly Pattern[]): (text: string) => readonly IdentifierSpan[] {
  const patterns = given.map((pattern) => {
    const { expression } = pattern
    return expression.ignoreCase ? { ...pattern, expression: withoutFlagI(expression) } : pattern
  })
  const index = indexPatterns(patterns.map(({ expression }) => expression))
  return (text) => {
    const met = new Map<RegExp, boolean>()
    const places = index.placesIn(text)
    return patterns.flatMap((pattern, at) => {
      const tried = places[at] ?? null
      if (tried?.length === 0 || !isMet(pattern.needs, text, met)) return []
      return tried === null ? findPattern(text, pattern) : findPatternAt(text, pattern, tried)
    })
  }
}

/** Asked once for all patterns that need the same. */
function isMet(needs: RegExp | undefined, text: string, met: Map<RegExp, boolean>): boolean {
  if (needs === undefined) return true
  const before = met.get(needs)
  if (before !== undefined) return before
  const found = needs.test(text)
  met.set(needs, found)
  return found
}
