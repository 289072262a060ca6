import { LANGUAGES, type Language, languageOf } from './languages.ts'
import type { Span } from './spans.ts'

/**
 * Words that do one thing in a sentence, by language, in small letters; several words are one phrase. `gated` are other words in another of
 * the languages ("sin", "mag", "si"): they are read only in a text of their own.
 */
export type WordTable = Readonly<Record<Language, { readonly sure: string; readonly gated?: string }>>

export type WordClass = {
  /** Of a word by itself, in small letters; with `language`, that of its text, the gated ones too. */
  readonly has: (word: string, language?: () => Language | null) => boolean
  /** All that a text has of them, in its order, none inside another. */
  readonly in: (text: string) => readonly (Span & { readonly word: string; readonly language: Language })[]
}

/** Commas part words and phrases. `behind`: a pattern that must not follow. */
export function createWordClass(table: WordTable, behind = ''): WordClass {
  const listed = (text = '') => text.split(/,\s*/).filter((word) => word !== '')
  const all = LANGUAGES.flatMap((language) => {
    const { sure, gated } = table[language]
    const of = (words: readonly string[], isGated: boolean) =>
      words.map((word) => [word, { language, isGated }] as const)
    return [...of(listed(gated), true), ...of(listed(sure), false)]
  })
  const byWord = Map.groupBy(all, ([word]) => word)
  const sure = new Set(all.filter(([, { isGated }]) => !isGated).map(([word]) => word))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives([...byWord.keys()])})(?![\\p{L}\\p{N}])${behind}`,
    'giu',
  )
  return {
    has: (word, language) =>
      sure.has(word) || (byWord.get(word)?.some(([, entry]) => entry.language === language?.()) ?? false),
    in: (text) => {
      const spoken: (Language | null)[] = []
      const speaks = (language: Language) => {
        if (spoken.length === 0) spoken.push(languageOf(text))
        return spoken[0] === language
      }
      return [...text.matchAll(pattern)].flatMap(({ 0: written, index }) => {
        const word = written.toLowerCase().replaceAll(/\s+/g, ' ').replaceAll('’', "'")
        const entries = byWord.get(word) ?? []
        const [, found] = entries.find(([, { isGated, language }]) => !isGated || speaks(language)) ?? []
        return found ? [{ word, language: found.language, start: index, end: index + written.length }] : []
      })
    },
  }
}

/** The longest first; any white space between words, and either apostrophe. */
function alternatives(words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(' ', '\\s+').replaceAll("'", "['’]"))
    .join('|')
}
