import type { Source } from '../../contract/answer.ts'
import type { Evidence } from './evidence-source.ts'

export type MarkedSources = {
  /** What this question found, with its marks. */
  readonly found: readonly Source[]
  /** Those of them that no earlier round has shown to the model. */
  readonly added: readonly Source[]
}

/**
 * Gives evidence its marks S1, S2, …. In a follow-up a passage keeps the mark that it had, and new ones are counted on, so
 * that what the model already holds in its context stays as it was.
 */
export function markSources(evidence: readonly Evidence[], earlier: readonly Source[]): MarkedSources {
  const known = new Map(earlier.map((source) => [place(source), source]))
  const found: Source[] = []
  const added: Source[] = []
  for (const one of evidence) {
    const before = known.get(place(one))
    const source = before ? { ...one, source: before.source } : { ...one, source: `S${known.size + 1}` }
    if (!before) {
      known.set(place(one), source)
      added.push(source)
    }
    found.push(source)
  }
  return { found, added }
}

function place({ documentId, start, end }: Evidence): string {
  return `${documentId}:${start}-${end}`
}
