import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordsUntil } from '../tokens/word-at.ts'
import { isCapital } from './run.ts'

/** "C.S.", "R.-M. H.", "T. F." */
const DOTTED = /(?<![\p{L}\p{N}.])\p{Lu}\.(?:[ -]?\p{Lu}\.){1,3}(?![\p{L}\p{N}])/gu

/** Initials of somebody whose name was found: "Ciro Scognamiglio" is "C.S." and "S.C.". */
export function findInitials({ text, words }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const known = new Set(personsIn(words, found).map((person) => keyOf(person.map(({ text: name }) => name.charAt(0)))))
  if (known.size === 0) return []
  return [...text.matchAll(DOTTED)].flatMap(({ 0: written, index }) => {
    const letters = written.match(/\p{Lu}/gu) ?? []
    if (!known.has(keyOf(letters))) return []
    return [
      { start: index, end: index + written.length, type: 'person' as const, by: 'spread' as const, confidence: 0.7 },
    ]
  })
}

function personsIn(words: readonly Word[], found: readonly IdentifierSpan[]): readonly (readonly Word[])[] {
  let at = 0
  return found
    .filter(({ type }) => type === 'person')
    .flatMap(({ start, end }) => {
      while (at < words.length && (words[at]?.start ?? end) < start) at += 1
      const names = words
        .slice(at, wordsUntil(words, at, end))
        .filter((word) => isCapital(word) && word.text.length > 1)
      return names.length > 1 ? [names] : []
    })
}

/** Family name first or last. */
function keyOf(letters: readonly string[]): string {
  return letters
    .map((letter) => letter.toUpperCase())
    .toSorted()
    .join('')
}
