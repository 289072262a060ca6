const all = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const any = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `lease, letter and map`, with `atMost` 2 `lease, letter and 1 more`. */
export function listWords(words: readonly string[], atMost = words.length): string {
  const more = words.length - atMost
  return all.format(more > 0 ? [...words.slice(0, atMost), `${more} more`] : words)
}

/** `kg, g or lb`. */
export function choiceWords(words: readonly string[]): string {
  return any.format(words)
}
