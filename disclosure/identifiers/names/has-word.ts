/** Whether the list has the word, in any case; never for a missing word. */
export function has(list: ReadonlySet<string>, word: { readonly text: string } | undefined): boolean {
  return word !== undefined && list.has(word.text.toLowerCase())
}
