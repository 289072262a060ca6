import { findKnownTerms } from './find-known-terms.ts'
import { findPatterns } from './find-patterns.ts'
import type { Findings, KnownTerm } from './identifier.ts'
import { mergeSpans } from './merge-spans.ts'

/** Finds what identifies somebody in a text. The same text and terms give the same findings. */
export interface Detector {
  /** Offsets are in UTF-16 units. `known` is the matter's own list, which wins over everything. */
  find(text: string, known: readonly KnownTerm[]): Findings
}

export function createDetector(): Detector {
  return {
    find(text, known) {
      const spans = mergeSpans([...findKnownTerms(text, known), ...findPatterns(text)])
      return { spans, flags: [], kept: [] }
    },
  }
}
