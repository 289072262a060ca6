/** The same with a capital letter at its beginning, as a sentence or a label. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
