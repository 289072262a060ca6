import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import type { Mention } from './mention.ts'
import type { Segment } from './text-segments.ts'
import type { WantedRelation } from './wanted-relation.ts'

/** What a segment of a text could say: every value stands in it. */
export type Candidate = FactStatement & {
  /** The values of the places that the text fills, in the order of the places. */
  readonly mentions: readonly Mention[]
  /** The relation's own words stand right before the value: "Weight: 58 kg". */
  readonly isBeside: boolean
  /** How near the relation's own words are, to be compared with that of other relations. */
  readonly closeness: number
}

/** One segment and one relation: what could be said there, to be decided together. Offsets are those of the passage. */
export type Finding = {
  readonly relation: WantedRelation
  readonly segment: Segment
  readonly text: string
  /** Headings and the lines before it, for who reads only this. */
  readonly above: string
  readonly candidates: readonly Candidate[]
  /** How much speaks for looking here first. */
  readonly weight: number
}
