import { foldText } from '../../text/normalise.ts'
import type { KnownTerm } from '../identifiers/identifier.ts'

/** What the user decided about the words of one packet. */
export type Decisions = {
  readonly masked: readonly KnownTerm[]
  /** Flagged words that are harmless here. */
  readonly kept: readonly string[]
  /** Words that leave as they are, though a rule would replace them. */
  readonly unmasked: readonly string[]
  /** What the local model named when it was asked to look again; undone like what any layer found. */
  readonly named?: readonly KnownTerm[]
}

export const NO_DECISIONS: Decisions = { masked: [], kept: [], unmasked: [] }

/** Words are compared without case, accents, spaces and punctuation. */
export function wordKey(text: string): string {
  return foldText(text).text || text.trim()
}

/** What may leave though it is in the map. A later yes to masking it wins. */
export function allowedKeys({ masked, kept, unmasked }: Decisions): ReadonlySet<string> {
  const allowed = new Set([...kept, ...unmasked].map(wordKey))
  for (const { text } of masked) allowed.delete(wordKey(text))
  return allowed
}
