import type { Span } from '../text/spans.ts'
import type { Saying } from './change.ts'
import type { Comparing } from './comparing.ts'
import type { ReadText } from './read-text.ts'
import type { Run } from './word-runs.ts'

/** How the words that both have are written otherwise: their case, or the signs behind them. */
export type LayoutChange = {
  readonly before: readonly Span[]
  readonly after: readonly Span[]
  readonly said: Saying
  /** A word became, or is no longer, a defined term. */
  readonly isTerm: boolean
}

const MOST_SHOWN = 80

type Difference = { readonly before: Span; readonly after: Span; readonly isCase: boolean }

/** White space and the ends of lines are none: readers of files change them too. Null where all is written alike. */
export function layoutOfPair(comparing: Comparing, runs: readonly Run[]): LayoutChange | null {
  const differences = runs.filter(({ isSame }) => isSame).flatMap((run) => differencesIn(comparing, run))
  if (differences.length === 0) return null
  const said = sayingOf(comparing, differences)
  return {
    before: differences.map((one) => one.before),
    after: differences.map((one) => one.after),
    said,
    isTerm:
      said.kind === 'capitals' && comparing.terms.has(said.after.toLowerCase()) && isTermCase(said.before, said.after),
  }
}

function differencesIn({ before, after }: Comparing, run: Run): readonly Difference[] {
  const differences: Difference[] = []
  for (let at = 0; at < run.before.to - run.before.from; at += 1) {
    const [one, other] = [run.before.from + at, run.after.from + at]
    const [word, same] = [spanOfWord(before, one), spanOfWord(after, other)]
    if (plain(before.text.slice(word.start, word.end)) !== plain(after.text.slice(same.start, same.end)))
      differences.push({ before: word, after: same, isCase: true })
    const isLast = one + 1 === run.before.to
    if (!isLast && signsBehind(before, one) !== signsBehind(after, other))
      differences.push({ before: placeBehind(before, one), after: placeBehind(after, other), isCase: false })
  }
  return differences
}

function sayingOf({ before, after }: Comparing, differences: readonly Difference[]): Saying {
  if (!differences.every(({ isCase }) => isCase)) return { kind: 'signs' }
  const [first, last] = [differences[0]!, differences.at(-1)!]
  const written = {
    before: before.text.slice(first.before.start, last.before.end),
    after: after.text.slice(first.after.start, last.after.end),
  }
  const isShort = Math.max(written.before.length, written.after.length) <= MOST_SHOWN
  return { kind: 'capitals', ...(isShort ? written : { before: '', after: '' }) }
}

function spanOfWord({ words }: ReadText, word: number): Span {
  const { start, end } = words[word]!
  return { start, end }
}

/** The signs behind a word; where there are none, the word itself. */
function placeBehind(text: ReadText, word: number): Span {
  const [{ end }, { start }] = [text.words[word]!, text.words[word + 1]!]
  const between = text.text.slice(end, start)
  if (between.trim() === '') return spanOfWord(text, word)
  const from = end + between.length - between.trimStart().length
  return { start: from, end: from + between.trim().length }
}

function plain(written: string): string {
  return written.replaceAll('’', "'").replace(/[\u00ad\s]|[-‐](?=\r?\n)/g, '')
}

/** The signs between a word and the next of its part, without white space. */
function signsBehind({ text, words }: ReadText, word: number): string {
  const between = text.slice(words[word]!.end, words[word + 1]!.start)
  return between.replace(/\s|\f/g, '')
}

/** "the premises" became "the Premises", or the other way about; not "PREMISES". */
function isTermCase(one: string, other: string): boolean {
  const isCapital = (text: string) => /^\p{Lu}\p{Ll}/u.test(text)
  return isCapital(one) !== isCapital(other) && one.toUpperCase() !== one && other.toUpperCase() !== other
}
