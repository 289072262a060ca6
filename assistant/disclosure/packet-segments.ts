import type { Source } from '../../contract/answer.ts'
import type { LocalSegment } from '../../disclosure/packet/masked-segment.ts'
import { createShowSource } from '../answers/prompt-source.ts'
import type { OpenMatter } from '../open-matters.ts'

type Made = { readonly question: string; readonly sources: readonly Source[]; readonly analysis: string | null }

/** The texts of a packet: question, sources as the local model reads them, analysis. No pictures, no names of files. */
export function packetSegments({ question, sources, analysis }: Made, { store }: OpenMatter): readonly LocalSegment[] {
  const show = createShowSource(store.pages)
  const own = { where: '', byOcr: false, documentId: null }
  return [
    { source: 'question', ...own, local: question },
    ...sources.map((source): LocalSegment => {
      const { where, text } = show(source)
      const isPassage = source.kind === 'passage'
      const place = { byOcr: isPassage && source.byOcr, documentId: isPassage ? source.documentId : null }
      return { source: source.source, where, ...place, local: text }
    }),
    ...(analysis === null ? [] : [{ source: 'analysis', ...own, local: analysis }]),
  ]
}

/** Where a source stands, for the list of those that could be sent. */
export function sourceWhere(source: Source, { store }: OpenMatter): string {
  return createShowSource(store.pages)(source).where
}
