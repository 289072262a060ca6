export type TextRun = { readonly text: string; readonly isMarked: boolean }

/** Words too common to be worth a mark. */
const COMMON = new Set(
  // They are looked for, not said.
  // oxlint-disable-next-line consilium/no-bare-text
  `a about after all also an and any are as at be been before but by can could did do does for from had has have he her his how
  i if in into is it its may me must no not of on or our shall she should so such than that the their them then there these they
  this to under up upon was we were what when where which who whom whose why will with would you your`.split(/\s+/),
)

const BEFORE_CHARACTERS = 40

/** A number is one word, with its marks: 36.7, 1.200. */
const WORD = String.raw`[\p{L}\p{N}]+(?:(?<=\p{N})[.,](?=\p{N})[\p{L}\p{N}]+)*`
const WORDS = new RegExp(WORD, 'gu')
const PIECES = new RegExp(String.raw`${WORD}|[^\p{L}\p{N}]+`, 'gu')

/** The words of a question that are worth finding, in lower case. */
export function searchedWords(question: string): readonly string[] {
  const words = question.toLowerCase().match(WORDS) ?? []
  return [...new Set(words)].filter((word) => !COMMON.has(word) && (word.length > 2 || /\d/.test(word)))
}

/** Cuts text into marked and unmarked runs: a word is marked when it begins with a searched word's stem, or is it. */
export function markWords(text: string, words: readonly string[]): readonly TextRun[] {
  const stems = words.map(stem)
  const isSearched = (word: string) => stems.some((wanted) => stem(word.toLowerCase()) === wanted)
  const runs: TextRun[] = []
  for (const [piece] of text.matchAll(PIECES)) append(runs, piece, isSearched(piece))
  return runs
}

/**
 * One line of a passage: from the sentence or words where most searched words stand close together, line breaks taken out,
 * with an ellipsis in front where something was left off.
 */
export function snippet(text: string, words: readonly string[]): readonly TextRun[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  const from = bestStart(flat, words)
  const cut = from === 0 ? flat : `… ${flat.slice(from)}`
  return markWords(cut, words)
}

function bestStart(text: string, words: readonly string[]): number {
  const stems = new Set(words.map(stem))
  const hits = [...text.matchAll(WORDS)].filter(([word]) => stems.has(stem(word.toLowerCase())))
  let best = { at: 0, different: 0 }
  for (const [index, { index: at }] of hits.entries()) {
    const near = hits.slice(index).filter((other) => other.index - at < 90)
    const different = new Set(near.map(([word]) => stem(word.toLowerCase()))).size
    if (different > best.different) best = { at, different }
  }
  if (best.at <= BEFORE_CHARACTERS) return 0
  const space = text.indexOf(' ', best.at - BEFORE_CHARACTERS)
  return space < 0 || space > best.at ? best.at : space + 1
}

/** Enough to bring `notice` and `notices`, `served` and `serve` together; not linguistics. */
function stem(word: string): string {
  if (word.length < 5) return word
  return word.replace(/(ing|ed|es|s|e)$/, '')
}

function append(runs: TextRun[], text: string, isMarked: boolean): void {
  const last = runs.at(-1)
  // A space between two marked words is marked with them, as one stroke of a highlighter would.
  const isGap = last && !last.isMarked && last.text === ' ' && isMarked && runs.at(-2)?.isMarked
  if (isGap) {
    runs.pop()
    const before = runs.pop()
    runs.push({ text: `${before?.text ?? ''} ${text}`, isMarked })
  } else if (last?.isMarked === isMarked) {
    runs[runs.length - 1] = { text: last.text + text, isMarked }
  } else runs.push({ text, isMarked })
}
