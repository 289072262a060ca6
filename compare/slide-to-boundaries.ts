import type { Span } from '../text/spans.ts'
import type { ReadText } from './read-text.ts'

/** So far words are looked at on either side. */
const FURTHEST = 60
const STOP_BEFORE = /[.;:!?]["'”’)]*\s*$/
const LONGEST_STOP = 6

/**
 * Where words that only one document has begin or end like their surroundings, several places are as good to an alignment: "[The Tenant shall
 * insure. The Tenant shall] pay". Takes the one that a person would: at the beginning of a part, else of a sentence.
 */
export function slideToBoundaries(before: ReadText, after: ReadText, matches: Int32Array): void {
  slide(before, matches, (word, match) => (matches[word] = match))
  const back = inverse(matches, after.words.length)
  slide(after, back, (word, match) => (back[word] = match))
  matches.fill(-1)
  for (const [other, word] of back.entries()) if (word >= 0) matches[word] = other
}

export function inverse(matches: Int32Array, length: number): Int32Array {
  const back = new Int32Array(length).fill(-1)
  for (const [word, match] of matches.entries()) if (match >= 0) back[match] = word
  return back
}

function slide(own: ReadText, matches: Int32Array, set: (word: number, match: number) => void): void {
  const partStarts = new Set(own.firstWords)
  for (let start = 0; start < matches.length; start += 1) {
    if (matches[start]! >= 0) continue
    let end = start
    while (end < matches.length && matches[end]! < 0) end += 1
    if (isBetweenNeighbours(matches, start, end)) {
      const by = bestShift(own, matches, { start, end }, partStarts)
      for (let step = 0; step > by; step -= 1) {
        set(end - 1 + step, matches[start - 1 + step]!)
        set(start - 1 + step, -1)
      }
      for (let step = 0; step < by; step += 1) {
        set(start + step, matches[end + step]!)
        set(end + step, -1)
      }
      end = Math.max(end, end + by)
    }
    start = end
  }
}

/** The other document has nothing in their place. */
function isBetweenNeighbours(matches: Int32Array, start: number, end: number): boolean {
  if (end >= matches.length) return false
  return (start === 0 ? -1 : matches[start - 1]!) + 1 === matches[end]!
}

function bestShift(own: ReadText, matches: Int32Array, run: Span, partStarts: ReadonlySet<number>): number {
  let best = { by: 0, rank: rank(own, run.start, partStarts) }
  for (const step of [-1, 1])
    for (let by = step; Math.abs(by) <= FURTHEST && canShift(own, matches, run, by); by += step) {
      const found = rank(own, run.start + by, partStarts)
      if (found > best.rank) best = { by, rank: found }
    }
  return best.by
}

/** One word further than `by` was before: the word that is passed over equals the one that takes its place. */
function canShift({ words }: ReadText, matches: Int32Array, { start, end }: Span, by: number): boolean {
  const [passed, instead] = by < 0 ? [start + by, end + by] : [end + by - 1, start + by - 1]
  if (passed < 0 || passed >= matches.length || matches[passed]! < 0) return false
  if (words[passed]!.key !== words[instead]!.key) return false
  return by < 0 ? goesOn(matches, passed) : by === 1 || goesOn(matches, passed - 1)
}

function goesOn(matches: Int32Array, word: number): boolean {
  const next = matches[word + 1]!
  return next < 0 || next === matches[word]! + 1
}

function rank({ text, words }: ReadText, word: number, partStarts: ReadonlySet<number>): number {
  if (partStarts.has(word)) return 2
  const [before, here] = [words[word - 1], words[word]]
  if (!before || !here) return 2
  return STOP_BEFORE.test(text.slice(Math.max(before.end, here.start - LONGEST_STOP), here.start)) ? 1 : 0
}
