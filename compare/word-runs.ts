import type { AlignedParts, WordRun } from './compared-text.ts'
import { type PartPair, wordsOfPair } from './part-pair.ts'
import type { ReadText, WordRange } from './read-text.ts'

/** Words of both documents that are the same, or those that only one of them has, at one place. */
export type Run = { readonly isSame: boolean; readonly before: WordRange; readonly after: WordRange }

/** Every word of a pair of parts once, in order; two runs that differ never follow each other. */
export function runsOf(before: ReadText, after: ReadText, pair: PartPair, matches: Int32Array): readonly Run[] {
  const words = wordsOfPair(before, after, pair)
  const runs: Run[] = []
  let [one, other] = [words.before.from, words.after.from]
  const put = (isSame: boolean, to: number, otherTo: number) => {
    if (to > one || otherTo > other)
      runs.push({ isSame, before: { from: one, to }, after: { from: other, to: otherTo } })
    one = to
    other = otherTo
  }
  for (let word = one; word < words.before.to; word += 1) {
    const match = matches[word]!
    if (match < 0) continue
    if (word > one || match > other) put(false, word, match)
    let end = word + 1
    while (end < words.before.to && matches[end] === match + end - word) end += 1
    put(true, end, match + end - word)
    word = end - 1
  }
  put(false, words.before.to, words.after.to)
  return runs
}

/** The same for whoever needs no places of words. */
export function alignedParts(before: ReadText, after: ReadText, pair: PartPair, matches: Int32Array): AlignedParts {
  const runs = runsOf(before, after, pair, matches).map(
    (run): WordRun => ({
      isSame: run.isSame,
      before: spanOf(before, run.before),
      after: spanOf(after, run.after),
    }),
  )
  const parts = ({ parts: all }: ReadText, range: PartPair['before']) =>
    range ? all.slice(range.first, range.last + 1) : []
  return { kind: pair.kind, before: parts(before, pair.before), after: parts(after, pair.after), runs }
}

export function spanOf({ words }: ReadText, { from, to }: WordRange) {
  const [first, last] = [words[from], words[to - 1]]
  return first && last && to > from ? { start: first.start, end: last.end } : null
}
