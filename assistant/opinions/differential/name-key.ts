import { contentWords } from '../../../text/words.ts'

/**
 * Two names are of one candidate where their words are the same, whatever the case, punctuation, plural `s` and an abbreviation in
 * brackets: "Pulmonary embolism (PE)" and "pulmonary embolism". By the text alone: what no text tells to be the same stays apart.
 */
export function nameKey(name: string): string {
  const meant = name.replace(BRACKET, (bracket, inside: string, at: number) =>
    isAbbreviation(inside, name.slice(0, at)) ? ' ' : bracket,
  )
  const words = meant.replace(/^\s*an?\s/i, '').match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []
  return (
    words.flatMap((word) => (KEPT.test(word) ? word.toLowerCase() : contentWords(word))).join(' ') ||
    name.trim().toLowerCase()
  )
}

const BRACKET = /[([]([^()[\]]*)[)\]]/g

/** Of the stop words those that tell names apart: "No breach of duty", "Hepatitis A". */
const KEPT = /^(?:no|not|nor|\p{L})$/iu

/** Its letters in capitals, which stand in the words before in this order, the first of them at the beginning of one. */
function isAbbreviation(inside: string, before: string): boolean {
  const letters = inside.trim()
  if (!/^\p{Lu}[\p{L}\p{N}]*\p{Lu}s?$/u.test(letters)) return false
  const [first = '', ...others] = letters.replace(/s$/, '').toLowerCase()
  const rest = others.map((letter) => `[^${letter}]*${letter}`).join('')
  return new RegExp(`(?<!\\p{L})${first}${rest}`, 'u').test(before.toLowerCase())
}
