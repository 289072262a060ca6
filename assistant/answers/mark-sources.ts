import type { Source } from '../../contract/answer.ts'

/**
 * Gives what was found its marks S1, S2, …. In a follow-up a passage keeps the mark that it had, and new ones are counted
 * on, so that what the model already holds in its context stays as it was.
 */
export function markSources(found: readonly Omit<Source, 'source'>[], earlier: readonly Source[]): readonly Source[] {
  const marks = new Map(earlier.map((source) => [place(source), source.source]))
  return found.map((one) => {
    const mark = marks.get(place(one)) ?? `S${marks.size + 1}`
    marks.set(place(one), mark)
    return { ...one, source: mark }
  })
}

function place({ documentId, textVersion, start, end }: Omit<Source, 'source'>): string {
  return `${documentId}:${textVersion}:${start}-${end}`
}
