import { isFunctionWord } from '../text/function-words.ts'
import { partOfWord, type ReadText, type WordRange } from './read-text.ts'
import { type Edit, keysOf, phraseAround } from './phrase-around.ts'
import { ONE_BLANK } from './read-words.ts'
import type { Run } from './word-runs.ts'

/** So many words that both have may be inside one edit, where they say nothing by themselves. */
const MOST_BETWEEN = 2
const LEAST_SHARE_KEPT = 0.35
const LEAST_WORDS_REWRITTEN = 16
const STOP = /[.;:!?]/

/** The edits of a pair of parts, from its runs of words without those of the numbers in front of the parts. */
export function findEdits(before: ReadText, after: ReadText, runs: readonly Run[]): readonly Edit[] {
  if (runs.every((run) => run.isSame || isBlank(before, after, run))) return []
  if (isRewritten(runs)) return [asOne(runs[0]!, runs.at(-1)!)]
  const edits: Edit[] = []
  for (const group of groupsOf(before, after, runs)) {
    const [first, last] = [runs[group.first]!, runs[group.last]!]
    const whole = asOne(first, last)
    const room = {
      left: roomIn(after, runs[group.first - 1], 'left'),
      right: roomIn(after, runs[group.last + 1], 'right'),
    }
    edits.push(phraseAround(before, after, whole, room))
  }
  return joined(edits)
}

function isRewritten(runs: readonly Run[]): boolean {
  const sum = (all: readonly Run[], side: 'before' | 'after') =>
    all.reduce((total, run) => total + run[side].to - run[side].from, 0)
  const kept = sum(
    runs.filter(({ isSame }) => isSame),
    'before',
  )
  const shorter = Math.min(sum(runs, 'before'), sum(runs, 'after'))
  return shorter >= LEAST_WORDS_REWRITTEN && kept < LEAST_SHARE_KEPT * shorter
}

function asOne(first: Run, last: Run): Edit {
  const before = { from: first.before.from, to: last.before.to }
  const after = { from: first.after.from, to: last.after.to }
  return { before, after, phraseBefore: before, phraseAfter: after }
}

/** So many words of an unchanged run may be shown with what is beside it: none behind the end of a sentence, a cell or a part. */
function roomIn(text: ReadText, run: Run | undefined, side: 'left' | 'right'): number {
  if (!run?.isSame) return 0
  const { from, to } = run.after
  let room = 0
  for (; room < to - from; room += 1) {
    const word = side === 'left' ? to - room - 1 : from + room - 1
    if (isParted(text, word)) break
  }
  return room
}

/** Whether a sentence, a cell or a part ends with a word. */
function isParted(text: ReadText, word: number): boolean {
  const [one, other] = [text.words[word], text.words[word + 1]]
  if (!one || !other) return false
  if (text.firstWords[partOfWord(text, word + 1)] === word + 1) return true
  return /\t|[.;:!?]["'”’)]*\s/.test(text.text.slice(one.end, other.start))
}

type Group = { readonly first: number; readonly last: number }

/** Differing runs with nothing but small words between them are one edit. */
function groupsOf(before: ReadText, after: ReadText, runs: readonly Run[]): readonly Group[] {
  const groups: { first: number; last: number }[] = []
  for (const [at, run] of runs.entries()) {
    if (run.isSame || isBlank(before, after, run)) continue
    const last = groups.at(-1)
    if (last?.last === at - 2 && belongTogether(after, runs.slice(at - 2, at + 1))) last.last = at
    else groups.push({ first: at, last: at })
  }
  return groups
}

/** Two replacements and what is between them. */
function belongTogether(text: ReadText, [one, between, other]: readonly Run[]): boolean {
  if (!one || !between || !other || !isReplaced(one) || !isReplaced(other)) return false
  const keys = keysOf(text, between.after)
  return keys.length <= MOST_BETWEEN && keys.every(isFunctionWord) && !crossesStop(text, between)
}

/** Lines to be written on are drawn as long as there is room. */
function isBlank(before: ReadText, after: ReadText, run: Run): boolean {
  const keys = [...keysOf(before, run.before), ...keysOf(after, run.after)]
  return keys.every((key) => key === ONE_BLANK)
}

function isReplaced({ before, after }: Run): boolean {
  return before.to > before.from && after.to > after.from
}

function crossesStop({ text, words }: ReadText, { after }: Run): boolean {
  const [from, to] = [words[after.from - 1] ?? words[after.from]!, words[after.to] ?? words[after.to - 1]!]
  return STOP.test(text.slice(from.end, to.start))
}

/** Edits whose phrases overlap are one. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const all: Edit[] = []
  for (const edit of edits) {
    const last = all.at(-1)
    const isApart =
      !last || (edit.phraseBefore.from >= last.phraseBefore.to && edit.phraseAfter.from >= last.phraseAfter.to)
    if (isApart) all.push(edit)
    else
      all[all.length - 1] = {
        before: { from: last.before.from, to: edit.before.to },
        after: { from: last.after.from, to: edit.after.to },
        phraseBefore: around(last.phraseBefore, edit.phraseBefore),
        phraseAfter: around(last.phraseAfter, edit.phraseAfter),
      }
  }
  return all
}

function around(one: WordRange, other: WordRange): WordRange {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
}
