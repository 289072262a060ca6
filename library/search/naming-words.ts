export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

export function withoutWords(text: string, words: ReadonlySet<string>): string {
  return text
    .replace(/[\p{L}\p{N}]+/gu, (word) => (words.has(word.toLowerCase()) ? '' : word))
    .replace(/\s+/g, ' ')
    .trim()
}
