import type { Mention } from './mention.ts'

const NAME =
  /\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|van|von|der|la)\s+)?\p{Lu}(?:\.|[\p{L}'’-]+))+|\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+/gu

/** Names of two words or more, and an initial with a surname; a single capitalised word is too often none. */
export function findProperNames(text: string): readonly Mention[] {
  return [...text.matchAll(NAME)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    arg: JSON.stringify(name.replace(/\s+/g, ' ')),
  }))
}
