/** Non-space characters: what all counts of text mean here. */
export function characterCount(text: string): number {
  return text.replace(/\s+/g, '').length
}
