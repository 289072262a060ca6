import type { Span } from '../text/spans.ts'
import type { Saying } from './change.ts'
import type { Weighing } from './weighing.ts'
import { partOfWord, type ReadText } from './read-text.ts'
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
export function layoutOfPair(weighing: Weighing, runs: readonly Run[]): LayoutChange | null {
  const differences = runs.filter(({ isSame }) => isSame).flatMap((run) => differencesIn(weighing, run))
  if (differences.length === 0) return null
  const said = sayingOf(weighing, differences)
  return {
    before: differences.map((one) => one.before),
    after: differences.map((one) => one.after),
    said,
    isTerm:
      said.kind === 'capitals' && weighing.terms.has(said.after.toLowerCase()) && isTermCase(said.before, said.after),
  }
}

function differencesIn({ before, after, isPlainlySet }: Weighing, run: Run): readonly Difference[] {
  const differences: Difference[] = []
  const isRow = before.parts[partOfWord(before, run.before.from)]!.kind === 'row'
  const ofCells = (text: string) => (isRow ? text.replaceAll('|', '') : text)
  const signs = (text: string) => (isPlainlySet ? plainSigns(ofCells(text)) : ofCells(text))
  for (let at = 0; at < run.before.to - run.before.from; at += 1) {
    const [one, other] = [run.before.from + at, run.after.from + at]
    const [word, same] = [spanOfWord(before, one), spanOfWord(after, other)]
    if (plain(before.text.slice(word.start, word.end)) !== plain(after.text.slice(same.start, same.end)))
      differences.push({ before: word, after: same, isCase: true })
    if (at === 0)
      differences.push(...signsBetween({ before, one: one - 1, after, other: other - 1, signs, place: 'first' }))
    differences.push(
      ...signsBetween({ before, one, after, other, signs, place: one + 1 === run.before.to ? 'last' : 'inside' }),
    )
  }
  return differences
}

type Between = {
  readonly before: ReadText
  readonly one: number
  readonly after: ReadText
  readonly other: number
  /** What is compared of them. */
  readonly signs: (text: string) => string
  readonly place: 'first' | 'inside' | 'last'
}

function plainSigns(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
}

/** Signs behind a word, or at the beginning or end of a part where the run begins or ends with it. */
function signsBetween({ before, one, after, other, signs: as, place }: Between): readonly Difference[] {
  const atEnds = isPartEnd(before, one) && isPartEnd(after, other)
  if (place !== 'inside' && !atEnds) return []
  const find = place === 'first' ? signsBefore : place === 'last' ? signsBehind : signsUpToNext
  const [signs, otherSigns] = [find(before, one), find(after, other)]
  if (as(signs.text) === as(otherSigns.text)) return []
  return [{ before: signs.place, after: otherSigns.place, isCase: false }]
}

function isPartEnd(text: ReadText, word: number): boolean {
  return text.firstWords[partOfWord(text, word + 1)] === word + 1
}

function sayingOf({ before, after }: Weighing, differences: readonly Difference[]): Saying {
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

type Signs = { readonly text: string; readonly place: Span }

/** The signs behind a word up to the next one of its part, without white space; where nothing does, its place is the word itself. */
function signsBehind(text: ReadText, word: number): Signs {
  const part = text.parts[partOfWord(text, word)]!
  const next = isPartEnd(text, word) ? part.end : text.words[word + 1]!.start
  return signsIn(text.text, text.words[word]!.end, next, spanOfWord(text, word))
}

/** Also where a paragraph was parted behind the word. */
function signsUpToNext(text: ReadText, word: number): Signs {
  const behind = signsBehind(text, word)
  if (!isPartEnd(text, word) || word + 1 >= text.words.length) return behind
  const before = signsBefore(text, word)
  return { text: behind.text + before.text, place: behind.text === '' ? before.place : behind.place }
}

/** The signs in front of the first word of the part behind this word. */
function signsBefore(text: ReadText, word: number): Signs {
  const part = text.parts[partOfWord(text, word + 1)]!
  return signsIn(text.text, part.start, text.words[word + 1]!.start, spanOfWord(text, word + 1))
}

function signsIn(text: string, start: number, end: number, word: Span): Signs {
  const between = text.slice(start, end)
  const trimmed = between.trim()
  const from = start + between.length - between.trimStart().length
  return {
    text: trimmed.replace(/\s/g, ''),
    place: trimmed === '' ? word : { start: from, end: from + trimmed.length },
  }
}

function plain(written: string): string {
  return written
    .replace(/[_.…]{2,}(?:\s+_{2,})*/g, '_')
    .replaceAll('’', "'")
    .replace(/^[−–](?=\.?\p{N})/u, '-')
    .replace(/[\u00ad\s]|[-‐](?=\r?\n)/g, '')
}

/** "the premises" became "the Premises", or the other way about; not "PREMISES". */
function isTermCase(one: string, other: string): boolean {
  const isCapital = (text: string) => /^\p{Lu}\p{Ll}/u.test(text)
  return isCapital(one) !== isCapital(other) && one.toUpperCase() !== one && other.toUpperCase() !== other
}
