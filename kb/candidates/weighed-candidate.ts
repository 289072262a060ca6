import type { NumberValue } from '../values/value.ts'
import type { Candidate, Finding } from '../program/candidate.ts'
import type { Status } from '../infer/condition-status.ts'

/** A candidate with what the facts say of it. */
export type WeighedCandidate = {
  readonly candidate: Candidate
  /** Whether it is to be considered at all. `no`: nothing recorded says so; only a candidate that cannot be missed is then listed. */
  readonly applies: Status
  /** Whom or what it is about; null where nothing applies. */
  readonly about: string | null
  /** What is known, by which candidates are ranked: what is not known counts as 0. */
  readonly weight: NumberValue['low']
  /** From the least to the greatest that it can be when all is known. */
  readonly range: NumberValue
  readonly findings: readonly WeighedFinding[]
}

export type WeighedFinding = {
  readonly finding: Finding
  readonly status: Status
  /** What it adds; 0 while it is not known. */
  readonly weight: NumberValue['low']
  /** Whether the candidate is likelier or less likely by it; `missing` is not known, `none` counts for nothing. */
  readonly side: 'for' | 'against' | 'missing' | 'none'
  /** As the record has it: the statement, or that it is not so. Where a finding is more than one relation: its name. */
  readonly sentence: string
  /** Which input to ask for; null where it is known, or more than one relation. */
  readonly question: string | null
}
