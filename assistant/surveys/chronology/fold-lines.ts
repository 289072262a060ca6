import { contentWords } from '../../../checks/content-words.ts'
import type { ChronologyLine, SurveyCitation } from '../../../contract/survey.ts'

/** Sentences of one date that share this much of all their words say the same. */
const SAME = 0.8

export type CitedSentence = { readonly date: string; readonly citation: SurveyCitation }

/** Lines by their dates, the less certain first ("2023-03" before "2023-03-01"), nearly equal ones as one with all their places. */
export function foldLines(sentences: readonly CitedSentence[]): readonly ChronologyLine[] {
  const byDate = Map.groupBy(sentences, ({ date }) => date)
  return [...byDate.keys()].toSorted().flatMap((date) => {
    const lines: { readonly words: ReadonlySet<string>; readonly citations: SurveyCitation[] }[] = []
    for (const { citation } of byDate.get(date) ?? []) {
      const words = new Set(contentWords(citation.quote))
      const same = lines.find((line) => share(line.words, words) >= SAME)
      if (same) same.citations.push(citation)
      else lines.push({ words, citations: [citation] })
    }
    return lines.map(({ citations }) => ({ date, text: citations[0]?.quote ?? '', citations }))
  })
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length
  const all = one.size + other.size - both
  return all === 0 ? 1 : both / all
}
