import type { Citation, PassageCitation, PassageSource } from '../../../contract/answers/answer.ts'

/** Sources that must be passages, for tests without rules. */
export function passagesOf<T extends { readonly kind: string }>(
  sources: readonly T[],
): readonly Extract<T, { readonly kind: PassageSource['kind'] }>[] {
  return sources.map((source) => {
    if (source.kind !== 'passage') throw new Error(`Expected passages, got a ${source.kind}.`)
    return source as Extract<T, { readonly kind: 'passage' }>
  })
}

/** Citations that must quote passages. */
export function quotesOf(citations: readonly Citation[] = []): readonly PassageCitation[] {
  return citations.map((citation) => {
    if ('rule' in citation) throw new Error(`Expected quotes, got the rule ${citation.rule}.`)
    return citation
  })
}
