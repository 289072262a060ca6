import { message, type Message } from '../../../wording/message.ts'

/** Longer words are compared by nobody's eye, and comparing them takes time. */
const LONGEST = 60
/** A word that is near to one of so many others may have meant any of them. */
const MOST_WORDS = 5_000

/** `Did you mean "has"?` for the nearest of the words, or the way out if none is near. */
export function didYouMean(word: string, words: Iterable<string>, otherwise: Message): Message {
  const nearest = nearestOf(word, words)
  return nearest === null ? otherwise : message('gate.didYouMean', { word: nearest })
}

function nearestOf(word: string, words: Iterable<string>): string | null {
  if (word.length > LONGEST) return null
  const letters = lettersOf(word)
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(letters.length / 3)) + 1
  let count = 0
  for (const other of words) {
    if (++count > MOST_WORDS) break
    const otherLetters = lettersOf(other)
    if (other.length > LONGEST || Math.abs(otherLetters.length - letters.length) >= least) continue
    const distance = editDistance(letters, otherLetters)
    // One letter for another is another word: ?t is no misspelt ?p.
    const isAnother = distance >= Math.max(letters.length, otherLetters.length)
    if (distance < least && !isAnother) [nearest, least] = [other, distance]
  }
  return nearest
}

function lettersOf(word: string): string {
  return word.replace(/^\?/, '').toLowerCase()
}

/** Letters to insert, drop, replace or swap with their neighbour. */
function editDistance(left: string, right: string): number {
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const at = (costs: readonly number[], index: number) => costs[index] ?? Infinity
      const changed = at(above, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1)
      const swapped = isSwap(left, right, row, column) ? at(before, column - 2) + 1 : Infinity
      current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, changed, swapped))
    }
    before = above
    above = current
  }
  return above[right.length] ?? 0
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false
  return left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
}
