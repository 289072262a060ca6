import type { IdentifierType, Layer } from '../identifiers/identifier.ts'

/** A part of a packet before anything is replaced: the question, a source under its mark, candidates, options, the analysis. */
export type LocalSegment = {
  /** `question`, `candidates`, `option A`, `analysis`, S1, R1. */
  readonly source: string
  /** For the screen of this computer; it never leaves. */
  readonly where: string
  readonly byOcr: boolean
  readonly documentId: string | null
  readonly local: string
}

export type Place = { readonly start: number; readonly end: number; readonly outStart: number; readonly outEnd: number }

export type Replacement = Place & {
  readonly type: IdentifierType
  readonly by: Layer
  /** As it leaves, with its brackets. */
  readonly pseudonym: string
  readonly term: string
}

/** Words in the place of others that name the other sex or another origin, for the bias check. */
export type Swap = Place & { readonly kind: 'sex' | 'origin'; readonly term: string; readonly written: string }

/** What leaves of a segment, beside what it was made from. Offsets are UTF-16 units. */
export type MaskedSegment = LocalSegment & {
  readonly outgoing: string
  readonly replacements: readonly Replacement[]
  /** Legal authorities, left readable. */
  readonly kept: readonly Place[]
  readonly flags: readonly (Place & { readonly flag: number })[]
  readonly swaps?: readonly Swap[]
}
