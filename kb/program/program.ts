import type { Rule } from './rule.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Packs that have passed the gate, ready to be asked. Made by `compilePacks` only. */
export type Program = {
  readonly vocabulary: Vocabulary
  readonly rules: readonly Rule[]
  /** By the relation of their conclusion, in the author's order. */
  readonly rulesFor: ReadonlyMap<string, readonly Rule[]>
  /** Relations that depend on themselves: each with all relations of its group, itself among them. Others are absent. */
  readonly recursive: ReadonlyMap<string, ReadonlySet<string>>
}
