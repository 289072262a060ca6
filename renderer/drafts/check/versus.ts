/** A run of words of one text; `differs`: the other text does not have them at this place. */
export type VersusRun = { readonly text: string; readonly differs: boolean }

export type Versus = { readonly draft: readonly VersusRun[]; readonly page: readonly VersusRun[] }

/** Longer texts are not compared word by word: their differences would not be read. */
const WORDS_AT_MOST = 400
/** Texts that share fewer of their words have nothing to be compared. */
const LEAST_SHARED = 0.3

type Span = { readonly start: number; readonly end: number }

/** A word with the space behind it, and its place in the text. */
type Word = Span & { readonly text: string }

/**
 * The words of the draft and those of the page, with what one of them has alone marked, where they are about the same sentence. Of a
 * sentence in which `wrong` are the words that matter (offsets of the draft's text), only what stands in their place.
 */
export function versus(draft: string, page: string, wrong: readonly Span[] = []): Versus {
  const [left, right] = [wordsOf(draft), wordsOf(page)]
  const plain = { draft: [{ text: draft, differs: false }], page: [{ text: page, differs: false }] }
  if (left.length > WORDS_AT_MOST || right.length > WORDS_AT_MOST) return plain
  const shared = longestShared(left.map(bare), right.map(bare))
  if (shared.length < LEAST_SHARED * Math.min(left.length, right.length)) return plain
  const gaps = gapsBetween(shared, left.length, right.length)
  const touched = gaps.filter(({ draft: [from, to] }) => left.slice(from, to).some((word) => isIn(word, wrong)))
  const marked = touched.length > 0 ? touched : gaps
  return {
    draft: runsOf(
      left,
      marked.map((gap) => gap.draft),
    ),
    page: runsOf(
      right,
      marked.map((gap) => gap.page),
    ),
  }
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\S+\s*/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))
}

function bare({ text }: Word): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}%£$€]/gu, '') || text.trim()
}

function isIn({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < end && span.end > start)
}

type Range = readonly [from: number, to: number]
/** What stands between two words that both texts have: words of the draft, and of the page; one may be none. */
type Gap = { readonly draft: Range; readonly page: Range }

function gapsBetween(shared: readonly Range[], left: number, right: number): readonly Gap[] {
  const ends = [...shared, [left, right] as const]
  return ends
    .map(([one, other], at): Gap => {
      const [last, lastOther] = ends[at - 1] ?? [-1, -1]
      return { draft: [last + 1, one], page: [lastOther + 1, other] }
    })
    .filter(({ draft, page }) => draft[0] < draft[1] || page[0] < page[1])
}

/** The places of the longest run of words, with gaps, that both have. */
function longestShared(left: readonly string[], right: readonly string[]): readonly Range[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  const at = (one: number, other: number) => lengths[one]?.[other] ?? 0
  for (let one = left.length - 1; one >= 0; one -= 1)
    for (let other = right.length - 1; other >= 0; other -= 1) {
      const row = lengths[one]
      if (row)
        row[other] =
          left[one] === right[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1))
    }
  const shared: Range[] = []
  let one = 0
  let other = 0
  while (one < left.length && other < right.length) {
    if (left[one] === right[other]) shared.push([one++, other++])
    else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return shared
}

function runsOf(words: readonly Word[], marked: readonly Range[]): readonly VersusRun[] {
  const runs: VersusRun[] = []
  for (const [at, { text }] of words.entries()) {
    const differs = marked.some(([from, to]) => at >= from && at < to)
    const last = runs.at(-1)
    if (last?.differs === differs) runs[runs.length - 1] = { text: last.text + text, differs }
    else runs.push({ text, differs })
  }
  return runs
}
