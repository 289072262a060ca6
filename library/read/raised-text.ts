/**
 * Superscript as plain text after `before`. A power must not melt into its base ("10 to the 9" is not 109), and a note's number
 * must not become a digit of the amount before it.
 */
export function raisedText(before: string, text: string): string {
  return /\d$/.test(before) && /^\s*[\d+\u2212-]/.test(text) ? `^${text.trimStart()}` : text
}
