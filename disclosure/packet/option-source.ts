/** The letters under which options stand, ten at most. */
export const OPTION_LETTERS = 'ABCDEFGHIJ'

const BEGINNING = 'option '

/**
 * Under which source an option goes into a packet. Each is a text of its own, and its letter is no part of it: in "A. Breach" and
 * "A. Smith" the detector reads a name with its initial.
 */
export function optionSource(index: number): string {
  return `${BEGINNING}${OPTION_LETTERS[index]}`
}

/** The letter of an option; null: the source is none. */
export function letterOf(source: string): string | null {
  return source.startsWith(BEGINNING) ? source.slice(BEGINNING.length) : null
}
