import { foldText } from '../../text/normalise.ts'
import { type FlagKind, gravest } from '../identifiers/flag-kind.ts'
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

/** A flagged word that somebody kept for a whole matter, and what it seemed to be then. */
export type KeptInMatter = { readonly word: string; readonly kind: FlagKind }

/** Whether a flag was answered for the whole matter. What now seems likelier to identify than it did then is asked about again. */
export function createIsKept(words: readonly KeptInMatter[]): (term: string, kind: FlagKind) => boolean {
  const kinds = new Map(words.map(({ word, kind }) => [wordKey(word), kind]))
  return (term, kind) => {
    const then = kinds.get(wordKey(term))
    return then !== undefined && gravest([then, kind]) === then
  }
}

/**
 * What may leave though it is in the map: only what a person released by name and with a reason. A flagged word that was kept answers its
 * flags; where a rule finds it as a name it is replaced all the same. A later yes to masking it wins.
 */
export function allowedKeys({ masked, unmasked }: Decisions): ReadonlySet<string> {
  const allowed = new Set(unmasked.map(wordKey))
  for (const { text } of masked) allowed.delete(wordKey(text))
  return allowed
}
