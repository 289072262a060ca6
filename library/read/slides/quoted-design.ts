import { type ReadWarning, warning } from '../read-warning.ts'

const LONGEST_QUOTE = 300

/** The warning that tells words which a design sets on every slide; none where it sets none. */
export function quotedDesign(words: ReadonlySet<string>): readonly ReadWarning[] {
  if (words.size === 0) return []
  const quote = [...words].join(' / ')
  const shown = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).toWellFormed()}…` : quote
  return [warning('other', `The design of the slides shows words that are not in the text: "${shown}".`)]
}
