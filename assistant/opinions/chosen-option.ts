import { OPTION_LETTERS } from '../../disclosure/packet/option-source.ts'

const LETTER_ALONE = /^\W*(?:option\W*)?([A-J])\W*$/i
const LETTER_AND_TEXT = /^\W*(?:option\W*)?([A-J])[.):]\s*(.+)$/is

/**
 * The option that a reply means, in the words in which it was given here: by its letter alone, its letter and its words, or its words
 * alone. Null where that is not plain: "Both A and C" is no choice, and "Adjourned" is not option A.
 */
export function chosenOption(said: string | null, options: readonly string[]): string | null {
  const text = said ?? ''
  const alone = LETTER_ALONE.exec(text)
  if (alone) return underLetter(alone[1], options)
  const same = options.filter((option) => wordsOf(option) === wordsOf(text))
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  const [, letter, words = ''] = LETTER_AND_TEXT.exec(text) ?? []
  const option = underLetter(letter, options)
  return option !== null && wordsOf(option) === wordsOf(words) ? option : null
}

function underLetter(letter: string | undefined, options: readonly string[]): string | null {
  return options[OPTION_LETTERS.indexOf(letter?.toUpperCase() ?? '-')] ?? null
}

/** Without case, spaces and what stands around them. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“‘]+|[\s"'”’.,;]+$/g, '')
}
