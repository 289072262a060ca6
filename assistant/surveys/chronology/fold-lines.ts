import { sentenceKey } from '../../../checks/draft-claims.ts'
import type { ChronologyLine, SurveyCitation } from '../../../contract/answers/survey.ts'

export type CitedSentence = { readonly date: string; readonly citation: SurveyCitation }

/** Lines by their dates, the less certain first ("2023-03" before "2023-03-01"), sentences that say the same as one with all their places. */
export function foldLines(sentences: readonly CitedSentence[]): readonly ChronologyLine[] {
  const byDate = Map.groupBy(sentences, ({ date }) => date)
  return [...byDate.keys()].toSorted().flatMap((date) => {
    const lines = Map.groupBy(byDate.get(date) ?? [], ({ citation }) => sentenceKey(citation.quote))
    return [...lines.values()].map((same) => {
      const citations = same.map(({ citation }) => citation)
      return { date, text: citations[0]?.quote ?? '', citations }
    })
  })
}
