import { modalityOf } from '../../text/modal-words.ts'
import { isException, isNegation, isRefusal } from '../../text/negation.ts'

/** How alike two texts must be to count as one: by length, and by the sequences of three words that they share. */
const ALIKE = 0.9
/** `folded`: what was left out for it. */
export type Folded<T> = { readonly item: T; readonly folded: readonly T[] }

/**
 * Leaves out what is nearly the same text as something before it, until `limit` are left, and tells for what. Two texts with
 * other numbers, or of which one has a "not" or a "may" that the other lacks, are never folded: an amended clause differs from the old
 * one in a date, an amount or such a word.
 */
export function foldDuplicates<T extends { readonly text: string }>(
  ranked: Iterable<T>,
  limit: number,
): readonly Folded<T>[] {
  const kept: { readonly item: T; readonly folded: T[]; readonly print: Print }[] = []
  for (const item of ranked) {
    const print = printOf(item.text)
    const same = kept.find((other) => isSame(other.print, print))
    if (same) same.folded.push(item)
    else if (kept.length < limit) kept.push({ item, folded: [], print })
  }
  return kept.map(({ item, folded }) => ({ item, folded }))
}

type Print = { readonly length: number; readonly telling: string; readonly triples: ReadonlySet<string> }

function printOf(text: string): Print {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const triples = words.slice(0, Math.max(1, words.length - 2)).map((_, at) => words.slice(at, at + 3).join(' '))
  return {
    length: text.length,
    telling: words.filter((word) => /\p{N}/u.test(word) || isTurning(word)).join(' '),
    triples: new Set(triples),
  }
}

function isSame(one: Print, other: Print): boolean {
  if (Math.min(one.length, other.length) < ALIKE * Math.max(one.length, other.length)) return false
  if (one.telling !== other.telling) return false
  const shared = [...one.triples].filter((triple) => other.triples.has(triple)).length
  return shared >= ALIKE * (one.triples.size + other.triples.size - shared)
}

/** One of these more or less, and a text says something else. Of "don't" a "t" is left. */
function isTurning(word: string): boolean {
  const isModal = modalityOf(word) !== null || word === 'will' || word === 'would'
  return isModal || isNegation(word) || isException(word) || isRefusal(word) || word === 't' || word === 'only'
}
