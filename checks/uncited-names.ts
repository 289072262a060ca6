import type { CheckedSource } from './find-support.ts'

/** Something that sentences name, such as a document by its parties: in lower case the words that name it, and the marks of its sources. */
export type Named = { readonly words: ReadonlySet<string>; readonly sources: ReadonlySet<string> }

/** Two at least: of one alone, whatever is cited is about it. */
const TO_CONFUSE = 2

/**
 * The names in a sentence of things of which it cites nothing, where several are asked about and what it cites does not name them
 * either: of "Ashton and Glenwood pay monthly" with a source on Ashton alone, "Glenwood".
 */
export function uncitedNames(
  sentence: string,
  cited: readonly CheckedSource[],
  named: readonly Named[],
): readonly string[] {
  if (named.length < TO_CONFUSE) return []
  const held = new Set(cited.flatMap(({ text, context }) => wordsOf(`${text} ${context}`.toLowerCase())))
  const open = named.filter(({ sources }) => !cited.some(({ source }) => sources.has(source)))
  const isOpen = (word: string) => !held.has(word) && open.some(({ words }) => words.has(word))
  return [...new Set(namesIn(sentence))].filter((name) => isOpen(name.toLowerCase()))
}

/** Those of the things that a sentence names. */
export function namedIn(sentence: string, named: readonly Named[]): readonly Named[] {
  const names = namesIn(sentence).map((name) => name.toLowerCase())
  return named.filter(({ words }) => names.some((name) => words.has(name)))
}

/** A number may be anything's; with a capital a word is a name. */
function namesIn(sentence: string): readonly string[] {
  return wordsOf(sentence).filter((word) => /^\p{Lu}/u.test(word))
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
