/** Whether a header or footer says more than that it numbers pages. */
export function isPrintedText(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\b(page|of)\b/gi, ''))
}
