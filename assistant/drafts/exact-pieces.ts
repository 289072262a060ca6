import type { Part, WordRun } from '../../compare/compared-text.ts'
import type { Span } from '../../text/spans.ts'
import type { RedlinePiece } from '../../library/write/redline-part.ts'

/** Parts in one text, one character between each two. */
type Joined = {
  readonly text: string
  /** Where each of them but the last ends. */
  readonly ends: readonly number[]
  /** From a place in the whole document to one in here. */
  readonly placeOf: (at: number) => number
}

export function joinedText(parts: readonly Part[], text: string, parting: string): Joined {
  const starts: number[] = []
  let whole = ''
  for (const { start, end } of parts) {
    if (starts.length > 0) whole += parting
    starts.push(whole.length)
    whole += text.slice(start, end)
  }
  return {
    text: whole,
    ends: starts.slice(1).map((start) => start - 1),
    placeOf(at) {
      const index = Math.max(
        0,
        parts.findLastIndex(({ start }) => start <= at),
      )
      return starts[index]! + Math.max(0, at - parts[index]!.start)
    },
  }
}

/** The pieces of each part of the first document. */
export function cutAt(ends: readonly number[], pieces: readonly RedlinePiece[]): readonly (readonly RedlinePiece[])[] {
  const parts: RedlinePiece[][] = [[]]
  let at = 0
  for (const { text, change } of pieces) {
    if (change === 'inserted') {
      parts.at(-1)!.push({ text, change })
      continue
    }
    let from = 0
    for (const end of ends.filter((one) => one >= at && one < at + text.length)) {
      parts.at(-1)!.push({ text: text.slice(from, end - at), change })
      parts.push([])
      from = end - at + 1
    }
    parts.at(-1)!.push({ text: text.slice(from), change })
    at += text.length
  }
  return parts.map(joinPieces)
}

/** Words as they were aligned, and what is between them; of words that are the same but for a letter, both. */
export function exactPieces(before: Joined, after: Joined, runs: readonly WordRun[]): readonly RedlinePiece[] {
  const pieces: RedlinePiece[] = []
  let [one, other] = [0, 0]
  const put = (to: number, otherTo: number) => {
    pieces.push(...differing(before.text.slice(one, to), after.text.slice(other, otherTo)))
    one = to
    other = otherTo
  }
  for (const run of runs) {
    if (!run.isSame || !run.before || !run.after) continue
    // A number may be a word here and left out there.
    const start = Math.max(one, before.placeOf(run.before.start))
    const otherStart = Math.max(other, after.placeOf(run.after.start))
    put(start, otherStart)
    const own = wordsIn(before.text, { start, end: before.placeOf(run.before.end) })
    const others = wordsIn(after.text, { start: otherStart, end: after.placeOf(run.after.end) })
    if (own.length !== others.length) continue
    for (const [index, word] of own.entries()) {
      put(word.start, others[index]!.start)
      put(word.end, others[index]!.end)
    }
  }
  put(before.text.length, after.text.length)
  return joinPieces(pieces)
}

function wordsIn(text: string, { start, end }: Span) {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
}

/** Lines break as a program likes; a tab parts cells. */
const SPACE = /^[^\S\t]+$/

/** What two short texts have in common at both ends stays, but no part of a word or a number. */
export function differing(before: string, after: string): readonly RedlinePiece[] {
  if (before === after || (SPACE.test(before) && SPACE.test(after))) return [{ text: before, change: 'same' }]
  const head = commonStart(before, after)
  const [restBefore, restAfter] = [before.slice(head), after.slice(head)]
  const tail = commonEnd(restBefore, restAfter)
  return [
    { text: before.slice(0, head), change: 'same' },
    { text: restBefore.slice(0, restBefore.length - tail), change: 'deleted' },
    { text: restAfter.slice(0, restAfter.length - tail), change: 'inserted' },
    { text: restBefore.slice(restBefore.length - tail), change: 'same' },
  ]
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  while (isInWord(one, length) || isInWord(other, length)) length -= 1
  return length
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1
  while (isInWord(one, one.length - length) || isInWord(other, other.length - length)) length -= 1
  return length
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}][.,]?$/u.test(text.slice(0, at)) && /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at))
}

export function joinPieces(pieces: readonly RedlinePiece[]): readonly RedlinePiece[] {
  const joined: RedlinePiece[] = []
  for (const { text, change } of pieces) {
    const last = joined.at(-1)
    if (text === '') continue
    if (last?.change === change) joined[joined.length - 1] = { text: last.text + text, change }
    else joined.push({ text, change })
  }
  return joined
}
