import { contentWords } from '../../../checks/content-words.ts'
import { factsInText } from '../../../checks/facts-in-text.ts'
import { turningWords } from '../../../checks/turning-words.ts'
import type { ChronologyLine, SurveyCitation } from '../../../contract/survey.ts'

/** Sentences of one date that share this much of all their words, and differ in nothing that turns them round, say the same. */
const SAME = 0.8

export type CitedSentence = { readonly date: string; readonly citation: SurveyCitation }

type Said = { readonly words: ReadonlySet<string>; readonly facts: string; readonly turning: string }

/** Lines by their dates, the less certain first ("2023-03" before "2023-03-01"), nearly equal ones as one with all their places. */
export function foldLines(sentences: readonly CitedSentence[]): readonly ChronologyLine[] {
  const byDate = Map.groupBy(sentences, ({ date }) => date)
  return [...byDate.keys()].toSorted().flatMap((date) => {
    const lines: { readonly said: Said; readonly citations: SurveyCitation[] }[] = []
    for (const { citation } of byDate.get(date) ?? []) {
      const said = saidIn(citation.quote)
      const same = lines.find((line) => saysTheSame(line.said, said))
      if (same) same.citations.push(citation)
      else lines.push({ said, citations: [citation] })
    }
    return lines.map(({ citations }) => ({ date, text: citations[0]?.quote ?? '', citations }))
  })
}

function saidIn(text: string): Said {
  const facts = factsInText(text)
  const rest = facts
    .filter(({ kind }) => kind === 'date')
    .toReversed()
    .reduce((words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`, text)
  return {
    // A day is a fact, however it is written.
    words: new Set(contentWords(rest)),
    facts: [...new Set(facts.map(({ value }) => value))].toSorted().join('\n'),
    turning: turningWords(text),
  }
}

/** One may say more than the other, but not something else in its place: "left" for "right". */
function saysTheSame(one: Said, other: Said): boolean {
  if (one.turning !== other.turning || one.facts !== other.facts) return false
  const [less, more] = one.words.size < other.words.size ? [one.words, other.words] : [other.words, one.words]
  return [...less].every((word) => more.has(word)) && less.size >= SAME * more.size
}
