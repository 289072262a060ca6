/** A run of words of one text; `differs`: the other text does not have them at this place. */
export type VersusRun = { readonly text: string; readonly differs: boolean }

export type Versus = { readonly draft: readonly VersusRun[]; readonly page: readonly VersusRun[] }

/** Longer texts are not compared word by word: their differences would not be read. */
const WORDS_AT_MOST = 400
/** Texts that share fewer of their words have nothing to be compared. */
const LEAST_SHARED = 0.3

/** The words of the draft and those of the page, with what one of them has alone marked, where they are about the same sentence. */
export function versus(draft: string, page: string): Versus {
  const [left, right] = [wordsOf(draft), wordsOf(page)]
  const plain = { draft: [{ text: draft, differs: false }], page: [{ text: page, differs: false }] }
  if (left.length > WORDS_AT_MOST || right.length > WORDS_AT_MOST) return plain
  const shared = longestShared(left.map(bare), right.map(bare))
  if (shared.length < LEAST_SHARED * Math.min(left.length, right.length)) return plain
  return {
    draft: runsOf(left, new Set(shared.map(([at]) => at))),
    page: runsOf(right, new Set(shared.map(([, at]) => at))),
  }
}

/** Words with the space behind them. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .match(/\S+\s?/g) ?? []
  )
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}%£$€]/gu, '') || word.trim()
}

/** The places of the longest run of words, with gaps, that both have. */
function longestShared(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  const at = (one: number, other: number) => lengths[one]?.[other] ?? 0
  for (let one = left.length - 1; one >= 0; one -= 1)
    for (let other = right.length - 1; other >= 0; other -= 1) {
      const row = lengths[one]
      if (row)
        row[other] =
          left[one] === right[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1))
    }
  const shared: [number, number][] = []
  let one = 0
  let other = 0
  while (one < left.length && other < right.length) {
    if (left[one] === right[other]) shared.push([one++, other++])
    else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return shared
}

function runsOf(words: readonly string[], shared: ReadonlySet<number>): readonly VersusRun[] {
  const runs: VersusRun[] = []
  for (const [at, text] of words.entries()) {
    const differs = !shared.has(at)
    const last = runs.at(-1)
    if (last?.differs === differs) runs[runs.length - 1] = { text: last.text + text, differs }
    else runs.push({ text, differs })
  }
  return runs
}
