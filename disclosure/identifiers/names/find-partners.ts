import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { isCapital } from './run.ts'

/** Fewer names joined by "and" are two people. */
const FEWEST = 3

/** A firm named after its partners: "Hawkins, Richardson and Santana". At least three, and family names. */
export function findPartners({ words }: Reading): readonly IdentifierSpan[] {
  return words.flatMap((word, at) => {
    if (!/^(?:and|und|et|y)$/u.test(word.text) || !isPartner(wordAt(words, at + 1), ' ')) return []
    let from = at - 1
    while (isPartner(wordAt(words, from), ', ')) from -= 1
    const first = wordAt(words, from)
    const isWhole =
      at - from + 1 >= FEWEST &&
      isPartner(first, first.gap) &&
      !(first.gap === ' ' && isCapital(wordAt(words, from - 1)))
    return isWhole
      ? [{ start: first.start, end: wordAt(words, at + 1).end, type: 'organisation', by: 'names', confidence: 0.7 }]
      : []
  })
}

function isPartner(word: Word, gap: string): boolean {
  return isCapital(word) && word.gap === gap && word.levels.last > 0 && word.levels.last >= word.levels.first
}
