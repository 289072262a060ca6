import type { Proof } from './proof.ts'

/** The proof as lines of plain sentences, deeper ones indented by two spaces a level; assumptions come first. */
export function sayProof(proof: Proof): readonly string[] {
  throw new Error(`not yet: ${proof.status}`)
}
