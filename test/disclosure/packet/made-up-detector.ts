import type { FlagKind } from '../../../disclosure/identifiers/flag-kind.ts'
import type { Findings, IdentifierSpan, IdentifierType } from '../../../disclosure/identifiers/identifier.ts'
import { findKnownTerms } from '../../../disclosure/identifiers/find-known-terms.ts'
import { mergeSpans } from '../../../disclosure/identifiers/merge-spans.ts'
import type { Detection } from '../../../disclosure/packet/mask-segments.ts'

const ORDINARY = new Set(['will', 'rose', 'price', 'mark', 'grant', 'may', 'the', 'of', 'person', 'question', 'date'])

type MadeUp = {
  /** Found exactly as they are written. */
  readonly names?: Readonly<Record<string, IdentifierType>>
  readonly flagged?: readonly string[]
  /** Of flagged words; left out: they may be names. */
  readonly kinds?: Readonly<Record<string, FlagKind>>
  readonly kept?: readonly string[]
}

/** A detector that finds what a test says, and what has a pattern. */
export function madeUpDetection({ names = {}, flagged = [], kinds = {}, kept = [] }: MadeUp): Detection {
  return {
    version: 'made up',
    wordListsHash: 'f'.repeat(64),
    isOrdinaryWord: (word) => ORDINARY.has(word),
    find(text, known): Findings {
      const named = Object.entries(names).flatMap(([name, type]) =>
        placesOf(text, name).map((place): IdentifierSpan => ({ ...place, type, by: 'names', confidence: 0.8 })),
      )
      const spans = mergeSpans([...findKnownTerms(text, known), ...patterned(text), ...named])
      const free = ({ start, end }: { start: number; end: number }) =>
        !spans.some((span) => span.start < end && start < span.end)
      return {
        spans,
        flags: flagged
          .flatMap((word) =>
            placesOf(text, word).map((place) => ({ ...place, kind: kinds[word] ?? ('name' as const) })),
          )
          .filter(free),
        kept: kept.flatMap((word) => placesOf(text, word)),
      }
    },
  }
}

const PATTERNS: readonly (readonly [type: IdentifierType, pattern: RegExp])[] = [
  ['date', /\b(?:\d{4}-\d\d-\d\d|\d{1,2} March \d{4}|March \d{1,2}, \d{4})\b/g],
  ['age', /(?<=aged )\d+/g],
  ['email', /\b[a-z]+@[a-z.]+[a-z]\b/g],
]

function patterned(text: string): readonly IdentifierSpan[] {
  return PATTERNS.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }): IdentifierSpan => {
      return { start: index, end: index + found.length, type, by: 'pattern', confidence: 0.9 }
    }),
  )
}

function placesOf(text: string, name: string) {
  const places: { start: number; end: number }[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    places.push({ start: at, end: at + name.length })
  return places.filter(
    ({ start, end }) => !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' '),
  )
}
