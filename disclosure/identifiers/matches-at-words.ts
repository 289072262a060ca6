import type { Reading, Word } from './tokens/read-words.ts'

/** From so many letters on only the beginning of a word is compared. */
const COMPARED = 3

/**
 * Whether a word may begin one of the alternatives of a pattern: by its first three letters, or as a whole where the alternative has fewer.
 * Far cheaper than to try a long pattern at every letter.
 */
export function beginnersOf(alternatives: string): (word: Word) => boolean {
  const beginnings = new Set(
    alternatives.split(/\|(?![^(]*\))/u).flatMap((alternative) => {
      // "(?:dorf|huf)?schmied" begins with any of the three.
      const group = /^\(\?:([^()]*)\)(\??)(.*)$/u.exec(alternative)
      const heads = group
        ? [...(group[1] ?? '').split('|'), ...(group[2] === '?' ? [group[3] ?? ''] : [])]
        : [alternative]
      return heads.map((head) => (/^\p{L}+/u.exec(head)?.[0] ?? '').toLowerCase().slice(0, COMPARED))
    }),
  )
  return ({ text }) => beginnings.has(text.slice(0, COMPARED).toLowerCase())
}

/** The matches of a sticky expression that begin at a word that may begin one. */
export function matchesAtWords(
  { text, words }: Pick<Reading, 'text' | 'words'>,
  expression: RegExp,
  mayBegin: (word: Word, at: number) => boolean,
): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let end = 0
  for (const [at, word] of words.entries()) {
    if (word.start < end || !mayBegin(word, at)) continue
    expression.lastIndex = word.start
    const match = expression.exec(text)
    if (match === null) continue
    found.push(match)
    end = match.index + match[0].length
  }
  return found
}
